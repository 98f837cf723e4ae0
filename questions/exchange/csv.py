"""CSV for spreadsheets: a question a row, in UTF-8 with a byte order mark, every quote and reference in a column.

`key` names options by their letters: ``a``, ``a b`` for several, ``a < b = c`` for an order, ``a:d b:c`` for pairs; of
a typed date it is the EDTF text, of an interval ``3 day``. A text that a spreadsheet would take for a formula has an
apostrophe before it, which reading takes away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from questions.exchange.drafts import letter
from questions.exchange.evidence import reference_lines, source_lines
from questions.exchange.item import Item, LeftOut
from questions.question import Interaction, Option, Question
from questions.regex import regex

FEWEST_OPTIONS = 4
COLUMNS = ("id", "type", "language", "stem", "key")
BEHIND = ("difficulty", "facts", "option_ids", "option_facts", "remark", "sources", "references", "category")

_FORMULA = regex("[\\s\"'`“”‘’«»＂＇\u200b\u200e\u200f\u2060\ufeff]*[=+\\-@＝＋－＠\u2212\ufe62\ufe63\ufe66\ufe6b\t\r]")


def write_csv(items: Sequence[Item]) -> tuple[str, list[LeftOut]]:
    """The items as CSV with a row of headings; nothing is lost."""
    widest = max((len(item.question.options) for item in items), default=0)
    letters = [letter(place) for place in range(max(widest, FEWEST_OPTIONS))]
    target = io.StringIO(newline="")
    table = csv.writer(target)
    table.writerow(
        [*COLUMNS, *(f"option_{name}" for name in letters), *(f"feedback_{name}" for name in letters), *BEHIND]
    )
    for item in items:
        table.writerow(_row(item, len(letters)))
    return "\ufeff" + target.getvalue(), []


def _row(item: Item, width: int) -> list[str]:
    question = item.question
    gap = [""] * (width - len(question.options))
    texts = [
        question.id,
        str(question.type),
        str(question.language),
        question.stem,
        key_text(question),
        *(option.text for option in question.options),
        *gap,
        *(option.feedback or "" for option in question.options),
        *gap,
    ]
    behind = [" ".join(question.fact_ids), _own_ids(question.options), _facts(question.options)]
    below = [item.remark, source_lines(item), reference_lines(item), item.category]
    return [*map(neutralised, texts), repr(question.difficulty), *map(neutralised, [*behind, *below])]


def _own_ids(options: Sequence[Option]) -> str:
    """The options' ids, where they are not simply the letters."""
    ids = [option.id for option in options]
    return "" if ids == [letter(place) for place in range(len(ids))] else " ".join(ids)


def _facts(options: Sequence[Option]) -> str:
    """The options' facts in their order, a dash for none."""
    facts = [option.fact_id or "-" for option in options]
    return " ".join(facts) if any(option.fact_id for option in options) else ""


def key_text(question: Question) -> str:
    """The key as the column has it."""
    names = {option.id: letter(place) for place, option in enumerate(question.options)}
    match question.type.interaction:
        case Interaction.ORDER:
            return " < ".join(" = ".join(names[name] for name in group) for group in question.order)
        case Interaction.MATCH:
            return " ".join(f"{names[first]}:{names[second]}" for first, second in question.pairs)
        case Interaction.ENTRY:
            return str(question.date)
        case Interaction.NUMBER if question.duration:
            return f"{question.duration.number} {question.duration.unit}"
        case _:
            return " ".join(names[name] for name in question.right_ids)


def neutralised(text: str) -> str:
    """The text as a cell that no spreadsheet computes: an apostrophe stands before what would be a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """The text that `neutralised` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
