"""What keeps sentences that would not read well out of the questions: one gate a language, of the same shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from questions.fact import Fact
from questions.regex import regex


@dataclass(frozen=True, kw_only=True)
class Gate:
    """How a language cleans the pieces of a fact, shortens them, and tells whether they read well."""

    clean: Callable[[str], str]
    """A piece with this language's punctuation, without what dangles at its ends."""
    unlinked: Callable[[str, str, str], tuple[str, str, str]]
    """Subject, what stands before the date, and the rest without words that link them to an earlier sentence."""
    first_deed: Callable[[str, int], str]
    """The rest up to where enough is said, given how many characters stand before the date."""
    admits: Callable[[Fact], bool]
    """Whether the source's wording around the date lets it be asked for."""
    reads_well: Callable[[str, str, str], bool]
    """Whether subject, what stands before the date, and the rest make sentences that read well."""
    is_named: Callable[[str, Fact], bool]
    """Whether it is certain where the subject ends."""
    is_state: Callable[[str, str], bool]
    """Whether what stands before the date and the rest tell how things were, rather than what happened."""
    stands_alone: Callable[[str], bool] | None = None
    """Whether a sentence of the source, its date left out, can be shown as it is; None where passages are shown."""


GAP = "_____"
"""What stands in a sentence for the date that is asked for."""

_RESIDUE = regex(r"\[\d|\[[来來]|https?:|\n|[（(]\s*[）)]|[__]{2}|[<>{}|．]|页面存档|頁面存檔|英[语語][A-Z]")
_BRACKETS = ("（）", "()", "《》", "「」", "『』", "“”", "[]", "〈〉")


def is_whole(text: str) -> bool:
    """Whether nothing of a web page is left in the text and every bracket and quotation mark has its partner."""
    balanced = all(text.count(pair[0]) == text.count(pair[1]) for pair in _BRACKETS)
    return balanced and text.count('"') % 2 == 0 and not _RESIDUE.search(text)
