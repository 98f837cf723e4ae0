"""Quotes and references as lines that people read below an answer, and that give both back to the character.

    Source [8][9] (characters 54–85, date 54–59): On 26 August, Medvedev signed …
    [8] Russia recognises Georgia's breakaway republics. RIA Novosti. 2008-08-26.

The numbers count the characters of the source; a line that begins with four spaces goes on with the one before. What
an author remarks stands above, with an empty line between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from questions.document import Language
from questions.exchange.item import Citation, Item
from questions.question import Explanation
from questions.regex import regex

_INDENT = "    "
_NOTHING = "—"
_LONGEST_NUMBER = 9  # figures; a longer one counts nothing


@dataclass(frozen=True, kw_only=True)
class _Words:
    cited: str
    uncited: str
    without: str


_WORDS = {
    Language.ENGLISH: _Words(
        cited="Source {numbers} (characters {start}–{end}, date {date_start}–{date_end}): {quote}",
        uncited="Source, no reference given (characters {start}–{end}, date {date_start}–{date_end}): {quote}",
        without="no reference given",
    ),
    Language.SIMPLIFIED: _Words(
        cited="出处{numbers}（原文第{start}–{end}字，日期第{date_start}–{date_end}字）：{quote}",
        uncited="出处，原文未标参考文献（原文第{start}–{end}字，日期第{date_start}–{date_end}字）：{quote}",
        without="原文未标参考文献",
    ),
    Language.TRADITIONAL: _Words(
        cited="出處{numbers}（原文第{start}–{end}字，日期第{date_start}–{date_end}字）：{quote}",
        uncited="出處，原文未標參考文獻（原文第{start}–{end}字，日期第{date_start}–{date_end}字）：{quote}",
        without="原文未標參考文獻",
    ),
}

_FIGURES = rf"\d{{1,{_LONGEST_NUMBER}}}"
_SOURCE = regex(
    rf"(?:Source ?|出[处處])(?P<numbers>(?:\[{_FIGURES}\])*)(?:, no reference given|，原文未[标標][^（）\n]{{4}})?"
    rf"(?: \(characters |（原文第)({_FIGURES})–({_FIGURES})"
    rf"(?:, date |字，日期第)({_FIGURES})–({_FIGURES})(?:\): |字）：)(.*)",
    re.DOTALL,
)
_REFERENCE = regex(rf"\[({_FIGURES})\] (.*)", re.DOTALL)
_NUMBER = regex(r"\d+")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What stands below an answer."""

    explanations: tuple[Explanation, ...] = ()
    references: tuple[Citation, ...] = ()
    remark: str = ""


def evidence_text(item: Item) -> str:
    """The item's remark, quotes and references as lines; empty where it has none."""
    return below_answers(item.remark, source_lines(item), reference_lines(item))


def below_answers(remark: str, sources: str, references: str) -> str:
    """The three together, so that `read_evidence` tells them apart; a dash ends a remark that looks like evidence."""
    below = "\n".join(part for part in (sources, references) if part)
    if not below and read_evidence(remark) != Evidence(remark=remark):
        below = _NOTHING
    return "\n\n".join(part for part in (remark, below) if part)


def source_lines(item: Item) -> str:
    """The quotes that the key rests on, one a line."""
    words = _WORDS[item.question.language]
    return "\n".join(_source_line(explanation, words) for explanation in item.question.explanations)


def cited_numbers(explanation: Explanation, language: Language) -> str:
    """The numbers that the quoted sentence cites, or words that say that it cites none."""
    numbers = "".join(f"[{number}]" for number in explanation.citations)
    return numbers or f"({_WORDS[language].without})"


def reference_lines(item: Item) -> str:
    """The references, one a line."""
    return "\n".join(f"[{entry.number}] {_continued(entry.text)}" for entry in item.references)


def _source_line(explanation: Explanation, words: _Words) -> str:
    template = words.cited if explanation.citations else words.uncited
    return template.format(
        numbers="".join(f"[{number}]" for number in explanation.citations),
        start=explanation.start,
        end=explanation.end,
        date_start=explanation.date_start,
        date_end=explanation.date_end,
        quote=_continued(explanation.quote),
    )


def _continued(text: str) -> str:
    return text.replace("\n", f"\n{_INDENT}")


def read_evidence(text: str) -> Evidence:
    """What `evidence_text` wrote. Where the last paragraph is none of its lines, all of the text is a remark."""
    above, _gap, below = text.strip("\n").rpartition("\n\n")
    if below == _NOTHING:
        return Evidence(remark=above.strip())
    entries = [_entry(line) for line in _whole_lines(below)]
    read = [entry for entry in entries if entry is not None]
    if not below or len(read) < len(entries):
        return Evidence(remark=text.strip())
    return Evidence(
        explanations=tuple(entry for entry in read if isinstance(entry, Explanation)),
        references=tuple(entry for entry in read if isinstance(entry, Citation)),
        remark=above.strip(),
    )


def _whole_lines(text: str) -> Sequence[str]:
    """The lines, each with those that go on with it."""
    return [line.replace(f"\n{_INDENT}", "\n") for line in re.split(rf"\n(?!{_INDENT})", text)]


def _entry(line: str) -> Explanation | Citation | None:
    if match := _SOURCE.fullmatch(line):
        return _explanation(match)
    if match := _REFERENCE.fullmatch(line):
        return Citation(number=int(match[1]), text=match[2])
    return None


def _explanation(match: re.Match[str]) -> Explanation:
    """The explanation; where the numbers do not fit a quote that somebody edited, its span is made to fit."""
    start, end, date_start, date_end = (int(match[group]) for group in range(2, 6))
    quote = match[6]
    fits = end - start == len(quote) and start <= date_start <= date_end <= end
    return Explanation(
        quote=quote,
        start=start,
        end=end if fits else start + len(quote),
        date_start=date_start if fits else start,
        date_end=date_end if fits else start,
        citations=tuple(map(int, _NUMBER.findall(match["numbers"]))),
    )
