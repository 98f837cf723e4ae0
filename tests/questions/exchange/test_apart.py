"""Reading a file in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from questions.exchange import Format, read, write
from questions.exchange.serial import imported_from_json, imported_to_json
from tests.questions.exchange.bank import BANK


def apart(content: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "questions.exchange"], input=content, capture_output=True, check=False)


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.ANKI])
def test_what_a_file_gave_comes_back_from_json(form: Format) -> None:
    imported = read(write(BANK, format=form).content + b"\n\nA broken one {=")
    assert imported_from_json(json.loads(json.dumps(imported_to_json(imported)))) == imported


def test_another_process_gives_the_same() -> None:
    content = write(BANK, format=Format.GIFT).content + b"\n\nA broken one {="
    found = json.loads(apart(content).stdout)
    assert found.pop("format") == "gift"
    assert imported_from_json(found) == read(content)


def test_what_is_no_file_of_questions_is_refused_with_a_sentence() -> None:
    refused = apart(b"nothing at all")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == b"The file is none of GIFT, Aiken, Moodle XML, QTI and CSV."


def test_characters_that_no_text_has_are_not_taken_over() -> None:
    imported = read(b"stem,option_a,option_b,key\nWhich\x08 one?,A\x01,B,a\nWhich?,\x01,B,b\n")
    assert [item.question.stem for item in imported.items] == ["Which one?"]
    assert [left.loss.name for left in imported.left_out] == ["CONTROL"]
    assert [fault.sentence for fault in imported.errors] == [
        "The parts do not make a question: An option cannot be empty."
    ]
