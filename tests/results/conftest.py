"""The quiz of the small bank."""

from tests.attempts.conftest import quiz, small_bank

__all__ = ["quiz", "small_bank"]
