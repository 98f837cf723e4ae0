"""The title that a text brings along."""

import pytest

import questions
from questions.titles import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("申報[編輯]\n維基百科,自由的百科全書\n\n創刊於1872年。", "申報"),
        ("Treaty of Ghent\nFrom Wikipedia, the free encyclopedia\nIt ended a war.", "Treaty of Ghent"),
        ("A Short History of Our Town\n\nIt began in 1820.", "A Short History of Our Town"),
        ("== 某大学 ==\n\n某大学创立于1920年。", "某大学"),
        ("某大学\n某大学创立于1920年。", "某大学"),
        ("It began in 1820.\n\nIt ended in 1830.", None),
        ("战争爆发于1920年。\n\n后来停战。", None),
        ("創刊日\t1872年\n\n申報是報紙。", None),
        ("1872年4月30日\n\n申報創刊。", None),
        ("A line that\ngoes on in 1820.", None),
        ("Only a line", None),
        ("", None),
    ],
)
def test_a_title_is_a_first_line_that_is_no_sentence(text: str, title: str | None) -> None:
    assert title_of(text) == title


def test_a_title_that_is_given_stands_before_the_text_s_own() -> None:
    text = "Treaty of Ghent\n\nIt ended a war in 1814.\n"
    assert (questions.read(text).title, questions.read(text, title="Ghent").title) == ("Treaty of Ghent", "Ghent")
