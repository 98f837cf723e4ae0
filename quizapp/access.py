"""Who may open what. Every view declares it; a view that declares nothing is closed to everyone."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    """What a person is on this site."""

    STUDENT = "student"
    TEACHER = "teacher"
    ADMIN = "admin"


class Anyone:
    """Stands for people who are not signed in, too."""


ANYONE = Anyone()
SIGNED_IN = (Role.STUDENT, Role.TEACHER, Role.ADMIN)
TEACHERS = (Role.TEACHER, Role.ADMIN)

_DECLARED = "_open_to"


def open_to(*who: Role | Anyone) -> Callable[[View], View]:
    """Declare who may open a view: roles, or ANYONE."""

    def declare(view: View) -> View:
        setattr(view, _DECLARED, frozenset(who))
        return view

    return declare


def declared(view: Callable[..., Any]) -> frozenset[Role | Anyone] | None:
    """What a view declared; None where it declared nothing."""
    rights: frozenset[Role | Anyone] | None = getattr(view, _DECLARED, None)
    return rights


def may_open(view: Callable[..., Any], role: Role | None) -> bool:
    """Whether a person of this role (None: not signed in) may open the view."""
    rights = declared(view) or frozenset()
    return ANYONE in rights or role in rights
