"""Whom or what a Chinese document is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from questions.document import Document
from questions.names import is_person_zh
from questions.regex import regex
from questions.spans import cleaned

_OPENINGS = 60  # sentences in which the document may say what it is about
_SHORTEST_TITLE, _LONGEST_TITLE = 2, 16
_TITLE_RESIDUE = regex(r"\[[^\]]*\]|[（(][^）)]*[）)]")
_BRACKETS = regex(r"[（(][^（）()]*[）)]")
_INTRODUCED = regex("[，,是为為]|又[称稱]")
_DESCRIBED = regex("(?P<name>[^，,。、的是为為（(]{3,12})[是为為][^，,。]{2,40}的")
_FEWEST_PRONOUNS = 3
_THING = re.compile(
    "[报報刊书書社馆館校院厂廠国國县縣市省州山河湖岛島寺塔桥橋路街号號军軍队隊会會党黨教派战戰法案史学學]$"
)


@dataclass(frozen=True, kw_only=True)
class Hero:
    """The one person or thing that a document is about; `pronoun` is 「他」, 「她」 or 「它」."""

    name: str
    pronoun: str


def hero_of(document: Document) -> Hero | None:
    """Whom or what a document is about, where a sentence of its opening introduces its title; else None."""
    name = _title_of(document)
    for sentence in document.sentences[:_OPENINGS] if name else ():
        text = _BRACKETS.sub("", cleaned(document, sentence.start, sentence.end))
        if text.startswith(name) and _INTRODUCED.match(text, len(name)):
            return Hero(name=name, pronoun=_pronoun(document, name))
    first = _DESCRIBED.match(document.sentences[0].text) if document.sentences and not name else None
    return Hero(name=first["name"], pronoun="它") if first else None


def _title_of(document: Document) -> str:
    title = document.title or (document.sentences[0].text if document.sentences else "")
    plain = _TITLE_RESIDUE.sub("", title).strip()
    return plain if _SHORTEST_TITLE <= len(plain) <= _LONGEST_TITLE and not plain.endswith("。") else ""


def _pronoun(document: Document, name: str) -> str:
    body = document.text[: document.body_end]
    counts = {pronoun: len(re.findall(f"{pronoun}(?![们們国國乡鄉])", body)) for pronoun in "他她"}
    likelier = max(counts, key=lambda pronoun: counts[pronoun])
    lived = is_person_zh(name) and not _THING.search(name) and counts[likelier] >= _FEWEST_PRONOUNS
    return likelier if lived else "它"
