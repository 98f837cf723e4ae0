"""Documents that tell the same many times over."""

from random import Random

from questions import read, write_questions


def test_what_a_document_tells_many_times_stands_in_no_choice_twice() -> None:
    chance = Random(1)  # noqa: S311
    told = (
        "{year}年{month}月{day}日，清军攻占{place}。",
        "{year}年，{name}出任{place}知府。",
        "{year}年{month}月，{name}攻占{place}，俘虏{count}人。",
    )
    text = "\n\n".join(
        chance.choice(told).format(
            month=chance.randint(1, 12),
            day=chance.randint(1, 28),
            year=chance.randint(1500, 1999),
            count=chance.randint(1, 40),
            name=chance.choice(["张文远", "李伯庸", "王孝先", "陈子昂", "赵世延", "周士朴", "吴三省", "郑克明"]),
            place=chance.choice(["青州", "扬州", "苏州", "杭州", "福州", "泉州", "登州", "莱州", "徐州", "颍州"]),
        )
        for _ in range(300)
    )
    written = write_questions(read(text), types=["event-choice"])
    assert written
    assert all(len({option.text for option in question.options}) == len(question.options) for question in written)
