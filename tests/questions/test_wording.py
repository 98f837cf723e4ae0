"""A distractor's feedback shows the source's own words for its date, cut where clauses end."""

from __future__ import annotations

import pytest

from questions import find_facts, read
from questions.writers.wording import words_around


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1923年，他到巴黎，三年后回国。", "1923年，他到巴黎，三年后回国"),
        ("据载，他在1923年[2]离开了家乡。", "…他在1923年离开了家乡"),
        (f"1923年，他离家到巴黎，{'又到了很远的地方' * 6}。", "1923年，他离家到巴黎…"),
        (f"1923年他{'到了很远的地方' * 10}。", None),
        (
            "In the end, he left in 1923, when the war was over[2].",
            "In the end, he left in 1923, when the war was over",
        ),
        (
            f"In 1923 he was known to nobody in town, {'and to few elsewhere, ' * 9}.",
            "In 1923 he was known to nobody in town",
        ),
    ],
)
def test_the_words_around_a_date_end_where_clauses_do(text: str, words: str | None) -> None:
    document = read(text)
    found = words_around(find_facts(document)[0], document)
    assert found == words or (words is not None and found is not None and found.startswith(words) and found[-1] == "…")
