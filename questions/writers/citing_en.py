"""Which English clauses and references make a fair question about what is cited for what."""

from __future__ import annotations

import re

from questions.document import Document, Reference
from questions.regex import regex
from questions.spans import cleaned, within
from questions.writers.telling import Telling

_NO_TITLE = regex(
    r"not found|\b40[34]\b|denied|[Ll]og ?in|[Vv]erification|[Cc]atalog|[Hh]ome ?[Pp]age|\bp(?:g|p)?\.|\bpg\b|\bibid\b|"
    r"University Press|^[A-Z][a-z]+(?: [A-Z][a-z]+)*: |\(\d{4}\)$|https?:|www\."
)
_FEWEST_WORDS = 3


def has_full_title(entry: Reference) -> bool:
    """Whether the title is one of a work, and not a short citation or what a lost page calls itself."""
    title = entry.title or ""
    torn = "  " in title or (entry.publisher or "").rstrip().endswith((";", ",", ":"))
    return len(title.split()) >= _FEWEST_WORDS and not torn and not _NO_TITLE.search(title)


def is_marked_at_once(telling: Telling, document: Document) -> bool:
    """Whether the references stand right behind what is told, with nothing between that they could be for."""
    fact = telling.fact
    sentence = next((item for item in document.sentences if item.start <= fact.date.start < item.end), None)
    if sentence is None:
        return False
    markers = [marker for marker in within(document.markers, fact.date.start, sentence.end) if marker.numbers]
    if not markers or set(markers[0].numbers).isdisjoint(fact.citations):
        return False
    shown = cleaned(document, sentence.start, markers[0].start).rstrip(" .,;")
    last = (telling.rest or ("" if telling.before else telling.subject)).split()[-2:]
    ending = " ".join(last).rstrip(".") if last else fact.date.text
    return bool(re.search(rf"{re.escape(ending)}$", shown))
