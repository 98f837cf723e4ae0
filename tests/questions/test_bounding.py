"""Wrong dates that a Chinese stem itself excludes are not offered."""

from __future__ import annotations

import pytest

from questions import QuestionType, read, write_questions


@pytest.mark.parametrize(
    ("text", "asked", "first", "last"),
    [
        (
            (
                "傅青山于1861年4月26日出生。1909年，傅青山获赐工科进士。1912年，林海出任县长。"
                "1919年4月24日，傅青山病逝于汉口。1922年，林海访问青溪。1926年，林海创办《晨光》。"
            ),
            "工科进士",
            1861,
            1919,
        ),
        (
            (
                "1905年，林海访问青溪。1907年，林海创办《晨光》。1909年，林海出任县长。"
                "1915年，林海在辛亥革命爆发后创办《晚钟》。1920年，林海访问上海。"
            ),
            "晚钟",
            1911,
            1920,
        ),
    ],
)
def test_no_date_lies_outside_the_life_or_the_time_that_the_stem_tells_of(
    text: str, asked: str, first: int, last: int
) -> None:
    document = read(text, title="青溪")
    banks = (write_questions(document, seed=seed, types=[QuestionType.DATE_CHOICE]) for seed in range(6))
    found = [item for bank in banks for item in bank if asked in item.stem]
    years = {int(option.text[:4]) for item in found for option in item.options}
    assert len(years) > 1
    assert first <= min(years)
    assert max(years) <= last
