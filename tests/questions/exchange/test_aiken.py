"""Aiken: choices with one right option, and a word about all that it cannot hold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given, settings

from questions import Interaction, Language
from questions.exchange import Fault, Field, Format, Item, Loss, Wrong, read, write
from questions.exchange.cleaning import clean_item
from tests.questions.exchange.bank import BANK, nasty_items

GOLDEN = Path(__file__).parent / "golden"


def _choices(item: Item) -> tuple[str, tuple[tuple[str, bool], ...]]:
    return item.question.stem, tuple((option.text, option.correct) for option in item.question.options)


def test_the_file_looks_as_it_did() -> None:
    assert write(BANK[:7], format=Format.AIKEN).content.decode() == (GOLDEN / "bank.aiken").read_text("utf-8")


def test_stem_options_and_key_come_back_and_the_rest_is_said_to_be_lost() -> None:
    written = write(BANK, format=Format.AIKEN)
    chosen = [item for item in BANK if item.question.type.interaction is Interaction.CHOICE]
    assert [_choices(item) for item in read(written.content).items] == [_choices(item) for item in chosen]
    assert Counter((left.loss, left.what) for left in written.left_out) == {
        (Loss.EVIDENCE, ""): len(chosen),
        **{(Loss.TYPE, kind): 1 for kind in ("which-of", "date-entry", "interval", "chronology", "matching")},
        **{(Loss.TYPE, kind): 1 for kind in ("multiple-choice", "ordering")},
    }


@settings(max_examples=30, deadline=None)
@given(item=nasty_items())
def test_no_text_is_too_odd(item: Item) -> None:
    written = write([item], format=Format.AIKEN)
    back = read(written.content, format=Format.AIKEN)
    lost = {left.loss for left in written.left_out}
    if lost & {Loss.TYPE, Loss.MARK_AT_START}:
        assert back.items == ()
        return
    assert back.errors == ()
    stem, options = _choices(clean_item(item))
    flat = tuple((_flat(text), correct) for text, correct in options)
    assert [_choices(one) for one in back.items] == [(_flat(stem), flat)]


def _flat(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text


def test_chinese_files_are_read_in_their_encodings() -> None:
    text = "格鲁吉亚的首都是哪里？\nA．第比利斯\nB、哥里\n答案：a\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        (item,) = read(text.replace("\n", "\r\n").encode(encoding)).items
        assert _choices(item) == ("格鲁吉亚的首都是哪里？", (("第比利斯", True), ("哥里", False)))
        assert item.question.language is Language.SIMPLIFIED


def test_a_bad_question_is_named_by_line_and_field_and_the_others_are_kept() -> None:
    text = "One?\nA) a\nB) b\nANSWER: C\n\nTwo?\nA) a\nB) b\n\nThree?\nA) a\nB) b\nANSWER: B\n\nFour?\nANSWER: A\n"
    imported = read(text.encode(), format=Format.AIKEN)
    assert [item.question.stem for item in imported.items] == ["Three?"]
    assert imported.errors == (
        Fault(item=1, line=1, field=Field.KEY, wrong=Wrong.UNKNOWN_OPTION, what="C"),
        Fault(item=2, line=6, field=Field.KEY, wrong=Wrong.NO_ANSWER),
        Fault(item=4, line=15, field=Field.OPTIONS, wrong=Wrong.FEW_OPTIONS),
    )
