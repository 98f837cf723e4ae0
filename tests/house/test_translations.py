"""Every sentence that people read is marked for translation, and translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from quizapp.pages import LANGUAGES
from quizapp.translations import LOCALES, catalogue_path, collected, stored, untranslated
from tests.house.markup import unmarked_text
from tests.house.sources import HAN, ROOT, python_files, templates, within

PLACE = re.compile(r"%\(\w+\)[sd]|%%")
PROPER_NAMES = frozenset({"CC BY-SA 4.0", "English"})
"""Visible text that is the same in every language; a language is called by its own name."""

HAN_IN_CODE = {
    "中文": "a language is called by its own name",
    "年月": "an example of a date as it may be typed",
    "一": "the first of the characters, to compare a text with",
    "题干": "the name of a column, in a sentence of the library",
    "注": "what stands in a document's markers, to be cut off",
}


@cache
def _collected() -> Catalog:
    return collected()


def _sentences(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def test_every_language_but_that_of_the_code_has_a_catalogue() -> None:
    assert set(LOCALES) == set(LANGUAGES.values()) - {"en"}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_is_in_the_catalogue(locale: str) -> None:
    """Where this fails, run `python -m quizapp.translations` and translate what is new."""
    known = {_forms(message.id) for message in _sentences(stored(locale))}
    wanted = {_forms(message.id) for message in _sentences(_collected())}
    assert {"missing": wanted - known, "gone": known - wanted} == {"missing": set(), "gone": set()}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_is_translated(locale: str) -> None:
    left = untranslated(stored(locale))
    assert left == [], f"{len(left)} sentences of {within(catalogue_path(locale))} wait for a translation"


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_keep_the_named_places(locale: str) -> None:
    wrong = {
        _forms(message.id): message.string
        for message in _sentences(stored(locale))
        for form in _forms(message.string or ())
        if form and set(PLACE.findall(form)) != set(PLACE.findall(_forms(message.id)[-1]))
    }
    assert wrong == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalogue_is_the_written_one(locale: str) -> None:
    """Where this fails, run `python -m quizapp.translations`."""
    with catalogue_path(locale).with_suffix(".mo").open("rb") as file:
        assert _said(read_mo(file)) == _said(stored(locale))


def _said(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The translations that there are; a plural that waits for its own is compiled as the English it stands for."""
    translated = ((_forms(message.id), _forms(message.string or ())) for message in _sentences(catalogue))
    return {identity: forms for identity, forms in translated if forms and all(forms) and forms != identity[:1]}


@pytest.mark.parametrize("path", templates(), ids=within)
def test_templates_show_no_text_that_is_not_marked(path: Path) -> None:
    found = [entry for entry in unmarked_text(path.read_text("utf-8")) if entry.text not in PROPER_NAMES]
    assert [f"{within(path)}:{entry.line} {entry.text!r}" for entry in found] == []


def test_chinese_stands_only_in_the_catalogue() -> None:
    files = [*python_files("quizapp"), *templates(), *(ROOT / "quizapp/static").rglob("*.js")]
    lines = [
        f"{within(path)}:{number}"
        for path in sorted(files)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if set(HAN.findall(line)) - set("".join(HAN_IN_CODE))
    ]
    assert lines == []
