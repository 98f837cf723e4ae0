"""What a format has no place for can be said before anything is written."""

from __future__ import annotations

import pytest

from questions.exchange import Format, left_out, write
from tests.questions.exchange.bank import BANK, TYPED


@pytest.mark.parametrize("form", Format)
def test_it_is_what_writing_says(form: Format) -> None:
    assert left_out(BANK, format=form) == write(BANK, format=form).left_out
    assert bool(left_out(BANK, format=form)) is (form not in (Format.CSV, Format.ANKI))


def test_what_a_format_cannot_hold_at_all_is_named_and_the_rest_is_written() -> None:
    items = (TYPED[2], BANK[0], TYPED[0])
    for form in (Format.CSV, Format.QTI_22, Format.QTI_30):
        assert [(left.item, left.what) for left in left_out(items, format=form) if left.what] == [
            (1, "cloze"),
            (3, "short-text"),
        ]
        assert write(items, format=form).left_out == left_out(items, format=form)


def test_typed_answers_are_written_as_moodle_reads_them() -> None:
    gift = write(TYPED, format=Format.GIFT).content.decode()
    assert "{ =Medvedev =Dmitry Medvedev \\= he" in " ".join(gift.split())
    assert "#3700:50.5" in gift
    xml = write(TYPED, format=Format.MOODLE_XML).content.decode()
    assert '<question type="cloze">' in xml
    assert r"{1:SHORTANSWER:=Medvedev~=He\~} signed them in {1:SHORTANSWER:=2008}." in xml
    assert "<tolerance>50.5</tolerance>" in xml
