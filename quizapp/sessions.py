"""The browser's session: a signed cookie whose age is told by the server's own clock."""

from __future__ import annotations

from functools import cached_property

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import TimestampSigner, URLSafeTimedSerializer

from quizapp.clock import Clock, KeptClock


class Sessions(SecureCookieSessionInterface):
    """Flask's sessions; a step of the wall clock signs nobody out, whichever way it goes."""

    def __init__(self, app: Flask) -> None:
        self._app = app

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:  # noqa: ARG002 - Flask's signature
        return self._serializer

    @cached_property
    def _serializer(self) -> URLSafeTimedSerializer | None:
        clock: Clock | KeptClock = self._app.extensions["clock"]

        class Signer(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(clock.now().timestamp())

        serializer = super().get_signing_serializer(self._app)
        if serializer is not None:
            serializer.signer = Signer
        return serializer
