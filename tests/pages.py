"""What tests say about whole pages."""

import re


def without_tokens(page: str) -> str:
    """The page without what differs from one request to the next: the CSRF token and its own address."""
    return re.sub(r'name="(next|csrf_token)" value="[^"]*"', "", page)
