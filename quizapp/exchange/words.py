"""What pages say of formats, and what the library says of files: sentences marked for translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from questions.exchange import Field, Format
from quizapp.errors import N_

FORMAT_NAMES: Final[Mapping[Format, str]] = {
    Format.GIFT: N_("GIFT"),
    Format.AIKEN: N_("Aiken"),
    Format.MOODLE_XML: N_("Moodle XML"),
    Format.QTI_22: N_("QTI 2.2"),
    Format.QTI_30: N_("QTI 3.0"),
    Format.CSV: N_("Table (CSV)"),
    Format.ANKI: N_("Anki deck"),
}

PURPOSES: Final[Mapping[Format, str]] = {
    Format.GIFT: N_("For Moodle, as plain text that people can read and edit."),
    Format.AIKEN: N_("The plainest text, which nearly every learning platform reads."),
    Format.MOODLE_XML: N_("For Moodle. The best choice there."),
    Format.QTI_22: N_("For platforms that read QTI 2, such as TAO: an archive with one file for each question."),
    Format.QTI_30: N_("For platforms that read QTI 3: an archive with one file for each question."),
    Format.CSV: N_("For spreadsheets, and from one Footnote to another: one row for each question."),
    Format.ANKI: N_("For learning with flashcards. A deck that is exported later brings earlier cards up to date."),
}

LIMITS: Final[Mapping[Format, str]] = {
    Format.GIFT: N_("It has no order of events: they become pairs of an event and its place."),
    Format.AIKEN: N_("It holds choices with one right option and nothing else: no quotes, no references, no remarks."),
    Format.MOODLE_XML: N_("It knows no events of equal date, and of typed dates only the forms that are written out."),
    Format.QTI_22: N_("It knows no events of equal date, and of typed dates only the forms that are written out."),
    Format.QTI_30: N_("It knows no events of equal date, and of typed dates only the forms that are written out."),
    Format.CSV: N_(
        "It holds everything but short texts, numbers and cloze texts written by hand. What looks like a formula has "
        "an apostrophe before it."
    ),
    Format.ANKI: N_("Cards ask, but do not mark. A deck cannot be imported here."),
}

FIELD_NAMES: Final[Mapping[Field, str]] = {
    Field.STEM: N_("Stem"),
    Field.OPTIONS: N_("Options"),
    Field.KEY: N_("Key"),
    Field.QUESTION: N_("Whole question"),
    Field.FILE: N_("File"),
}

OTHER_TYPES: Final[Mapping[str, str]] = {
    "essay": N_("essay"),
    "description": N_("text without a question"),
    "numerical": N_("number with a tolerance"),
    "extendedText": N_("essay"),
    "upload": N_("file to hand in"),
    "calculated": N_("number to calculate"),
}
"""Types of other programs that have no place here; others are called as their programs call them."""

WRONG: Final = (
    N_("The question has no text."),
    N_("An option has no text."),
    N_("There are fewer than two options."),
    N_("A question has at most %(what)s options."),
    N_("Two options read the same."),
    N_("A text has at most %(what)s characters."),
    N_("No option is marked as right."),
    N_("More than one option is marked as right."),
    N_("Every option is marked as right."),
    N_("The column of the key is empty."),
    N_("There are fewer than two pairs."),
    N_("A pair has no arrow (->)."),
    N_("A length of time is a whole number."),
    N_("The brace before the answers is not closed before the next empty line."),
    N_("There is no line ANSWER behind the options."),
    N_("The key names “%(what)s”, which is no option."),
    N_("The order does not name each option once."),
    N_("The item has no body."),
    N_("The item declares no right response."),
    N_("The parts do not make a question: %(what)s"),
    N_("A cell does not end, or is too long; what follows is not read."),
    N_("The XML ends here or has a mistake; what follows is not read."),
    N_("The file %(what)s has a mistake in its XML, or is none."),
    N_("The file %(what)s is QTI 1.2, which is not read; please export QTI 2.2 or 3.0."),
)
"""What the library finds wrong with an item."""

LOST: Final = (
    N_("Images are not taken over."),
    N_("Formulas are not taken over as formulas."),
    N_("Questions of the type “%(what)s” are not taken over."),
    N_("Typed answers that are no dates are not taken over."),
    N_("Typed numbers are taken over only as days, months or years."),
    N_("Marks and penalties are not taken over."),
    N_("Pairs in which two items share a match are not taken over."),
    N_("Answers within the text of a question are not taken over."),
    N_("The format has no place for quotes, references and remarks on the answers."),
    N_("The format has no questions of the type “%(what)s”."),
    N_("The format knows no events of equal date: one of the right orders was written."),
    N_("Other programs accept a typed date only in the forms that were written out."),
    N_("Arrows (->) within a pair were written as →."),
    N_("The format has no line ends within a text: a space was written."),
    N_("The format would take the beginning of a text for a mark of its own."),
    N_("Characters that no text has were left out."),
    N_("The format has no categories."),
)
"""Why the library leaves something out."""

UNREADABLE: Final = (
    N_("The file is XML, but no question bank of Moodle."),
    N_("The file has too many elements, or nests them too deeply."),
    N_("The file declares a document type or entities, which are not read."),
    N_("The file is not XML."),
    N_("The archive holds no question of QTI."),
    N_("The file is XML, but no question of Moodle or QTI."),
    N_("The file has more than 5 MB."),
    N_("Decks of Anki are written, but not read."),
    N_("The file is none of GIFT, Aiken, Moodle XML, QTI and CSV."),
    N_("The first line of the table names no column “stem” (题干)."),
    N_("The file has more than 10000 questions; please divide it."),
    N_("The archive is damaged, or is none."),
    N_("The archive has more than 12000 files."),
    N_("The archive is too large when it is unpacked."),
    N_("Two files of the archive have the same name."),
    N_("A file of the archive would lie outside of it."),
    N_("The archive holds a link instead of a file."),
    N_("The archive is encrypted, or packed in a way that is not read."),
    N_("A file of the archive grows too much when it is unpacked."),
    N_("Files of the archive lie over each other."),
    N_("The file is not text in UTF-8, UTF-16, GB18030 or Big5."),
)
"""Why the library reads nothing of a file."""

NO_QUESTION: Final = (
    N_("A length of time is not negative."),
    N_("A question needs a stem."),
    N_("A difficulty lies between 0 and 1."),
    N_("Each option needs an id of its own."),
    N_("An option cannot be empty."),
    N_("A choice needs at least two options."),
    N_("A single choice needs exactly one right option."),
    N_("A choice has no key but its right option."),
    N_("A choice of several needs at least one right and one wrong option."),
    N_("A choice has no key but its right options."),
    N_("A date entry needs a date as its key, and nothing else."),
    N_("An interval needs a length of time as its key, and nothing else."),
    N_("A number has a tolerance of 0 or more."),
    N_("A short text needs the texts that are accepted as its key, and nothing else."),
    N_("A cloze needs what is accepted in its gaps as its key, and nothing else."),
    N_("The gaps of a cloze stand in its stem in order."),
    N_("Each gap of a cloze needs a text that is accepted."),
    N_("An order names each of its options once, and has at least two."),
    N_("An order has no key but the order."),
    N_("A matching question has two pairs at least, of options that each stand in one pair only."),
    N_("A matching question has no key but its pairs."),
)
"""Why the library makes no question of parts."""
