"""What an installation sets, and what it is told when a setting cannot be used."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import tzlocal

from quizapp.config import Settings, WrongSetting, settings_from


def _settings(instance: Path, **given: str) -> Settings:
    return settings_from({f"QUIZAPP_{name}": text for name, text in {"INSTANCE": str(instance), **given}.items()})


def test_the_first_run_makes_a_secret_that_later_runs_keep(tmp_path: Path) -> None:
    first, second = _settings(tmp_path / "new"), _settings(tmp_path / "new")
    assert first == second
    assert len(first.secret_key) >= 32
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret_key"]


def test_processes_that_start_together_agree_on_the_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: _settings(tmp_path).secret_key, range(16)))
    assert len(set(found)) == 1


def test_the_secret_is_not_shown_where_settings_are(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    assert settings.secret_key not in repr(settings)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("SECRET_KEY", "short", "QUIZAPP_SECRET_KEY is too short: give at least 32 random characters."),
        ("TIME_ZONE", "Asia/Atlantis", "QUIZAPP_TIME_ZONE names no time zone: 'Asia/Atlantis'."),
        ("TIME_ZONE", "../etc/passwd", "QUIZAPP_TIME_ZONE names no time zone: '../etc/passwd'."),
        ("HTTPS", "perhaps", "QUIZAPP_HTTPS is either on or off, not 'perhaps'."),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        _settings(tmp_path, **{name: text})
    assert str(refused.value) == sentence


def test_what_is_given_is_taken(tmp_path: Path) -> None:
    settings = _settings(
        tmp_path, TRUSTED_HOSTS="quiz.example.org, 127.0.0.1", HTTPS="on", SITE_NAME="History", TIME_ZONE="Asia/Taipei"
    )
    assert settings.trusted_hosts == ("quiz.example.org", "127.0.0.1")
    assert (settings.https, settings.site_name, settings.time_zone) == (True, "History", "Asia/Taipei")


def test_without_settings_the_database_is_a_file_of_the_instance(tmp_path: Path) -> None:
    assert _settings(tmp_path).database == f"sqlite:///{tmp_path / 'footnote.sqlite3'}"
    assert _settings(tmp_path, DATABASE_URL="postgresql://db/quiz").database == "postgresql://db/quiz"


@pytest.mark.parametrize(("machine", "zone"), [("Etc/UTC", "UTC"), ("Asia/Shanghai", "Asia/Shanghai"), (None, "UTC")])
def test_the_machines_zone_goes_by_the_name_that_people_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: str | None, zone: str
) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: machine)
    assert _settings(tmp_path).time_zone == zone
