"""QTI packages: valid, the same each time, and read from other programs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from questions import DateValue, Interaction, QuestionType
from questions.exchange import Fault, Field, Format, Item, LeftOut, Loss, UnreadableFile, Wrong, read, write
from questions.exchange.archive import packed
from tests.questions.exchange.bank import BANK, CHRONOLOGY, nasty_items

SCHEMAS = Path(__file__).parent / "schemas"
VERSIONS = {Format.QTI_22: "qti22_item.rng", Format.QTI_30: "qti30_item.rng"}


def _schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(SCHEMAS / name)))


def _files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _faults(schema: etree.RelaxNG, source: bytes) -> list[str]:
    valid = schema.validate(etree.fromstring(source))
    return [] if valid else [f"{entry.line}: {entry.message}" for entry in schema.error_log]


@pytest.mark.parametrize("form", VERSIONS)
def test_every_item_and_manifest_is_valid(form: Format) -> None:
    files = _files(write(BANK, format=form).content)
    items = [source for name, source in files.items() if name.startswith("items/")]
    assert len(items) == len(BANK)
    assert [_faults(_schema(VERSIONS[form]), source) for source in items] == [[]] * len(BANK)
    assert _faults(_schema("manifest.rng"), files["imsmanifest.xml"]) == []


@pytest.mark.parametrize("form", VERSIONS)
def test_an_item_looks_as_it_did(form: Format) -> None:
    golden = Path(__file__).parent / f"golden/item.{form}.xml"
    assert _files(write(BANK[:1], format=form).content)["items/00001.xml"].decode() == golden.read_text("utf-8")


@pytest.mark.parametrize("form", VERSIONS)
def test_the_manifest_names_each_file_of_the_package(form: Format) -> None:
    files = _files(write(BANK, format=form).content)
    manifest = etree.fromstring(files["imsmanifest.xml"])
    assert {"imsmanifest.xml", *manifest.xpath("//@href")} == set(files)


@settings(max_examples=30, deadline=None)
@given(item=nasty_items())
def test_an_item_is_valid_whatever_its_texts_are(item: Item) -> None:
    for form, name in VERSIONS.items():
        assert _faults(_schema(name), _files(write([item], format=form).content)["items/00001.xml"]) == []


def test_the_schema_finds_what_is_out_of_order() -> None:
    source = _files(write(BANK[:1], format=Format.QTI_22).content)["items/00001.xml"]
    assert _faults(_schema("qti22_item.rng"), source.replace(b' identifier="b"', b"")) != []


def test_the_package_has_no_clock_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(write(BANK, format=Format.QTI_22).content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_events_of_equal_date_are_said_to_be_written_in_one_order() -> None:
    tied = write([Item(question=CHRONOLOGY)], format=Format.QTI_22)
    assert tied.left_out == (LeftOut(item=1, loss=Loss.TIES),)


OTHERS = b"""<?xml version="1.0"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="x1" title="t">
  <responseDeclaration identifier="R" cardinality="single" baseType="identifier">
    <correctResponse><value>B</value></correctResponse>
  </responseDeclaration>
  <itemBody>
    <p>Look at   the <b>map</b>.<img src="map.png" alt=""/></p>
    <choiceInteraction responseIdentifier="R" shuffle="false" maxChoices="1">
      <prompt>Which town
        is it?</prompt>
      <simpleChoice identifier="A">Gori<feedbackInline identifier="A">No.</feedbackInline></simpleChoice>
      <simpleChoice identifier="B"><p>Tskhinvali</p></simpleChoice>
    </choiceInteraction>
  </itemBody>
  <modalFeedback outcomeIdentifier="F" identifier="B" showHide="show">Yes.</modalFeedback>
  <modalFeedback outcomeIdentifier="F" identifier="ALL" showHide="show">See the atlas.</modalFeedback>
</assessmentItem>"""


def test_an_item_of_another_program_is_read() -> None:
    read_in = read(OTHERS)
    (item,) = read_in.items
    question = item.question
    assert question.type is QuestionType.SINGLE_CHOICE
    assert question.stem == "Look at the map.\nWhich town is it?"
    assert [(one.text, one.correct, one.feedback) for one in question.options] == [
        ("Gori", False, "No."),
        ("Tskhinvali", True, "Yes."),
    ]
    assert item.remark == "See the atlas."
    assert read_in.left_out == (LeftOut(item=1, loss=Loss.IMAGE, line=2),)


def test_a_bad_item_does_not_keep_the_good_ones_out() -> None:
    files = _files(write(BANK[:2], format=Format.QTI_30).content)
    files["items/00001.xml"] = files["items/00001.xml"].replace(b"<qti-value>a<", b"<qti-value>z<")
    files["items/00003.xml"] = b"<qti-assessment-item><qti-item-body>"
    read_in = read(packed(files))
    assert read_in.items == BANK[1:2]
    assert read_in.errors == (
        Fault(item=1, line=2, field=Field.KEY, wrong=Wrong.UNKNOWN_OPTION, what="z"),
        Fault(item=3, line=1, field=Field.FILE, wrong=Wrong.BROKEN_FILE, what="items/00003.xml"),
    )
    assert read_in.errors[0].sentence == "The key names “z”, which is no option."


def test_a_type_without_a_place_is_named() -> None:
    essay = OTHERS.replace(b"choiceInteraction", b"hotspotInteraction")
    assert read(essay).left_out == (LeftOut(item=1, loss=Loss.OTHER_TYPE, what="hotspot", line=2),)


def test_a_package_without_items_is_refused_with_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="holds no question"):
        read(packed({"imsmanifest.xml": b"<manifest/>"}))


def test_partial_dates_earn_their_share_as_mapped_values() -> None:
    entry = next(item for item in BANK if item.question.type.interaction is Interaction.ENTRY)
    source = etree.fromstring(_files(write([entry], format=Format.QTI_22).content)["items/00001.xml"])
    shares = {node.get("mapKey"): node.get("mappedValue") for node in source.iter("{*}mapEntry")}
    assert (shares["2008-08-26"], shares["26 August 2008"], shares["2008年8月"], shares["2008"]) == (
        "1",
        "1",
        "0.75",
        "0.5",
    )
    plain = replace(entry.question, date=DateValue("2004/2006"))
    assert read(write([replace(entry, question=plain)], format=Format.QTI_22).content).questions == (plain,)
