"""Reading: encodings, languages, sentences, markers, residue."""

import codecs

import pytest

from questions import Document, UnreadableDocument, read
from questions.document import Language

SIMPLIFIED = "这是一九四九年的事情，我们国家的人民经过了长期的战争。"
TRADITIONAL = "這是一九四九年的事情，我們國家的人民經過了長期的戰爭。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_simplified_text_is_recognised_in_its_encodings(encoding: str) -> None:
    document = read(SIMPLIFIED.encode(encoding))
    assert (document.text, document.language) == (SIMPLIFIED, Language.SIMPLIFIED)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5"])
def test_traditional_text_is_recognised_in_its_encodings(encoding: str) -> None:
    document = read(TRADITIONAL.encode(encoding))
    assert (document.text, document.language) == (TRADITIONAL, Language.TRADITIONAL)


def test_english_with_some_chinese_is_english() -> None:
    assert read("The word 年 means year, and the word 月 means month.").language is Language.ENGLISH


@pytest.mark.parametrize("source", [b"\x89PNG\r\n\x1a\n\x00\x00", codecs.BOM_UTF16_LE + b"a", b"\xff\xfe\xff\xff\xff"])
def test_bytes_that_are_no_text_are_refused_with_a_sentence(source: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^The file is not text .*\.$"):
        read(source)


def test_an_unknown_format_is_refused_with_a_sentence() -> None:
    with pytest.raises(UnreadableDocument, match="no reader for the format 'pdf'"):
        read("text", format="pdf")


def test_nothing_reads_as_an_empty_document() -> None:
    document = read("")
    assert (document.text, document.sentences, document.body_end) == ("", (), 0)


def test_line_ends_are_made_one() -> None:
    assert read("a\r\nb\rc").text == "a\nb\nc"


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read(text).sentences]


def test_sentences_keep_their_closing_marks() -> None:
    assert sentences("他说：「好。」[1]然后走了！\n第二段") == ["他说：「好。」[1]", "然后走了！", "第二段"]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Dr. Smith met J. R. Green in St. Louis. He left c. 1750. It was late."
    assert sentences(text) == ["Dr. Smith met J. R. Green in St. Louis.", "He left c. 1750.", "It was late."]


def test_paragraphs_are_counted_without_empty_lines() -> None:
    assert [sentence.paragraph for sentence in read("\n\n甲。乙。\n\n\n丙。").sentences] == [0, 0, 1]


def markers(document: Document) -> list[tuple[str, tuple[int, ...]]]:
    return [(marker.text, marker.numbers) for marker in document.markers]


def test_markers_name_their_references() -> None:
    found = markers(read("甲[1]乙[2][3]丙[4–6]丁[7, 9]戊[註 1]己[2008]"))
    assert found == [
        ("[1]", (1,)),
        ("[2]", (2,)),
        ("[3]", (3,)),
        ("[4–6]", (4, 5, 6)),
        ("[7, 9]", (7, 9)),
        ("[註 1]", ()),
    ]


def test_a_glued_gloss_is_residue() -> None:
    document = read("签署了互助协定英语Agreement of Friendship, Cooperation, and Assistance ,保证和平。")
    assert [residue.text for residue in document.residues] == [
        "英语Agreement of Friendship, Cooperation, and Assistance"
    ]


def test_a_language_that_is_spoken_is_no_residue() -> None:
    assert read("他用英语Hello问候大家。").residues == ()


def test_a_marker_takes_its_page_along_and_letters_mark_notes() -> None:
    document = read("战争爆发。[8]:23 后来结束[a]。他说“[a] man”。")
    assert markers(document) == [("[8]:23", (8,)), ("[a]", ())]
    assert document.sentences[0].text == "战争爆发。[8]:23"


def test_the_dates_of_a_reference_within_the_text_date_nothing() -> None:
    document = read("Title. Moscow: RIA. 2008年8月26日，宣布。[2008-09-09]. (原始内容存档于2013-05-12)。")
    assert [date.text for date in document.dates] == ["2008年8月26日"]
