"""The forms in which other programs accept a typed date earn there what they earn here."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from questions import DateValue, TypedDate, mark, read_date
from questions.exchange.typed_forms import typed_forms
from tests.questions.exchange.bank import ENTRY


@pytest.mark.parametrize("value", ["2008-08-26", "2008-09", "2008", "1066-10-14", "198X", "18XX"])
def test_each_form_is_read_here_and_earns_the_same(value: str) -> None:
    asked = replace(ENTRY, date=DateValue(value))
    forms = typed_forms(DateValue(value))
    read = {form.text: form.share for form in forms if not form.text.endswith("X")}
    assert read == {text: mark(asked, TypedDate(value=read_date(text))).fraction for text in read}


@pytest.mark.parametrize(
    "value", ["2008-08-26", "2008-24", "2008~", "-0220", "0000", "1994/..", "2004/2006", "../2010-02"]
)
def test_every_date_has_its_own_text_first_and_each_form_once(value: str) -> None:
    forms = typed_forms(DateValue(value))
    assert (forms[0].text, forms[0].share) == (value, Fraction(1))
    assert len({form.text for form in forms}) == len(forms)
