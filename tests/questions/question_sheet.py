"""Questions as a sheet that a teacher can read: the form of the corpus of the sample's bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from questions import Document, Option, Question, read, write_questions
from questions.sample import sample_source

SHEET = Path(__file__).parent / "corpus" / "questions_sample_bank.md"

_HEAD = """# 样本文献的全部题目

按题型排列；✓ 为正确答案，其后为选项的说明。「依据」是原文的原句和所标注的参考文献。
"""


def sheet(document: Document, questions: Iterable[Question]) -> str:
    """Every question with its options, key, feedback and evidence, as Markdown."""
    lines = [_HEAD]
    for kind, members in groupby(questions, key=lambda question: question.type):
        lines.append(f"## {kind}\n")
        for number, question in enumerate(members, 1):
            lines.append(f"{number}. **{question.stem}** （难度 {question.difficulty}）\n")
            lines.extend(_answers(question))
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _answers(question: Question) -> Iterator[str]:
    for option in question.options:
        yield f"   - {_tick(option)}{option.id}. {option.text} — {option.feedback}"
    if question.date is not None:
        yield f"   - ✓ {question.date}"
    if question.duration is not None:
        yield f"   - ✓ {question.duration.number} {question.duration.unit}"
    if question.pairs:
        yield f"   - ✓ {'，'.join(' = '.join(pair) for pair in question.pairs)}"
    if question.order:
        yield f"   - ✓ {' → '.join(' = '.join(group) for group in question.order)}"
    for entry in question.explanations:
        numbers = "".join(f"[{number}]" for number in entry.citations) or "（原文未标注参考文献）"
        yield f"   - 依据：{entry.quote} {numbers}"


def _tick(option: Option) -> str:
    return "✓ " if option.correct else ""


def written_sheet() -> str:
    """The sheet of the sample's bank as it is written now."""
    document = read(sample_source())
    return sheet(document, write_questions(document))


if __name__ == "__main__":
    SHEET.write_text(written_sheet(), encoding="utf-8")
