"""Which language and script a text is written in."""

from __future__ import annotations

from questions.document import Language
from questions.regex import regex

# Frequent characters that differ between the scripts, pair by pair.
_SIMPLIFIED = (
    "国们来时为这会个说过对发后经无进开实当还业学现动长关问间将战军与东从总统区华义议员党报见认条团联则车银馆独签"
)
_TRADITIONAL = (
    "國們來時為這會個說過對發後經無進開實當還業學現動長關問間將戰軍與東從總統區華義議員黨報見認條團聯則車銀館獨簽"
)

_HAN = regex(r"[\u3400-\u9fff]")
_LATIN_WORD = regex(r"[A-Za-z]{2,}")
_SAMPLE = 20_000


def language_of(text: str) -> Language:
    """The language of most of the text; a text without words counts as English."""
    sample = text[:_SAMPLE]
    if 2 * len(_HAN.findall(sample)) <= len(_LATIN_WORD.findall(sample)):
        return Language.ENGLISH
    simplified = sum(map(sample.count, _SIMPLIFIED))
    traditional = sum(map(sample.count, _TRADITIONAL))
    return Language.TRADITIONAL if traditional > simplified else Language.SIMPLIFIED
