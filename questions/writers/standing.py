"""Whether what a fact tells is clear without the text around it, or once the document is named."""

from __future__ import annotations

from typing import Protocol

from questions.document import Document
from questions.writers.standing_en import StandingEnglish
from questions.writers.standing_zh import StandingChinese
from questions.writers.telling import Telling


class Standing(Protocol):
    """What the tellings of one document need to be clear."""

    def opened(self, stem: str) -> str:
        """The stem with the document named in it, where it can be."""
        ...

    def settled(self, telling: Telling) -> Telling | None:
        """The telling, marked if it leans on the document's name; None where it leans on more."""
        ...


def standing_of(document: Document) -> Standing:
    """What the tellings of a document need to be clear."""
    return StandingChinese(document) if document.language.is_chinese else StandingEnglish(document)
