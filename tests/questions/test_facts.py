"""Facts: their statements, their extent, their citations, and what holds for any text."""

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import Fact, UnreadableDocument, find_facts, read
from questions.fact import EntityKind, Modality
from tests.questions.tables import rows_of


def facts_of(text: str) -> tuple[Fact, ...]:
    return find_facts(read(text))


@pytest.mark.parametrize(("text", "statements"), rows_of("statements.md"), ids=lambda cell: str(cell)[:30])
def test_a_text_has_the_statements_of_its_row(text: str, statements: str) -> None:
    assert " ‖ ".join(fact.statement for fact in facts_of(text)) == statements


@pytest.mark.parametrize(
    ("text", "subject", "carried", "before_date", "rest"), rows_of("clauses.md"), ids=lambda cell: str(cell)[:30]
)
def test_the_last_fact_of_a_text_is_taken_apart(
    text: str, subject: str, carried: str, before_date: str, rest: str
) -> None:
    clause = facts_of(text)[-1].clause
    found = (
        clause.subject or "-",
        "yes" if clause.subject_carried else "no",
        clause.before_date or "-",
        clause.rest or "-",
    )
    assert found == (subject, carried, before_date, rest)


def test_citations_are_those_that_close_the_clause() -> None:
    text = "甲国于2008年8月29日宣布断交[12],并宣称乙地为领土[13]；2009年，甲国撤军[14][15]。"
    assert [fact.citations for fact in facts_of(text)] == [(12,), (14, 15)]


def test_a_marker_supports_its_sentence_back_to_the_marker_before() -> None:
    text = "2008年7月桥断[1]，8月城陷，9月议和[2]。2009年重建。2010年通车。[3]"
    assert [fact.citations for fact in facts_of(text)] == [(1,), (2,), (2,), (), (3,)]


def test_a_statement_without_markers_has_no_citations() -> None:
    assert facts_of("2008年，战争爆发。")[0].citations == ()


def test_a_quote_is_the_document_s_text_with_its_date() -> None:
    document = read("俄罗斯支持此举[1]；格鲁吉亚亦于2008年8月29日宣布断交[12]。")
    (fact,) = find_facts(document)
    assert fact.is_quoted_from(document)
    assert fact.quote == "格鲁吉亚亦于2008年8月29日宣布断交"


@pytest.mark.parametrize(
    ("text", "modality", "attribution"),
    [
        ("俄罗斯承诺于2008年11月派遣军人。", Modality.PROMISED, None),
        ("会议原定于2008年5月举行。", Modality.PLANNED, None),
        ("2009年6月，马卡罗夫指出将减少军力。", Modality.REPORTED, "马卡罗夫"),
        ("2008年，格鲁吉亚宣布断交。", Modality.STATED, None),
        ("2008年，俄罗斯没有撤军。", Modality.NEGATED, None),
        ("Russia promised to send troops in November 2008.", Modality.PROMISED, None),
        ("The cup was never held in 1940.", Modality.NEGATED, None),
        ("According to Xinhua, the war began in 2008.", Modality.REPORTED, "Xinhua"),
    ],
)
def test_a_claim_stays_a_claim(text: str, modality: Modality, attribution: str | None) -> None:
    (fact,) = facts_of(text)
    assert (fact.modality, fact.attribution) == (modality, attribution)


def test_the_date_of_a_report_dates_no_event() -> None:
    assert [
        fact.date.text for fact in facts_of("2008年8月8日，战争爆发。据新华社8月28日报道，俄军开始撤出格鲁吉亚。")
    ] == ["2008年8月8日"]


def test_names_and_quantities_are_found_in_the_quote() -> None:
    (fact,) = facts_of("2008年11月，时任总统科科伊季接受《时代》采访，俄罗斯派遣3700名军人。")
    assert [(entity.text, entity.kind) for entity in fact.entities] == [
        ("科科伊季", EntityKind.PERSON),
        ("《时代》", EntityKind.WORK),
        ("俄罗斯", EntityKind.PLACE),
    ]
    assert [(quantity.text, quantity.value, quantity.unit) for quantity in fact.quantities] == [("3700名", 3700, "名")]


def test_a_fact_keeps_its_id_while_its_text_is_the_same() -> None:
    text = "2008年，战争爆发。"
    assert facts_of(text)[0].id == facts_of(text)[0].id
    assert facts_of(text)[0].id != facts_of("又" + text)[0].id


PIECES = st.sampled_from(
    [
        *(
            "2008年",
            "8月26日",
            "同年",
            "翌日",
            "民國38年",
            "光緒十年",
            "19世纪",
            "90年代",
            "公元前",
            "三天后",
            "至",
            "-",
            "约",
            "每年",
        ),
        *(
            "，",
            "。",
            "；",
            "《",
            "》",
            "（",
            "）",
            "[1]",
            "[2][3]",
            "\n",
            " ",
            "英语Foo Bar",
            "格鲁吉亚",
            "宣布",
            "断交",
            "他",
            "在",
            "于",
        ),
        *(
            "26 August",
            "2008",
            "May",
            "the 1960s",
            "BC",
            "AD ",
            "between ",
            " and ",
            "–",
            ". ",
            "He ",
            "was founded ",
            "in ",
            "c. ",
        ),
        *(
            "\n1. ^ Title. 2008-08-26.",
            "\nReferences\n",
            "99999999",
            "一二三四五六七八九十百",
            "\u3000",
            "\u00a0",
            "😀",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_its_facts_are_true_to_it(text: str) -> None:
    document = read(text)
    for fact in find_facts(document):
        assert fact.is_quoted_from(document)
        assert document.text[fact.date.start : fact.date.end] == fact.date.text
        assert all(document.text[entity.start : entity.end] == entity.text for entity in fact.entities)
        assert all(document.text[number.start : number.end] == number.text for number in fact.quantities)
        assert edtf.parse_edtf(str(fact.date.value))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    try:
        document = read(source)
    except UnreadableDocument:
        return
    assert all(fact.is_quoted_from(document) for fact in find_facts(document))
