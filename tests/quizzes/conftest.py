"""The quiz of the small bank, on both databases."""

from tests.attempts.conftest import database_url, quiz, small_bank

__all__ = ["database_url", "quiz", "small_bank"]
