"""``python -m questions facts`` and ``check``."""

import io
import json
import sys
from pathlib import Path

import pytest

from questions.commandline import main
from questions.sample import sample_source

KEYS = {
    "document": ["characters", "digest", "language", "title"],
    "date": ["end", "inferred", "start", "text", "value"],
    "fact": ["attribution", "citations", "date", "end", "entities", "id", "quantities", "quote", "start", "statement"],
    "reference": ["accessed", "archive_url", "archived", "author", "issued", "number", "place", "publisher", "text"],
}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.txt"
    path.write_bytes(sample_source())
    return path


def test_facts_as_json_have_the_promised_keys_in_order(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", str(sample), "--json"]) == 0
    out = capfd.readouterr().out
    answer = json.loads(out)
    assert list(answer) == ["document", "facts", "notes", "references", "unresolved"]
    assert set(KEYS["document"]) <= set(answer["document"])
    assert all(set(KEYS["fact"]) <= set(fact) for fact in answer["facts"])
    assert all(set(KEYS["date"]) <= set(fact["date"]) for fact in answer["facts"])
    assert all(set(KEYS["reference"]) <= set(entry) for entry in answer["references"])
    assert out == json.dumps(answer, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    assert [left["text"] for left in answer["unresolved"]] == ["随即"]


def test_the_same_input_gives_the_same_bytes(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    answers = set()
    for _ in range(2):
        main(["facts", str(sample), "--json"])
        answers.add(capfd.readouterr().out)
    assert len(answers) == 1


def test_people_get_a_table(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", str(sample)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[2] == "2008-08-29  格鲁吉亚于2008年8月29日宣布与俄罗斯断交。 [12]"
    assert lines[-1].startswith("?           随即")


def test_a_minus_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("2008年，战争爆发。".encode())))
    assert main(["facts", "-"]) == 0
    assert capfd.readouterr().out == "2008  2008年，战争爆发。\n"


def test_what_cannot_be_read_ends_with_one_sentence_and_status_2(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02")
    assert main(["facts", str(broken)]) == 2
    assert capfd.readouterr().err == "The file is not text in UTF-8, UTF-16, GB18030 or Big5.\n"
    assert main(["facts", str(tmp_path / "missing.txt")]) == 2
    assert capfd.readouterr().err.endswith("cannot be read: No such file or directory.\n")


def test_check_names_both_places(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sample), "--json"]) == 0
    finding, _ = json.loads(capfd.readouterr().out)["findings"]
    assert finding["references"] == [8, 9]
    assert [place["text"][:15] for place in finding["places"]] == ["Russia recognis", "The New York Ti"]


def test_check_tells_people_where_to_look(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sample)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[:3] == [
        "RIA Novosti and The New York Times both reported it at the time.",
        "  line 29, reference 8: “Russia recognises Georgia's breakaway republics -2. Moscow:…”",
        "  line 30, reference 9: “The New York Times August 26, 2008: Russia Backs Independenc…”",
    ]


def test_check_quotes_a_place_of_the_text_with_its_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    twice = tmp_path / "twice.txt"
    twice.write_text(
        "格鲁吉亚于2008年8月29日宣布与俄罗斯断交。\n\n格鲁吉亚于2008年9月3日宣布与俄罗斯断交。", encoding="utf-8"
    )
    assert main(["check", str(twice)]) == 0
    assert capfd.readouterr().out.splitlines()[1:] == ["  line 1, “2008年8月29日”", "  line 3, “2008年9月3日”"]


def test_an_empty_document_is_answered_with_a_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    assert main(["facts", str(empty)]) == 0
    assert main(["check", str(empty)]) == 0
    assert capfd.readouterr().out.splitlines() == [
        "No dated facts were found.",
        "No contradictions and no confirmations were found among the facts and references.",
    ]
