"""What facts and references say about each other."""

from questions import QuestionType, find_facts, read, write_questions
from questions.consistency import Finding, FindingKind, check, contradicted
from questions.sample import sample_source


def findings_of(source: str | bytes) -> tuple[Finding, ...]:
    document = read(source)
    return check(document, find_facts(document))


def kinds(findings: tuple[Finding, ...]) -> list[tuple[FindingKind, tuple[int, ...]]]:
    return [(finding.kind, finding.references) for finding in findings]


def test_in_the_sample_papers_confirm_the_recognition_and_the_treaty() -> None:
    assert kinds(findings_of(sample_source())) == [
        (FindingKind.AGREEING, (8, 9)),
        (FindingKind.AGREEING, (17, 18)),
    ]


def test_a_reference_cannot_be_older_than_what_it_reports() -> None:
    text = "格鲁吉亚于2008年8月29日宣布断交[1]。\n\n  1. ^ Title. Place: Agency. 2008-08-20.\n"
    (finding,) = findings_of(text)
    assert finding.kind is FindingKind.ISSUED_BEFORE
    assert [place.text for place in finding.places] == ["2008年8月29日", "Title. Place: Agency. 2008-08-20."]


def test_a_promise_may_be_reported_before_it_is_due() -> None:
    text = "俄罗斯承诺于2008年11月派遣军人[1]。\n\n  1. ^ Title. Place: Agency. 2008-09-17.\n"
    assert findings_of(text) == ()


def test_one_event_with_two_dates_is_noticed() -> None:
    text = "格鲁吉亚于2008年8月29日宣布与俄罗斯断交。其他国家反对。\n\n格鲁吉亚于2008年9月3日宣布与俄罗斯断交。"
    (finding,) = findings_of(text)
    assert finding.kind is FindingKind.DATED_TWICE
    assert [place.text for place in finding.places] == ["2008年8月29日", "2008年9月3日"]


def test_a_coarser_date_contradicts_nothing() -> None:
    text = "格鲁吉亚于2008年8月29日宣布与俄罗斯断交。\n\n格鲁吉亚于2008年宣布与俄罗斯断交。"
    assert findings_of(text) == ()


def test_a_date_in_a_title_is_compared_with_the_fact_s() -> None:
    text = "格鲁吉亚于2008年8月29日宣布断交[1]。\n\n  1. ^ News of 30 August 2008. Place: Agency. 2008-09-20.\n"
    (finding,) = findings_of(text)
    assert finding.sentence == "The title of reference 1 says 2008-08-30, which contradicts 2008-08-29."


def test_a_box_that_dates_an_event_otherwise_than_the_text_is_noticed_and_neither_is_asked_about() -> None:
    box = "琉球\n\n首都\t首里\n萨摩藩入侵\t1609年4月5日\n\n"
    text = f"{box}1609年4月8日，桦山久高率萨摩藩船队入侵琉球。1725年，蔡温出版《中山世谱》。"
    document = read(text, title="琉球")
    facts = find_facts(document)
    (finding,) = check(document, facts)
    assert [place.text for place in finding.places] == ["1609年4月5日", "1609年4月8日"]
    assert contradicted(document, facts) == set(finding.fact_ids)
    asked = write_questions(document, types=[QuestionType.DATE_ENTRY])
    assert [str(question.date) for question in asked] == ["1725"]
