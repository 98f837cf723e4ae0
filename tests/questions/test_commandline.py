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
    assert list(answer) == ["document", "facts", "references", "unresolved"]
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
