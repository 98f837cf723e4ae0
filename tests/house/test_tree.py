"""What is under version control: nothing of the machine that it was written on, and whose text the sample is."""

from __future__ import annotations

import re
import tomllib

import questions.sample
from tests.house.sources import ROOT, tracked_files, within

MACHINE = re.compile(r"/(?:root|work|farm|home/\w+|Users/\w+|tmp/\w+)/")
PICTURES = {".png", ".mo", ".ico", ".woff2", ".gz"}


def _texts() -> dict[str, str]:
    return {within(path): path.read_text("utf-8") for path in tracked_files() if path.suffix not in PICTURES}


def test_no_file_names_a_place_on_one_machine() -> None:
    found = [f"{name}: {match[0]}" for name, text in _texts().items() for match in MACHINE.finditer(text)]
    assert found == []


def test_no_tracked_file_is_large() -> None:
    sizes = {within(path): path.stat().st_size for path in tracked_files()}
    assert {name: size for name, size in sizes.items() if size > 500_000} == {}


def test_the_code_and_the_sample_say_whose_they_are() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    sample = (ROOT / "questions/sample/LICENSE.md").read_text("utf-8")
    assert project["license"] == "MIT AND CC-BY-SA-4.0"
    assert "the Footnote contributors" in (ROOT / "LICENSE").read_text("utf-8")
    assert all(name in project["license-files"] for name in ("LICENSE", "questions/sample/LICENSE.md"))
    assert "Attribution-ShareAlike 4.0" in sample
    assert "contributors" in sample


def test_the_sample_is_a_text_in_utf_8() -> None:
    assert len(questions.sample.sample_source().decode()) > 3000
