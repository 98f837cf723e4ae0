"""What a format has no place for can be said before anything is written."""

from __future__ import annotations

import pytest

from questions.exchange import Format, left_out, write
from tests.questions.exchange.bank import BANK


@pytest.mark.parametrize("form", Format)
def test_it_is_what_writing_says(form: Format) -> None:
    assert left_out(BANK, format=form) == write(BANK, format=form).left_out
    assert bool(left_out(BANK, format=form)) is (form not in (Format.CSV, Format.ANKI))
