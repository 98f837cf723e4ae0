"""``python -m questions write --to``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from questions import read, write_questions
from questions.commandline import main
from questions.exchange import Format, with_references
from questions.exchange import write as write_file
from questions.sample import sample_source

Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def sample(tmp_path: Path) -> str:
    path = tmp_path / "sample.txt"
    path.write_bytes(sample_source())
    return str(path)


@pytest.mark.parametrize("form", Format)
def test_a_file_holds_what_the_library_writes(sample: str, tmp_path: Path, form: Format) -> None:
    document = read(sample_source())
    questions = write_questions(document, seed=3, types=["date-choice", "date-entry"])
    out = tmp_path / "out"
    assert (
        main(["write", sample, "--seed", "3", "--types", "date-choice,date-entry", "--to", form, "-o", str(out)]) == 0
    )
    assert out.read_bytes() == write_file(with_references(questions, document.references), format=form).content


def test_without_a_file_it_goes_to_standard_output_and_losses_beside_it(sample: str, capsysbinary: Captured) -> None:
    kinds = ["chronology", "date-entry", "who-choice"]
    assert main(["write", sample, "--types", ",".join(kinds), "--to", "aiken"]) == 0
    captured = capsysbinary.readouterr()
    counts = Counter(str(question.type) for question in write_questions(read(sample_source()), types=kinds))
    assert captured.out.decode().count("ANSWER: ") == counts["who-choice"]
    assert sorted(captured.err.decode().splitlines()) == [
        f"{sentence} ({counts[kind]} questions)"
        for sentence, kind in (
            ("The format has no place for quotes, references and remarks on the answers.", "who-choice"),
            ("The format has no questions of the type “chronology”.", "chronology"),
            ("The format has no questions of the type “date-entry”.", "date-entry"),
        )
    ]


def test_an_archive_is_not_written_to_a_screen(
    sample: str, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["write", sample, "--to", "qti30"]) == 2
    captured = capsysbinary.readouterr()
    assert (captured.out, captured.err) == (
        b"",
        b"qti30 is not text: name a file with -o, or send the output to one.\n",
    )


def test_a_file_that_cannot_be_written_is_answered_with_a_sentence(
    sample: str, tmp_path: Path, capsysbinary: Captured
) -> None:
    assert main(["write", sample, "--to", "csv", "-o", str(tmp_path / "no" / "out.csv")]) == 2
    assert b"cannot be written: No such file or directory.\n" in capsysbinary.readouterr().err


def test_a_format_that_is_not_there_is_refused_with_a_sentence(sample: str, capsysbinary: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["write", sample, "--to", "scorm"])
    assert stopped.value.code == 2
    assert b"there is no format 'scorm'; choose from gift, aiken" in capsysbinary.readouterr().err
