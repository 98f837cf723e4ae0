"""What every language can say of a told fact."""

from __future__ import annotations

from typing import Protocol

from questions.dates import DateValue
from questions.document import Document
from questions.fact import EntityKind
from questions.writers.chinese import Chinese
from questions.writers.english import English
from questions.writers.phrases import Phrases
from questions.writers.telling import Telling


class Grammar(Protocol):
    """Sentences made of a told fact; a stem is None where the language has no certain way to ask."""

    @property
    def phrases(self) -> Phrases: ...

    def event(self, telling: Telling) -> str: ...

    def statement(self, telling: Telling, value: DateValue) -> str: ...

    def then(self, telling: Telling) -> str: ...

    def date_stem(self, telling: Telling) -> str: ...

    def who_stem(self, telling: Telling, kind: EntityKind) -> str | None: ...

    def number_stem(self, telling: Telling, numeral: str, unit: str) -> str | None: ...

    def where_stem(self, telling: Telling, place: str) -> str | None: ...

    def is_scene(self, place: str, document: Document) -> bool:
        """Whether the text names the place somewhere as the scene or the aim of a deed."""
        ...


def grammar_of(document: Document) -> Grammar:
    """The sentences of the document's language."""
    return Chinese(document.language) if document.language.is_chinese else English(document)
