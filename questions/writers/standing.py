"""Whether what a fact tells is clear without the text around it, or once the document is named."""

from __future__ import annotations

from typing import Protocol

from questions.document import Document, Language
from questions.fact import Fact
from questions.writers.retelling import Retelling
from questions.writers.standing_en import StandingEnglish
from questions.writers.standing_zh import StandingChinese
from questions.writers.telling import Telling, in_its_passage, tell


class Standing(Protocol):
    """What the tellings of one document need to be clear."""

    def opened(self, stem: str) -> str:
        """The stem with the document named in it, where it can be."""
        ...

    def settled(self, telling: Telling) -> Telling | None:
        """The telling, marked if it leans on the document's name; None where it leans on more."""
        ...


def told_clearly(fact: Fact, language: Language, retelling: Retelling, standing: Standing) -> Telling | None:
    """The fact retold where that is clear, or else in the source's own words; None where these leave too much open."""
    telling = tell(fact, language, retelling)
    clear = standing.settled(telling) if telling is not None else None
    if clear is None and telling is not None and telling.gapped is None:
        telling = in_its_passage(fact, language, retelling)
        clear = standing.settled(telling) if telling is not None else None
    return clear


def standing_of(document: Document) -> Standing:
    """What the tellings of a document need to be clear."""
    return StandingChinese(document) if document.language.is_chinese else StandingEnglish(document)
