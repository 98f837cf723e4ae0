"""Passwords: hashed with Argon2id, and made at random where the site makes one."""

from __future__ import annotations

import secrets
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

# Without letters and figures that are taken for one another, since people copy them by hand.
_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP_LENGTH = 4, 4


class Passwords:
    """Hashes and checks passwords with OWASP's sizes of Argon2id (19 MiB, 2 passes); `cheap` is for tests."""

    def __init__(self, *, cheap: bool = False) -> None:
        self._hasher = (
            PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
            if cheap
            else PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
        )
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))

    def hash(self, password: str) -> str:
        """A salted hash of the password."""
        return self._hasher.hash(password)

    def match(self, password: str, hashed: str | None) -> bool:
        """Whether this is the password of the hash; takes as long for nobody's hash (None), and is then false."""
        try:
            return self._hasher.verify(hashed or self._nobody, password) and hashed is not None
        except (VerifyMismatchError, InvalidHashError):
            return False


def made_password() -> str:
    """A random password of 16 characters in groups of four, about 79 bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS))
