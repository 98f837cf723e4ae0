"""HTML that a parser can take in time that grows with its length.

Formatting elements left open are opened again in every paragraph, and each open element is looked through for each
that follows: a small file can so cost a parser minutes and all memory. What marks no structure is taken out before,
and nesting is kept within bounds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from questions.regex import regex

DEEPEST = 100
"""How deep elements may lie within each other; the marks of those deeper are taken out, and their text stays."""

_MARKUP = regex(r"<!--|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})")
_REST = regex(r"[^<>]*>?")

# Elements whose content is not read.
_UNREAD = (
    "script style template noscript svg math iframe object select textarea xmp noembed noframes plaintext frameset"
)
_ENDS = {name: regex(rf"</{name}[^<>]*>", re.IGNORECASE) for name in _UNREAD.split()}

# Elements that only change how letters look.
_FORMATTING = frozenset("b big code em font i nobr s small strike strong tt u".split())  # noqa: SIM905

# Elements that have no content, or that end by themselves where the next of them begins.
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th"  # noqa: SIM905
    " thead tbody tfoot caption colgroup option optgroup rp rt".split()
)


def calmed(source: str) -> str:
    """The source without comments, scripts and marks of mere looks, and with bounded nesting."""
    return "".join(_calm(source))


def _calm(source: str) -> Iterator[str]:
    open_elements: Counter[str] = Counter()
    depth = reached = 0
    while match := _MARKUP.search(source, reached):
        yield source[reached : match.start()]
        name = (match["name"] or "").lower()
        reached = _skipped(source, match, name)
        if reached != match.start():
            continue
        step = 0 if name in _FLAT else (-1 if match["close"] else 1)
        rest = _REST.match(source, match.end())
        reached = rest.end() if rest else match.end()
        if step < 0 and not open_elements[name]:
            continue  # it closes nothing
        if depth + step <= DEEPEST:
            yield source[match.start() : reached]
            open_elements[name] += step
            depth += step
    yield source[reached:]


def _skipped(source: str, match: re.Match[str], name: str) -> int:
    """Where to go on after what is taken out whole; the beginning of the match where it is not."""
    if not name:
        end = source.find("-->", match.end())
        return len(source) if end < 0 else end + len("-->")
    if name in _FORMATTING:
        rest = _REST.match(source, match.end())
        return rest.end() if rest else match.end()
    if name in _ENDS and not match["close"]:
        found = _ENDS[name].search(source, match.end())
        return found.end() if found else len(source)
    return match.start()
