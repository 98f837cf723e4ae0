"""What pages call the languages of documents, and what the library says, for the translator to find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from questions.document import Language, SourceFormat
from quizapp.errors import N_

LANGUAGE_NAMES: Final[Mapping[Language, str]] = {
    Language.SIMPLIFIED: N_("Chinese, simplified"),
    Language.TRADITIONAL: N_("Chinese, traditional"),
    Language.ENGLISH: N_("English"),
}

FORMAT_NAMES: Final[Mapping[SourceFormat, str]] = {
    SourceFormat.TEXT: N_("Plain text"),
    SourceFormat.HTML: N_("Web page"),
    SourceFormat.WIKITEXT: N_("Wikitext"),
    SourceFormat.MARKDOWN: N_("Markdown"),
}

LIBRARY_SENTENCES: Final = (
    N_("No year stands before it in its paragraph."),
    N_("No month stands before it in its paragraph."),
    N_("Its century is not certain."),
    N_("No date that it could count from stands before it in its paragraph."),
    N_("It is earlier than the date that would give its year."),
    N_("The date that it counts from is not given exactly enough."),
    N_("The calendar has no such date."),
    N_("It comes back every year."),
    N_("It is given only in relation to another time."),
    N_("A year of this name comes back every sixty years."),
    N_("Several eras of this name have such a year."),
    N_("The era did not last that long."),
    N_("It tells of a time before the date that would give its year."),
    N_("It is a date of the Julian calendar."),
    N_("It may be a decade or a century."),
    N_("It is a year or a number of years."),
    N_("Its day and its month may be either way round."),
    N_("Its month and day are those of the lunar calendar."),
    N_("It is given only roughly."),
    N_("The file is not text in UTF-8, UTF-16, GB18030 or Big5."),
)
"""Why a date expression made no fact, and why a source cannot be read: the library says it in English."""
