"""A fact's clause with the names that it leaves to the text around it: one way a language."""

from __future__ import annotations

from typing import Protocol

from questions.document import Document
from questions.fact import Fact
from questions.writers.passage import Passage
from questions.writers.retelling_en import Retelling as English
from questions.writers.retelling_zh import Retelling as Chinese


class Retelling(Protocol):
    """What the text around a clause tells of it."""

    def in_full(self, fact: Fact) -> Fact:
        """The fact with full names for short ones, where it is certain what they stand for."""
        ...

    def clearer(self, fact: Fact) -> Fact | None:
        """The fact with a clause that names its subject, where the sentence makes it certain; else None."""
        ...

    def passage(self, fact: Fact) -> Passage | None:
        """The fact in the source's own sentences, as many as make it clear; None where they do not."""
        ...


def retelling_of(document: Document) -> Retelling:
    """The retelling of a document's language."""
    return Chinese(document) if document.language.is_chinese else English(document)
