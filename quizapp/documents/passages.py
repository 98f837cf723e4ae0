"""The sentences around a quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from sqlalchemy import select

from quizapp.database import db
from quizapp.documents.evidence import Piece, cut
from quizapp.documents.models import Sentence
from quizapp.documents.service import text_of

FARTHEST: Final = 500
"""So many characters at most stand on either side of a quote: a text without full stops would be one sentence."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Sentences of a document, whole as far as FARTHEST allows, from the character `start` of its text on."""

    start: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Passages:
    """A document's text with the spans of its sentences in order."""

    text: str
    sentences: Sequence[tuple[int, int]]

    def around(self, start: int, end: int) -> Passage:
        """The sentence or sentences that hold these characters; the characters alone where no sentence does."""
        first = bisect_right(self.sentences, start, key=itemgetter(0)) - 1
        last = bisect_left(self.sentences, end, key=itemgetter(1))
        begin = min(start, max(self.sentences[first][0], start - FARTHEST)) if first >= 0 else start
        stop = max(end, min(self.sentences[last][1], end + FARTHEST)) if last < len(self.sentences) else end
        return Passage(start=begin, text=self.text[begin:stop])

    def near(self, start: int, end: int, *, sentences: int) -> Passage:
        """The characters with their sentences and so many before and after, each side as long as FARTHEST allows."""
        held = self.around(start, end)
        first = bisect_right(self.sentences, held.start, key=itemgetter(0)) - 1
        last = bisect_left(self.sentences, held.start + len(held.text), key=itemgetter(1))
        begin, stop = held.start, held.start + len(held.text)
        if first >= 0:
            begin = max(self.sentences[max(first - sentences, 0)][0], begin - FARTHEST)
        if last < len(self.sentences):
            stop = min(self.sentences[min(last + sentences, len(self.sentences) - 1)][1], stop + FARTHEST)
        return Passage(start=min(begin, held.start), text=self.text[min(begin, held.start) : stop])

    def cut_around(self, *, start: int, end: int, date_start: int, date_end: int) -> tuple[Piece, ...]:
        """The sentence or sentences that hold these characters, in pieces, with the date marked."""
        passage = self.around(start, end)
        return cut(passage.text, date_start=date_start - passage.start, date_end=date_end - passage.start)


def passages_of(document_id: int) -> Passages:
    """The document's text by sentences. Raises NotFound."""
    rows = db.session.execute(
        select(Sentence.start, Sentence.end).where(Sentence.document_id == document_id).order_by(Sentence.start)
    )
    return Passages(text=text_of(document_id), sentences=[(start, end) for start, end in rows])
