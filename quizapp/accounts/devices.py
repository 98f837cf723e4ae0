"""Known devices: a browser remembers, in a signed cookie, for whom it has been signed in before."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Final

from itsdangerous import BadSignature, URLSafeSerializer

from quizapp.accounts.service import folded

MOST_NAMES: Final = 20
"""How many people a shared computer remembers; the one who was there longest ago is forgotten first."""

_SALT: Final = "known device"


@dataclass(frozen=True, kw_only=True)
class Device:
    """A browser: a random id, and keyed digests of the names that were signed in there, the newest last."""

    id: str
    names: tuple[str, ...] = ()


class Devices:
    """Reads and writes the cookies of known devices; nobody else can write one."""

    def __init__(self, secret_key: str) -> None:
        self._key = secret_key.encode()
        self._signed = URLSafeSerializer(secret_key, salt=_SALT)

    def known(self, cookie: str | None, username: str) -> str | None:
        """The id of the device if this name has been signed in there before, else None."""
        device = self._read(cookie)
        return device.id if self._digest(username) in device.names else None

    def remembering(self, cookie: str | None, username: str) -> str:
        """The cookie of the same device once this name has been signed in there."""
        device, name = self._read(cookie), self._digest(username)
        names = [*(kept for kept in device.names if kept != name), name][-MOST_NAMES:]
        return str(self._signed.dumps([device.id, names]))

    def _read(self, cookie: str | None) -> Device:
        try:
            id_, names = self._signed.loads(cookie or "")
        except BadSignature:
            return Device(id=secrets.token_urlsafe(16))
        return Device(id=id_, names=tuple(names))

    def _digest(self, username: str) -> str:
        """Not the name itself: whoever finds the computer shall not read who works on it."""
        return hmac.new(self._key, folded(username).encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:22]
