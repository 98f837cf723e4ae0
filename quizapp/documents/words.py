"""What pages call the languages of documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from questions.document import Language
from quizapp.errors import N_

LANGUAGE_NAMES: Final[Mapping[Language, str]] = {
    Language.SIMPLIFIED: N_("Chinese, simplified"),
    Language.TRADITIONAL: N_("Chinese, traditional"),
    Language.ENGLISH: N_("English"),
}
