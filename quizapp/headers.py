"""The headers that every reply carries."""

from __future__ import annotations

from typing import Final

from flask import Flask, Response, request
from flask_login import current_user

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def add_headers(app: Flask) -> None:
    """Give every reply of the application its security headers, and keep personal pages out of caches."""

    @app.after_request
    def add(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"  # with no-referrer, https forms fail their CSRF check
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if app.config["SESSION_COOKIE_SECURE"]:
            response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        if request.endpoint != "static_file" or response.status_code >= 400:  # a failure is a page for a person
            response.vary.update(("Cookie", "Accept-Language"))
            response.headers["Cache-Control"] = "no-store" if current_user.is_authenticated else "private, no-cache"
        return response
