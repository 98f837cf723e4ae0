"""What was measured, told beside whether it was enough: `pytest -rP` shows it under each test."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import quantiles


def percentile(seconds: Sequence[float], share: int) -> float:
    """How long so many percent of them took at most."""
    return quantiles(seconds, n=100, method="inclusive")[share - 1]


def told(seconds: Sequence[float]) -> str:
    """The percentiles in milliseconds, as a table shows them."""
    shares = ", ".join(f"p{share} {percentile(seconds, share) * 1000:.0f}" for share in (50, 95, 99))
    return f"{shares}, most {max(seconds) * 1000:.0f} ms of {len(seconds)}"


def tell(what: str, figure: object) -> None:
    """Say what was measured, in the output of the test."""
    print(f"{what}: {figure}")  # noqa: T201 - what a test is asked to tell
