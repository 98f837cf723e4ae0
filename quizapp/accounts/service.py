"""Signing in and out, and adding people."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, cast

from sqlalchemy import Table, bindparam, delete, select

from quizapp.access import Role
from quizapp.accounts.guessing import UNKNOWN_DEVICE, may_guess, take_back_guess
from quizapp.accounts.models import SignIn, User
from quizapp.accounts.passwords import Passwords
from quizapp.database import db, looking, reading
from quizapp.errors import N_, Refused, WrongField

SIGN_IN_LENGTH: Final = timedelta(days=14)
SHORTEST_PASSWORD: Final = 8
LONGEST_NAME: Final = 200

_USER, _SIGN_IN = cast("Table", User.__table__), cast("Table", SignIn.__table__)
_SIGNED_IN: Final = (
    select(*(_USER.c[name] for name in ("id", "username", "name", "role", "language", "time_zone")))
    .join_from(_SIGN_IN, _USER)
    .where(
        _SIGN_IN.c.token_hash == bindparam("token"),
        _SIGN_IN.c.expires_at > bindparam("now", type_=_SIGN_IN.c.expires_at.type),
        _USER.c.disabled_at.is_(None),
    )
)
"""Asked with every request, and so without building a statement or an object of the ORM each time."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone who is signed in, as the rest of the application knows them."""

    id: int
    token: str
    username: str
    name: str
    role: Role
    language: str | None
    time_zone: str | None

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """What the browser's session remembers: the token of this sign-in."""
        return self.token

    @property
    def teaches(self) -> bool:
        return self.role is not Role.STUDENT


def person_signed_in(*, token: str, now: datetime) -> Person | None:
    """Whose sign-in this token is; None when it has ended or the person is disabled."""
    with looking() as connection:
        found = connection.execute(_SIGNED_IN, {"token": _hashed(token), "now": now}).first()
    return None if found is None else Person(token=token, **found._mapping)


def folded(username: str) -> str:
    """The username as it is kept, so that case, width and spaces around it do not matter."""
    return unicodedata.normalize("NFKC", username).strip().casefold()


def sign_in(*, username: str, password: str, passwords: Passwords, now: datetime, device: str | None = None) -> Person:
    """Sign a person in on one more browser; `device` is its id if it has been signed in under this name before.

    Raises Refused after too many wrong passwords, and WrongField, the same for a wrong name and a wrong password.
    """
    name, device = folded(username), device or UNKNOWN_DEVICE
    allowed = may_guess(username=name, device=device, now=now)
    db.session.commit()  # counted before it is checked, so that guesses made at the same moment are all counted
    if not allowed:
        raise Refused(
            N_("Too many wrong passwords for this name. Please wait a quarter of an hour, or ask your teacher.")
        )
    with reading():
        user = db.session.scalar(select(User).where(User.username == name, User.disabled_at.is_(None)))
    known = None if user is None else user.password_hash
    if not passwords.match(password, known) or user is None:  # it takes long, so no lock is held meanwhile
        raise WrongField("password", N_("The username or the password is not right."))
    token = secrets.token_urlsafe(32)
    take_back_guess(username=name, device=device, now=now)
    db.session.execute(delete(SignIn).where(SignIn.expires_at <= now))
    db.session.add(SignIn(user_id=user.id, token_hash=_hashed(token), created_at=now, expires_at=now + SIGN_IN_LENGTH))
    db.session.commit()
    return _person(user, token)


def sign_out(*, token: str) -> None:
    """End one sign-in; harmless when it has ended."""
    db.session.execute(delete(SignIn).where(SignIn.token_hash == _hashed(token)))
    db.session.commit()


def add_user(*, username: str, name: str, role: Role, password: str, passwords: Passwords, now: datetime) -> int:
    """Add a person and return their id. Raises WrongField when the name is taken or the password too short."""
    kept = _checked_name(username, name)
    if len(password) < SHORTEST_PASSWORD:
        raise WrongField("password", N_("A password needs at least %(count)s characters."), count=SHORTEST_PASSWORD)
    hashed = passwords.hash(password)
    if db.session.scalar(select(User.id).where(User.username == kept)) is not None:
        db.session.rollback()
        raise WrongField("username", N_("The username “%(name)s” is taken."), name=kept)
    user = User(username=kept, name=name.strip() or kept, role=role, password_hash=hashed, created_at=now)
    db.session.add(user)
    db.session.commit()
    return user.id


def _checked_name(username: str, name: str) -> str:
    """The username as it is kept. Raises WrongField for names that cannot be read, or typed again."""
    kept = folded(username)
    if not kept:
        raise WrongField("username", N_("Please give a username."))
    for field, text in (("username", kept), ("name", name.strip())):
        if len(text) > LONGEST_NAME:
            raise WrongField(field, N_("A name has at most %(count)s characters."), count=LONGEST_NAME)
        if not text.isprintable():
            raise WrongField(field, N_("A name cannot have characters that nobody sees."))
    return kept


def set_password(*, username: str, password: str, passwords: Passwords) -> None:
    """Give a person a new password and end all their sign-ins. Raises NotFound-like WrongField for an unknown name."""
    hashed = passwords.hash(password)
    user = db.session.scalar(select(User).where(User.username == folded(username)))
    if user is None:
        db.session.rollback()
        raise WrongField("username", N_("Nobody has the username “%(name)s”."), name=username)
    user.password_hash = hashed
    db.session.execute(delete(SignIn).where(SignIn.user_id == user.id))
    db.session.commit()


def set_language(*, person_id: int, language: str) -> None:
    """Remember the language that a person chose for the interface."""
    user = db.session.get_one(User, person_id)
    user.language = language
    db.session.commit()


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _person(user: User, token: str) -> Person:
    return Person(
        id=user.id,
        token=token,
        username=user.username,
        name=user.name,
        role=user.role,
        language=user.language,
        time_zone=user.time_zone,
    )
