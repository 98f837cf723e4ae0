"""A small bank with a question of every kind, and texts that are hard on every format."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from questions import DateValue, Duration, Explanation, Language, Option, Quantity, Question, QuestionType, TimeUnit
from questions.exchange import Citation, Item
from questions.exchange.cleaning import cleaned

QUOTE = "On 26 August 2008, Medvedev signed the decrees"
EXPLANATION = Explanation(quote=QUOTE, start=54, end=54 + len(QUOTE), date_start=57, date_end=71, citations=(8, 9))
REFERENCES = (
    Citation(number=8, text="Russia recognises Georgia's republics. RIA Novosti. 2008-08-26 [2008-09-09]."),
    Citation(number=9, text="Clifford J. Levy: Russia Backs Independence. The New York Times, August 26, 2008"),
)


def asked(kind: QuestionType, stem: str, *options: Option, **key: object) -> Question:
    """A question with evidence; its id is its type's name."""
    return Question(
        id=str(kind),
        type=kind,
        language=Language.ENGLISH,
        stem=stem,
        options=options,
        difficulty=0.4,
        fact_ids=("cf9265b3",),
        explanations=(EXPLANATION,),
        **key,  # type: ignore[arg-type]
    )


CHOICE = asked(
    QuestionType.DATE_CHOICE,
    "On which day did Medvedev sign the decrees?",
    Option(id="a", text="26 August 2008", correct=True, feedback="Right. [8][9]", fact_id="cf9265b3"),
    Option(id="b", text="29 August 2008", feedback="Georgia broke off relations on that day. [12]"),
    Option(id="c", text="4 September 2008"),
)
SEVERAL = asked(
    QuestionType.WHICH_OF,
    "Which of these happened in 2008?",
    Option(id="a", text="The decrees were signed", correct=True),
    Option(id="b", text="The troops were cut", feedback="That was in 2009. [23]"),
    Option(id="c", text="Relations were broken off", correct=True),
    Option(id="d", text="The treaty ended"),
)
ENTRY = asked(QuestionType.DATE_ENTRY, "When did Medvedev sign the decrees?", date=DateValue("2008-08-26"))
INTERVAL = asked(QuestionType.INTERVAL, "How many days lay between?", duration=Duration(number=3, unit=TimeUnit.DAY))
CHRONOLOGY = asked(
    QuestionType.CHRONOLOGY,
    "Put these in order.",
    Option(id="a", text="The troops were cut", feedback="June 2009 [23]"),
    Option(id="b", text="The decrees were signed", fact_id="cf9265b3"),
    Option(id="c", text="Parliament was told"),
    order=(("b", "c"), ("a",)),
)
MATCHING = asked(
    QuestionType.MATCHING,
    "Which date belongs to which event?",
    Option(id="a", text="The decrees were signed", fact_id="cf9265b3"),
    Option(id="b", text="Relations were broken off"),
    Option(id="c", text="29 August 2008"),
    Option(id="d", text="June 2009", feedback="The troops were cut then. [23]"),
    Option(id="e", text="26 August 2008"),
    pairs=(("a", "e"), ("b", "c")),
)
TRUTH = asked(
    QuestionType.TRUE_FALSE_UNSTATED,
    "Does the text say so? “Medvedev signed the decrees in 2009.”",
    Option(id="a", text="The text says so"),
    Option(id="b", text="The text says otherwise", correct=True),
    Option(id="c", text="The text does not say"),
)

ORDERING = replace(CHRONOLOGY, id="ordering", type=QuestionType.ORDERING)
MULTIPLE = replace(SEVERAL, id="multiple", type=QuestionType.MULTIPLE_CHOICE)
QUESTIONS = (CHOICE, SEVERAL, ENTRY, INTERVAL, CHRONOLOGY, MATCHING, TRUTH)
CHOICES_OF_ONE = tuple(
    replace(CHOICE, id=str(kind), type=kind)
    for kind in (
        QuestionType.EVENT_CHOICE,
        QuestionType.WHO_CHOICE,
        QuestionType.WHERE_CHOICE,
        QuestionType.NUMBER_CHOICE,
        QuestionType.EARLIER,
        QuestionType.EVIDENCE,
        QuestionType.PRECISION,
        QuestionType.SINGLE_CHOICE,
        QuestionType.TRUE_FALSE,
    )
)
TEXT = asked(QuestionType.SHORT_TEXT, "Who signed the decrees?", accepted=("Medvedev", "Dmitry Medvedev = he"))
NUMBER = asked(
    QuestionType.NUMBER,
    "How many troops were sent?",
    quantity=Quantity(value=Decimal(3700), tolerance=Decimal("50.5"), unit="troops"),
)
CLOZE = asked(QuestionType.CLOZE, "[[1]] signed them in [[2]].", gaps=(("Medvedev", "He~"), ("2008",)))
TYPED = tuple(Item(question=question, references=REFERENCES) for question in (TEXT, NUMBER, CLOZE))
"""Questions whose answers are typed: other programs take them over, we read none of them back."""

BANK = tuple(
    Item(question=question, references=REFERENCES) for question in (*QUESTIONS, *CHOICES_OF_ONE, MULTIPLE, ORDERING)
)
"""Every type of question, each with its quote and its two references."""

_NASTY = (
    "~=#{}:\\%->[]<>&;\"'\n\t ,;|$/*`^!?()@+–，。：“”＝＋＠－\u3000\u200b\u200f\u202e\u05d0日年\U00020000\x85\u2028"
)
_SNIPPETS = [
    "->", "=50%", "~%50%", "[html]", "[plain]", "####", "::", "{T}", "\\n", "\\\\", "&&058;", "<b>x</b>", "&amp;",
    "]]>", "<!--", "$CATEGORY: x", "// footnote {}", "ANSWER: A", "A) x", "=1+1", "'=1", "Source [8]", "[8] x", "    ",
    "{{Answer}}", "\\(x\\)", "@@PLUGINFILE@@", "\r\n", "\x00\x07",
]  # fmt: skip
_PIECES = st.one_of(st.text(_NASTY, max_size=6), st.sampled_from(_SNIPPETS), st.text(max_size=4))
NASTY_TEXTS = st.lists(_PIECES, min_size=1, max_size=5).map("".join).filter(lambda text: bool(cleaned(text)))


def _explanations(quote: str, start: int, citations: list[int]) -> Explanation:
    end = start + len(quote)
    return Explanation(quote=quote, start=start, end=end, date_start=start, date_end=end, citations=tuple(citations))


_QUOTES = st.builds(_explanations, NASTY_TEXTS.map(cleaned), st.integers(0, 9999), st.lists(st.integers(1, 99)))


@st.composite
def nasty_items(draw: st.DrawFn) -> Item:
    """One of the bank's questions with all of its texts replaced."""
    model = draw(st.sampled_from(QUESTIONS))
    texts = draw(st.lists(NASTY_TEXTS, min_size=6, max_size=6, unique_by=lambda text: cleaned(text).replace("->", "→")))
    remarks = draw(st.lists(st.none() | NASTY_TEXTS, min_size=6, max_size=6))
    options = tuple(
        replace(option, text=text, feedback=remark)
        for option, text, remark in zip(model.options, texts, remarks, strict=False)
    )
    question = replace(
        model,
        stem=texts[5],
        options=options,
        explanations=tuple(draw(st.lists(_QUOTES, max_size=2))),
        language=draw(st.sampled_from(Language)),
    )
    references = draw(st.lists(st.builds(Citation, number=st.integers(1, 99), text=NASTY_TEXTS), max_size=2))
    return Item(
        question=question,
        references=tuple(references),
        remark=draw(st.just("") | NASTY_TEXTS),
        category=draw(st.sampled_from(["", "Caucasus", "Caucasus/2008 ~ =", "高加索"])),
    )
