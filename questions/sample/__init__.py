"""The sample document that ships with the project; see LICENSE.md beside it."""

from importlib.resources import files


def sample_source() -> bytes:
    """The sample document as it was saved: a Chinese Wikipedia article as plain text, in UTF-8."""
    return files(__name__).joinpath("russia_south_ossetia.zh.txt").read_bytes()
