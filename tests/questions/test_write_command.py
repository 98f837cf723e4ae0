"""``python -m questions write``: the JSON that other programs rely on, and the sheet for people."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from questions import DateValue, question_from_json, read, write_questions
from questions.commandline import main
from questions.sample import sample_source

Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def sample(tmp_path: Path) -> str:
    path = tmp_path / "sample.txt"
    path.write_bytes(sample_source())
    return str(path)


def _written(arguments: list[str], capsysbinary: Captured) -> bytes:
    assert main(["write", *arguments]) == 0
    return capsysbinary.readouterr().out


def test_the_json_has_the_keys_that_others_rely_on(sample: str, capsysbinary: Captured) -> None:
    written = json.loads(_written([sample, "--json", "--seed", "1"], capsysbinary))
    assert set(written) >= {"document", "seed", "questions"}
    assert written["seed"] == 1
    assert written["document"]["language"] == "zh-Hans"
    keys = {"id", "type", "language", "stem", "options", "key", "difficulty", "fact_ids", "explanation"}
    spans = {"quote", "start", "end", "date_start", "date_end", "citations"}
    for question in written["questions"]:
        assert set(question) >= keys
        assert set(question["explanation"]) >= spans
        assert all(set(option) >= {"id", "text", "correct", "feedback"} for option in question["options"])


def test_the_key_has_the_shape_of_its_type(sample: str, capsysbinary: Captured) -> None:
    written = json.loads(_written([sample, "--json", "--seed", "1"], capsysbinary))
    keys = {question["type"]: question["key"] for question in written["questions"]}
    assert isinstance(keys["date-choice"][0], str)
    assert isinstance(keys["chronology"][0][0], str)
    assert DateValue(keys["date-entry"])


def test_the_quotes_are_characters_of_the_document(sample: str, capsysbinary: Captured) -> None:
    text = read(sample_source()).text
    written = json.loads(_written([sample, "--json"], capsysbinary))
    for question in written["questions"]:
        entry = question["explanation"]
        for evidence in [entry, *entry.get("also", [])]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_the_same_input_and_seed_give_the_same_bytes_with_sorted_keys(sample: str, capsysbinary: Captured) -> None:
    first = _written([sample, "--json", "--seed", "7"], capsysbinary)
    assert _written([sample, "--json", "--seed", "7"], capsysbinary) == first
    again = json.dumps(json.loads(first), ensure_ascii=False, sort_keys=True, indent=1)
    assert again.encode() == first.rstrip(b"\n")


def test_what_is_printed_are_the_library_s_questions(sample: str, capsysbinary: Captured) -> None:
    written = json.loads(_written([sample, "--json"], capsysbinary))
    assert tuple(map(question_from_json, written["questions"])) == write_questions(read(sample_source()))


def test_only_the_types_asked_for_are_written(sample: str, capsysbinary: Captured) -> None:
    written = json.loads(_written([sample, "--json", "--types", "chronology,earlier"], capsysbinary))
    assert {question["type"] for question in written["questions"]} == {"chronology", "earlier"}


def test_a_type_that_is_not_there_is_refused_with_a_sentence(sample: str, capsysbinary: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["write", sample, "--types", "riddle"])
    assert stopped.value.code == 2
    assert b"there is no type 'riddle'" in capsysbinary.readouterr().err


def test_people_read_a_sheet_with_stem_key_and_evidence(sample: str, capsysbinary: Captured) -> None:
    sheet = _written([sample, "--types", "date-choice"], capsysbinary).decode()
    assert "[date-choice] 格鲁吉亚于哪一天宣布与俄罗斯断交？" in sheet
    assert re.search(r"\* [a-d]\. 2008年8月29日", sheet)
    assert "格鲁吉亚亦于2008年8月29日宣布与俄罗斯断交 [12]" in sheet
