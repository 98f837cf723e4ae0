"""Only SQLite opens the database's file: another opening of it, once closed, would let go of SQLite's locks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import json, os, sys
from pathlib import Path

opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)

from quizapp.cli import main

for arguments in json.loads(sys.argv[1]):
    try:
        main(arguments)
    except SystemExit as end:
        assert not end.code, arguments
if sys.argv[2] == "touch":
    open(Path(os.environ["QUIZAPP_INSTANCE"]) / "footnote.sqlite3", "rb").close()
print(json.dumps(opened))
"""


def opened_by_python(instance: Path, *commands: list[str], touch: bool = False) -> list[str]:
    """The files that Python code, and not SQLite's, opens while the commands run; `touch` opens the database, too."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, json.dumps(commands), "touch" if touch else "leave"],
        env={"PATH": "", "QUIZAPP_INSTANCE": str(instance)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [Path(name).name for name in json.loads(done.stdout.splitlines()[-1])]


@pytest.mark.parametrize("touch", [False, True], ids=["the commands", "an opening that is seen"])
def test_no_command_opens_the_database_itself(tmp_path: Path, touch: bool) -> None:
    instance, copy = tmp_path / "instance", str(tmp_path / "copy.backup")
    names = opened_by_python(instance, ["init"], ["backup", copy], ["verify"], ["doctor"], touch=touch)
    assert ("footnote.sqlite3" in names) is touch
