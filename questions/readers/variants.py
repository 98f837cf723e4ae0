"""Chinese wikitext's ``-{zh-hans:…; zh-hant:…}-``: one of the wordings for the script that the text is in."""

from __future__ import annotations

import re

from questions.regex import regex

_WORDING = regex(r"(?:^|;)\s*(?:[^;:=]{0,40}=>)?\s*(zh(?:-[a-z]{2,4})?)\s*:([^;]*)", re.IGNORECASE)
_ORDERS = {
    False: ("zh-cn", "zh-hans", "zh-sg", "zh-my", "zh"),
    True: ("zh-tw", "zh-hant", "zh-hk", "zh-mo", "zh"),
}
_SILENT = frozenset("HT-D")


def chosen_variant(inside: str, *, traditional: bool) -> str:
    """The wording to show of what stands between ``-{`` and ``}-``; nothing where it only sets a rule."""
    flags, bar, rest = inside.partition("|")
    if bar and not _SILENT.isdisjoint(flags.strip().upper().split(";")):
        return ""
    text = rest if bar else inside
    wordings = {match[1].lower(): match[2].strip() for match in _WORDING.finditer(text)}
    if not wordings:
        return text
    found = next((wordings[name] for name in _ORDERS[traditional] if name in wordings), None)
    return found if found is not None else next(iter(wordings.values()))
