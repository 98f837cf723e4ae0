"""Tags: words that teachers put questions together by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from sqlalchemy import delete, insert, select

from quizapp.bank.models import Question, Tag, Tagging
from quizapp.database import db
from quizapp.errors import N_, NotFound, WrongField

TAG_LENGTH: Final = 40


def all_tags() -> tuple[str, ...]:
    """All tags in use, in order."""
    return tuple(db.session.scalars(select(Tag.name).order_by(Tag.name)))


def tags_of(question_ids: Collection[int]) -> Mapping[int, tuple[str, ...]]:
    """The tags of these questions, by question, in order."""
    rows = db.session.execute(
        select(Tagging.question_id, Tag.name)
        .join(Tag, Tag.id == Tagging.tag_id)
        .where(Tagging.question_id.in_(question_ids))
        .order_by(Tag.name)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for question_id, name in rows:
        found[question_id].append(name)
    return {question_id: tuple(names) for question_id, names in found.items()}


def add_tag(*, question_ids: Collection[int], name: str) -> int:
    """Give these questions a tag, and return how many did not have it.

    Raises WrongField for `tag`, and NotFound when there is none of these questions.
    """
    wanted = " ".join(name.split())
    if not wanted:
        raise WrongField("tag", N_("Please write a tag."))
    if len(wanted) > TAG_LENGTH:
        raise WrongField("tag", N_("A tag has at most %(count)s characters."), count=TAG_LENGTH)
    known = set(db.session.scalars(select(Question.id).where(Question.id.in_(question_ids))))
    if not known:
        db.session.rollback()
        raise NotFound
    tag_id = _tag_id(wanted)
    having = set(db.session.scalars(select(Tagging.question_id).where(Tagging.tag_id == tag_id)))
    fresh = sorted(known - having)
    if fresh:
        db.session.execute(insert(Tagging), [{"question_id": id_, "tag_id": tag_id} for id_ in fresh])
    db.session.commit()
    return len(fresh)


def _tag_id(name: str) -> int:
    tag = db.session.scalar(select(Tag).where(Tag.name == name))
    if tag is None:
        tag = Tag(name=name)
        db.session.add(tag)
        db.session.flush()
    return tag.id


def remove_tag(*, question_ids: Collection[int], name: str) -> int:
    """Take a tag from these questions, and return how many had it. A tag that nothing has any more is gone."""
    tag_id = db.session.scalar(select(Tag.id).where(Tag.name == " ".join(name.split())))
    if tag_id is None:
        db.session.rollback()
        return 0
    taken = delete(Tagging).where(Tagging.tag_id == tag_id, Tagging.question_id.in_(question_ids))
    count = len(db.session.scalars(taken.returning(Tagging.question_id)).all())
    db.session.execute(
        delete(Tag).where(Tag.id == tag_id, ~select(Tagging.tag_id).where(Tagging.tag_id == tag_id).exists())
    )
    db.session.commit()
    return count
