"""Anki's own importer takes the package, and takes a second one as an update."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from questions.exchange import Format, Item, write
from tests.questions.exchange.bank import BANK, CHOICE, REFERENCES

# Anki is asked in an interpreter of its own: it changes the locale and the log of the one that it runs in.
IMPORT = """
import json, sys
from anki.collection import Collection, ImportAnkiPackageRequest
collection = Collection(sys.argv[1])
logs = []
for path in sys.argv[2:]:
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=path)).log
    logs.append([len(log.new), len(log.updated), len(log.duplicate)])
notes = [collection.get_note(note) for note in collection.find_notes("")]
shown = [[dict(note.items()), note.tags, note.cards()[0].answer()] for note in notes]
print(json.dumps({"logs": logs, "notes": shown}))
"""


def _imported(folder: Path, *packages: bytes) -> dict[str, Any]:
    paths = [folder / f"{number}.apkg" for number in range(len(packages))]
    for path, content in zip(paths, packages, strict=True):
        path.write_bytes(content)
    command = [sys.executable, "-c", IMPORT, str(folder / "collection.anki2"), *map(str, paths)]
    read: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    return read


def test_every_type_of_question_becomes_a_note(tmp_path: Path) -> None:
    read = _imported(tmp_path, write(BANK, format=Format.ANKI).content)
    assert read["logs"] == [[len(BANK), 0, 0]]
    tagged = [sorted([str(item.question.type), "en"]) for item in BANK]
    assert [sorted(tags) for _fields, tags, _answer in read["notes"]] == tagged


def test_the_answer_shows_key_quote_and_references(tmp_path: Path) -> None:
    read = _imported(tmp_path, write(BANK[:1], format=Format.ANKI).content)
    fields, tags, answer = read["notes"][0]
    assert fields["Answer"] == "<ul><li>26 August 2008</li></ul>"
    assert fields["Source"] == (
        "<blockquote>On <mark>26 August 2008</mark>, Medvedev signed the decrees [8][9]</blockquote>"
        "<p>[8] Russia recognises Georgia&#x27;s republics. RIA Novosti. 2008-08-26 [2008-09-09].</p>"
        "<p>[9] Clifford J. Levy: Russia Backs Independence. The New York Times, August 26, 2008</p>"
    )
    assert tags == ["date-choice", "en"]
    assert "Medvedev signed the decrees" in answer


def test_a_second_import_updates_the_note(tmp_path: Path) -> None:
    better = Item(question=replace(CHOICE, stem="When were the decrees signed?"), references=REFERENCES)
    first, second = (
        write([item], format=Format.ANKI, made=datetime(2026, 11, day, tzinfo=UTC)).content
        for item, day in ((BANK[0], 1), (better, 2))
    )
    read = _imported(tmp_path, first, first, second)
    assert read["logs"] == [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
    assert [fields["Question"].partition("<")[0] for fields, _tags, _answer in read["notes"]] == [better.question.stem]


def test_texts_are_shown_and_never_run(tmp_path: Path) -> None:
    odd = replace(CHOICE, stem="<script>alert(1)</script>{{Answer}}{{cloze:Text}} & \n")
    read = _imported(tmp_path, write([Item(question=odd)], format=Format.ANKI).content)
    question = read["notes"][0][0]["Question"]
    assert question.startswith("&lt;script&gt;alert(1)&lt;/script&gt;&#123;&#123;Answer")
    assert "<script" not in read["notes"][0][2]
