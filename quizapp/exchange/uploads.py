"""A file of questions looked at before any is stored: what would be taken over, and what is wrong with the rest."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any, Final

from sqlalchemy import delete, insert, select

from questions.exchange import Fault, Format, Imported, Item, LeftOut
from questions.exchange.serial import imported_from_json
from quizapp.bank.models import Question, QuestionVersion, Tag, Tagging, Words
from quizapp.database import db, reading
from quizapp.errors import N_, NotFound, Refused, WrongField
from quizapp.exchange.alike import alike
from quizapp.exchange.apart import Reader
from quizapp.exchange.drafting import Drafted, drafted
from quizapp.exchange.models import Origin, Upload

KEPT_FOR: Final = timedelta(days=1)
MOST_KEPT: Final = 2
"""So many files of one teacher are kept to be looked at; the oldest makes room."""
PAGE_LENGTH: Final = 100
_NAME_LENGTH: Final = 100
_PLACES: Final = re.compile(r".*[/\\]", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A question of a file, counted from 1 among the good ones.

    `is_alike` says that it reads much the same as another: as the question `like_id` of the bank, or, where that is
    None, as an earlier one of the file.
    """

    number: int
    item: Item
    is_alike: bool
    like_id: int | None


@dataclass(frozen=True, kw_only=True)
class UploadPage:
    """What a file gave, with one page of its questions. Nothing of it is stored as a question yet."""

    id: str
    file_name: str
    format: Format
    total: int
    fresh: int
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    left_out: tuple[LeftOut, ...]
    number: int
    last: int


def keep_upload(*, content: bytes, file_name: str, person_id: int, now: datetime, reader: Reader) -> str:
    """Read a file and keep what it gives to be looked at; returns the upload's id. Raises WrongField for `file`."""
    found = reader.read(content)
    imported = imported_from_json(found)
    if imported == Imported():
        raise WrongField("file", N_("There is no question in the file."))
    found["alike"] = sorted(alike(imported.questions).items())
    upload = Upload(
        id=secrets.token_urlsafe(16),
        file_name=shown_name(file_name),
        format=found["format"],
        found=found,
        made_at=now,
        made_by=person_id,
    )
    db.session.execute(delete(Upload).where(Upload.made_at < now - KEPT_FOR))
    kept = select(Upload.id).where(Upload.made_by == person_id).order_by(Upload.made_at.desc()).limit(MOST_KEPT - 1)
    db.session.execute(
        delete(Upload).where(Upload.made_by == person_id, Upload.id.not_in(list(db.session.scalars(kept))))
    )
    db.session.add(upload)
    db.session.commit()
    return upload.id


def shown_name(file_name: str) -> str:
    """The file's name without folders and characters that cannot be seen; never used to find a file."""
    name = "".join(mark for mark in _PLACES.sub("", file_name) if unicodedata.category(mark)[0] != "C").strip()
    return name[:_NAME_LENGTH] or "?"


def upload_page(upload_id: str, *, person_id: int, number: int = 1) -> UploadPage:
    """What the file gave. Raises NotFound for what is gone, or somebody else's."""
    upload = _mine(upload_id, person_id)
    imported, like = _found(upload)
    total = len(imported.items)
    last = max(1, ceil(total / PAGE_LENGTH))
    number = min(max(number, 1), last)
    before = (number - 1) * PAGE_LENGTH
    return UploadPage(
        id=upload_id,
        file_name=upload.file_name,
        format=Format(upload.format),
        total=total,
        fresh=total - len(like),
        entries=tuple(
            Entry(number=place + 1, item=item, is_alike=place in like, like_id=like.get(place))
            for place, item in enumerate(imported.items[before : before + PAGE_LENGTH], start=before)
        ),
        faults=imported.errors,
        left_out=imported.left_out,
        number=number,
        last=last,
    )


def _found(upload: Upload) -> tuple[Imported, dict[int, int | None]]:
    return imported_from_json(upload.found), dict(upload.found["alike"])


def _mine(upload_id: str, person_id: int) -> Upload:
    upload = db.session.scalar(select(Upload).where(Upload.id == upload_id, Upload.made_by == person_id))
    if upload is None:
        raise NotFound
    return upload


def drop_upload(upload_id: str, *, person_id: int) -> None:
    """Forget a file that was looked at; harmless when it is gone."""
    db.session.execute(delete(Upload).where(Upload.id == upload_id, Upload.made_by == person_id))
    db.session.commit()


def take_over(upload_id: str, *, only_fresh: bool, person_id: int, now: datetime) -> int:
    """Store all good questions of the file as drafts, or none, and return how many; the upload is gone then.

    `only_fresh` leaves out those that are like others. Raises NotFound, and Refused where there is nothing to store.
    """
    with reading():
        upload = _mine(upload_id, person_id)
    imported, like = _found(upload)
    items = [item for place, item in enumerate(imported.items) if not (only_fresh and place in like)]
    if not items:
        raise Refused(N_("There is no question in the file that could be taken over."))
    drafts = [
        drafted(item, name=f"imported-{upload_id}-{place}", person_id=person_id, now=now)
        for place, item in enumerate(items, start=1)
    ]
    gone = delete(Upload).where(Upload.id == upload_id, Upload.made_by == person_id).returning(Upload.id)
    if db.session.scalar(gone) is None:
        db.session.rollback()
        raise NotFound  # taken over at this moment, from another window
    _store(drafts, file_name=upload.file_name, form=upload.format)
    db.session.commit()
    return len(drafts)


def _store(drafts: Sequence[Drafted], *, file_name: str, form: str) -> None:
    added = insert(Question).returning(Question.id, sort_by_parameter_order=True)
    ids = db.session.scalars(added, [draft.question for draft in drafts]).all()
    named = list(zip(ids, drafts, strict=True))
    db.session.execute(insert(QuestionVersion), [{"question_id": id_, **draft.version} for id_, draft in named])
    db.session.execute(insert(Words), [{"question_id": id_, "text": draft.words} for id_, draft in named])
    db.session.execute(insert(Origin), [{"question_id": id_, "file_name": file_name, "format": form} for id_ in ids])
    tagged = [(id_, draft.tag) for id_, draft in named if draft.tag]
    if tagged:
        tags = _tags({tag for _, tag in tagged})
        db.session.execute(insert(Tagging), [{"question_id": id_, "tag_id": tags[tag]} for id_, tag in tagged])


def _tags(names: set[str]) -> dict[str, Any]:
    """The ids of these tags, which are added where they are not there."""
    known = _known_tags(names)
    fresh = sorted(names - known.keys())
    if fresh:
        db.session.execute(insert(Tag), [{"name": name} for name in fresh])
        known = _known_tags(names)
    return known


def _known_tags(names: set[str]) -> dict[str, Any]:
    return {name: id_ for id_, name in db.session.execute(select(Tag.id, Tag.name).where(Tag.name.in_(names)))}
