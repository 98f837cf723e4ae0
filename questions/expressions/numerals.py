"""Numbers as dates write them: full-width digits, Chinese numerals and English number words."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "Ｏ": 0, "两": 2, "兩": 2, "元": 1}
_DIGITS |= {character: value for value, character in enumerate("0123456789")}
_DIGITS |= {character: value for value, character in enumerate("０１２３４５６７８９")}
_TENS = {"廿": 20, "卅": 30}
_POWERS = {"十": 10, "百": 100, "千": 1000}

DIGIT = "[0-9０-９]"
HAN_DIGIT = "[〇零○一二三四五六七八九]"
HAN_NUMBER = "[〇零○一二三四五六七八九十廿卅百千两兩]"

ENGLISH_NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            *["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
            *["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
        ],
        start=1,
    )
} | {"an": 1, "one": 1, "hundred": 100}
ENGLISH_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ENGLISH_NUMBER = (
    rf"(?:(?:{'|'.join(ENGLISH_TENS)})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    rf"|{'|'.join(sorted(ENGLISH_NUMBERS, key=len, reverse=True))})"
)
"""A pattern for the number words of English that stand before "years later" and the like."""


def chinese_number(text: str) -> int:
    """The value of 38, ３８, 三十八, 廿三, 二〇〇八, 一九七0 or 元 (the first); the text holds no other characters."""
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total += _TENS[character]
        elif character in _POWERS:
            total += (digit or 1) * _POWERS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def english_number(text: str) -> int:
    """The value of ``12``, ``twelve`` or ``twenty-five``."""
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.lower().partition("-")
    return ENGLISH_TENS.get(tens, 0) + ENGLISH_NUMBERS[ones] if ones else (ENGLISH_TENS | ENGLISH_NUMBERS)[tens]
