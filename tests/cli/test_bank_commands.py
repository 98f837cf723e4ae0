"""Questions come in and go out on the command line, a sentence for each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.exchange import read
from tests.cli.running import run
from tests.exchange.files import FILES


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    assert run(folder, "init").returncode == 0
    assert run(folder, "users", "add", "lin", "--role", "teacher").returncode == 0
    return folder


def test_a_bank_comes_in_and_goes_out(instance: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "treaties.gift", tmp_path / "out.xml"
    source.write_bytes(FILES["gift"])
    looked = run(instance, "bank", "import", str(source), "--dry-run")
    assert (looked.returncode, looked.stdout) == (
        0,
        f"2 questions could be imported from {source}; nothing was stored.\n",
    )
    came = run(instance, "bank", "import", str(source))
    assert (came.returncode, came.stdout) == (0, f"2 questions of {source} wait in the bank as drafts.\n")
    assert came.stderr.splitlines() == [
        f"{source}, line 8, question 3, key: The brace before the answers is not closed before the next empty line.",
        f"{source}, line 10, question 4: Questions of the type “essay” are not taken over.",
    ]
    gone = run(instance, "bank", "export", str(out), "--to", "moodle-xml", "--state", "draft")
    assert (gone.returncode, gone.stdout, gone.stderr) == (0, "", "")
    assert [item.question.stem for item in read(out.read_bytes()).items] == [
        "When was the treaty signed?",
        "Who signed the second treaty?",
    ]


def test_what_cannot_be_done_is_said_in_a_sentence(instance: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"nothing at all")
    for arguments, sentence in (
        (("import", str(broken)), f"{broken}: The file is none of GIFT, Aiken, Moodle XML, QTI and CSV.\n"),
        (("import", str(tmp_path / "none")), f"{tmp_path / 'none'} cannot be read: No such file or directory.\n"),
        (("import", str(broken), "--teacher", "wu"), "There is no teacher of the name wu.\n"),
        (("export", str(tmp_path / "out"), "--to", "csv", "--state", "retired"), "There is no such question.\n"),
        (("export", "-", "--to", "csv", "--quiz", "9"), "There is no quiz 9.\n"),
    ):
        ended = run(instance, "bank", *arguments)
        assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", sentence)
