"""What pages call the kinds and the stages of reports: sentences marked for translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quizapp.errors import N_
from quizapp.reports.state import Kind, Stage

KIND_NAMES: Final[Mapping[Kind, str]] = {
    Kind.KEY: N_("The answer given as right is wrong"),
    Kind.SOURCE: N_("The source does not bear it out"),
    Kind.UNCLEAR: N_("The question is unclear"),
    Kind.TEXT: N_("There is a mistake in the text"),
    Kind.OTHER: N_("Something else"),
}

STAGE_NAMES: Final[Mapping[Stage, str]] = {
    Stage.OPEN: N_("Waits for a reply"),
    Stage.ANSWERED: N_("Answered"),
    Stage.CLOSED: N_("Closed"),
}
