"""What facts and references of a document say about each other, in parts that pages make sentences of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import questions
from questions.consistency import Finding, FindingKind, check
from questions.dates import DateValue


class NoticeKind(StrEnum):
    """What was noticed: the first three want a second look, the others bear a fact out."""

    ISSUED_BEFORE = "issued-before"
    DATED_TWICE = "dated-twice"
    TITLE_CONTRADICTS = "title-contradicts"
    REPORTED_TWICE = "reported-twice"
    TITLE_AGREES = "title-agrees"

    @property
    def is_doubt(self) -> bool:
        return self in {NoticeKind.ISSUED_BEFORE, NoticeKind.DATED_TWICE, NoticeKind.TITLE_CONTRADICTS}


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something noticed: the dates and the references concerned, and what the document reads at the two places.

    The first date is the fact's. The second is the other fact's, or that on which the reference was issued; there is
    none where two references agree, or where a title has a date.
    """

    kind: NoticeKind
    dates: tuple[DateValue, ...]
    references: tuple[int, ...]
    places: tuple[str, str]


def notices_of(document: questions.Document, facts: Sequence[questions.Fact]) -> tuple[Notice, ...]:
    """All that is noticed about a document, doubts first."""
    by_id = {fact.id: fact for fact in facts}
    found = [_notice(finding, document, by_id) for finding in check(document, facts)]
    return tuple(sorted(found, key=lambda notice: list(NoticeKind).index(notice.kind)))


def _notice(finding: Finding, document: questions.Document, facts: Mapping[str, questions.Fact]) -> Notice:
    return Notice(
        kind=_kind(finding),
        dates=(*(facts[id_].date.value for id_ in finding.fact_ids), *_issued(finding, document)),
        references=finding.references,
        places=(finding.places[0].text, finding.places[1].text),
    )


def _kind(finding: Finding) -> NoticeKind:
    if finding.kind is FindingKind.TITLE_DATE:  # only its sentence tells the two apart
        return NoticeKind.TITLE_CONTRADICTS if " contradicts " in finding.sentence else NoticeKind.TITLE_AGREES
    return {
        FindingKind.ISSUED_BEFORE: NoticeKind.ISSUED_BEFORE,
        FindingKind.DATED_TWICE: NoticeKind.DATED_TWICE,
        FindingKind.AGREEING: NoticeKind.REPORTED_TWICE,
    }[finding.kind]


def _issued(finding: Finding, document: questions.Document) -> Iterator[DateValue]:
    if finding.kind is FindingKind.ISSUED_BEFORE:
        for number in finding.references:
            issued = document.references_by_number[number].issued
            if issued is not None:
                yield issued
