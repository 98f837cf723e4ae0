"""Where a Chromium is looked for, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import chromium


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """A machine on which nothing is found and nothing can be installed."""
    monkeypatch.delenv("QUIZAPP_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.setattr(chromium, "_installed", lambda: None)
    monkeypatch.setattr(chromium, "_fetched", lambda: None)
    return monkeypatch


def test_without_chromium_one_message_says_what_to_do(bare: pytest.MonkeyPatch) -> None:
    with pytest.raises(chromium.NoChromium) as error:
        chromium.find_chromium.__wrapped__()
    assert "$QUIZAPP_CHROMIUM: nothing" in str(error.value)
    assert "apt-get install chromium-headless-shell" in str(error.value)
    assert "-m 'not browser and not slow'" in str(error.value)


def test_the_one_that_is_named_is_taken(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "my-chromium"
    program.touch()
    bare.setenv("QUIZAPP_CHROMIUM", str(program))
    assert chromium.find_chromium.__wrapped__() == program


def test_the_one_on_the_path_is_taken(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    assert chromium.find_chromium.__wrapped__() == program
