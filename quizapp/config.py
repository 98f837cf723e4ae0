"""The settings, and the only reader of the environment."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal

PREFIX = "QUIZAPP_"
SHORTEST_SECRET = 32
_ROOT = Path(__file__).resolve().parent.parent


class WrongSetting(ValueError):
    """A setting cannot be used; the message names it and says what to do."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All that an installation can set. Raises WrongSetting when a value cannot be used.

    `instance` is the folder of the database and the secret key. `database_url` is SQLAlchemy's; empty means an SQLite
    file in the instance folder. `https` says that browsers reach the site by https only, which the cookies rely on.
    """

    instance: Path
    secret_key: str = field(repr=False)
    database_url: str = ""
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    site_name: str = "Footnote"
    time_zone: str = "UTC"
    https: bool = False
    cheap_passwords: bool = False  # for tests: a password hash that costs next to nothing

    def __post_init__(self) -> None:
        if len(self.secret_key) < SHORTEST_SECRET:
            raise WrongSetting(f"{PREFIX}SECRET_KEY is too short: give at least {SHORTEST_SECRET} random characters.")
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise WrongSetting(f"{PREFIX}TIME_ZONE names no time zone: {self.time_zone!r}.") from None

    @property
    def database(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{self.instance / 'footnote.sqlite3'}"


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this installation; makes the instance folder and its secret key on the first run."""
    given = {name[len(PREFIX) :]: text for name, text in environment.items() if name.startswith(PREFIX)}
    instance = Path(given.get("INSTANCE") or _ROOT / "instance").resolve()
    try:
        instance.mkdir(parents=True, exist_ok=True)
        secret_key = given["SECRET_KEY"] if "SECRET_KEY" in given else _kept_secret(instance / "secret_key")
    except OSError as error:
        raise WrongSetting(f"{PREFIX}INSTANCE is no folder to write in: {instance} ({error.strerror}).") from None
    hosts = tuple(host.strip() for host in given.get("TRUSTED_HOSTS", "").split(",") if host.strip())
    return Settings(
        instance=instance,
        secret_key=secret_key,
        database_url=given.get("DATABASE_URL", ""),
        trusted_hosts=hosts or Settings.trusted_hosts,
        site_name=given.get("SITE_NAME") or Settings.site_name,
        time_zone=given.get("TIME_ZONE") or _machines_zone(),
        https=_switch("HTTPS", given.get("HTTPS", "")),
    )


def _machines_zone() -> str:
    """The zone that the machine is set to, under the name that people know: Etc/UTC is UTC."""
    name = tzlocal.get_localzone_name() or Settings.time_zone
    return "UTC" if name == "Etc/UTC" else name


def _switch(name: str, text: str) -> bool:
    if text.lower() not in {"", "0", "no", "off", "1", "yes", "on"}:
        raise WrongSetting(f"{PREFIX}{name} is either on or off, not {text!r}.")
    return text.lower() in {"1", "yes", "on"}


def _kept_secret(path: Path) -> str:
    """The key in the file; made there once, so that two processes that start together agree on it."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    if not path.exists():
        fresh.touch(mode=0o600, exist_ok=False)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()
