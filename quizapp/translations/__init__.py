"""The interface in other languages, and how the catalogues are kept in step with the code.

``python -m quizapp.translations`` collects the sentences of the code and the templates into the ``.po`` files, where
they are translated, and compiles what is translated into the ``.mo`` files, which are committed beside them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALES: Final = ("zh_Hans_CN",)
"""The locales with a catalogue; English is what the code is written in."""

_HERE: Final = Path(__file__).parent
_METHODS: Final = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
_OPTIONS: Final = {"**/templates/**.html": {"trimmed": "true"}}
_KEYWORDS: Final = {**DEFAULT_KEYWORDS, "lazy_gettext": None, "lazy_ngettext": (1, 2)}
_WIDTH: Final = 110
_HEADER: Final = "# The interface of Footnote. Collected and compiled by python -m quizapp.translations."


def catalogue_path(locale: str) -> Path:
    """Where the locale's sentences are translated; the compiled catalogue lies beside it as ``.mo``."""
    return _HERE / locale / "LC_MESSAGES" / "messages.po"


def collected() -> Catalog:
    """All sentences marked for translation in the code and the templates, with the files they stand in."""
    catalogue = Catalog()
    found = extract_from_dir(
        _HERE.parent, method_map=_METHODS, options_map=_OPTIONS, keywords=_KEYWORDS, comment_tags=("Translators:",)
    )
    for name, _line, message, comments, context in found:
        catalogue.add(message, locations=[(f"quizapp/{name}", 0)], auto_comments=comments, context=context)
    return catalogue


def stored(locale: str) -> Catalog:
    """The locale's catalogue as it is committed."""
    with catalogue_path(locale).open("rb") as file:
        return read_po(file, locale=locale)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def refresh(locale: str) -> Catalog:
    """Bring the locale's files up to date: new sentences wait for a translation, those gone are dropped."""
    path = catalogue_path(locale)
    catalogue = stored(locale) if path.exists() else _empty(locale)
    catalogue.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=_WIDTH, sort_output=True, include_lineno=False)
    path.with_suffix(".mo").write_bytes(compiled(stored(locale)))
    return catalogue


def _empty(locale: str) -> Catalog:
    return Catalog(
        locale=locale,
        project="Footnote",
        version="1",
        header_comment=_HEADER,
        last_translator="the Footnote contributors",
        language_team="the Footnote contributors",
        msgid_bugs_address="see README.md",
        revision_date=datetime(2026, 11, 22, tzinfo=UTC),
        fuzzy=False,
    )


def untranslated(catalogue: Catalog) -> list[str]:
    """The sentences that still lack a translation, or whose translation is only a guess."""
    waiting = (message for message in catalogue if message.fuzzy or not _is_complete(message.string))
    return [_first(message.id) for message in waiting if message.id]


def _is_complete(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) and (isinstance(string, str) or all(string or ()))


def _first(identity: str | tuple[str, ...] | list[str]) -> str:
    return identity if isinstance(identity, str) else identity[0]
