"""Documents that tell the same many times over."""

from random import Random

from questions import read, write_questions


def test_what_a_document_tells_many_times_stands_in_no_choice_twice() -> None:
    chance = Random(1)  # noqa: S311
    told = (
        "{year}年{month}月{day}日，第三军团攻占第{count}号要塞。",
        "{year}年，俄罗斯于{month}月又与{count}国签署协定。",
        "{year}年{month}月，蒙古军队亦攻占大都，俘虏{count}人。",
    )
    text = "\n\n".join(
        chance.choice(told).format(
            month=chance.randint(1, 12),
            day=chance.randint(1, 28),
            year=chance.randint(1500, 1999),
            count=chance.randint(1, 40),
        )
        for _ in range(300)
    )
    written = write_questions(read(text), types=["event-choice"])
    assert written
    assert all(len({option.text for option in question.options}) == len(question.options) for question in written)
