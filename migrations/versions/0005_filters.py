"""What the bank is filtered and searched by: dates, types, words and tags; and comments on questions.

Revision 0005, after 0004.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FILTERS = ["state", "warned", "type", "document_id", "difficulty", "created_by", "earliest", "latest"]


def upgrade() -> None:
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
    )
    op.create_table(
        "tagging",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_tagging_question_id_question"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_tagging_tag_id_tag"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("question_id", "tag_id", name=op.f("pk_tagging")),
    )
    op.create_index(op.f("ix_tagging_tag_id"), "tagging", ["tag_id"])
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_comment_question_id_question"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["written_by"], ["user_account.id"], name=op.f("fk_comment_written_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(op.f("ix_comment_question_id"), "comment", ["question_id"])
    op.create_table(
        "question_words",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_words_question_id_question"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_question_words")),
    )
    type_ = sa.Enum(name="questiontype", native_enum=False, length=24)
    op.add_column("question", sa.Column("type", type_, nullable=False, server_default="single-choice"))
    op.add_column("question", sa.Column("difficulty", sa.Double(), nullable=False, server_default="0.5"))
    op.add_column("question", sa.Column("earliest", sa.Integer(), nullable=True))
    op.add_column("question", sa.Column("latest", sa.Integer(), nullable=True))
    op.drop_index(op.f("ix_question_state"), "question")
    op.create_index("ix_question_filters", "question", _FILTERS)
    op.create_index(op.f("ix_question_created_at"), "question", ["created_at"])
    op.create_index(op.f("ix_question_created_by"), "question", ["created_by"])
    _copy(op.get_bind())


def _copy(connection: sa.Connection) -> None:
    """Fill the new columns from the current versions and their facts."""
    facts = connection.execute(sa.text("SELECT document_id, key, date_value FROM fact")).all()
    dates = {(document_id, key): edtf for document_id, key, edtf in facts}
    rows = connection.execute(
        sa.text(
            "SELECT question_id, document_id, v.type, v.difficulty, body, note FROM question_version v"
            " JOIN question ON question.id = question_id WHERE replaced_at IS NULL"
        )
    ).all()
    for question_id, document_id, type_, difficulty, body, note in rows:
        question = json.loads(body) if isinstance(body, str) else body
        found = [dates[document_id, key] for key in question["fact_ids"] if (document_id, key) in dates]
        copies = {"id": question_id, "type": type_, "difficulty": difficulty, "text": _words(question, note)}
        copies["earliest"] = min((_day(edtf.split("/")[0], last=False) for edtf in found), default=None)
        copies["latest"] = max((_day(edtf.split("/")[-1], last=True) for edtf in found), default=None)
        connection.execute(
            sa.text(
                "UPDATE question SET type = :type, difficulty = :difficulty, earliest = :earliest, latest = :latest"
                " WHERE id = :id"
            ),
            copies,
        )
        connection.execute(sa.text("INSERT INTO question_words (question_id, text) VALUES (:id, :text)"), copies)


def _day(edtf: str, *, last: bool) -> int:
    """The first or the last day of an EDTF date as a number; the days of a month need not be exact to filter by."""
    match = re.fullmatch(r"(-?)([0-9X]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?", edtf)
    if match is None:
        return 99_999_999 if last else -99_999_999
    sign, year, month, day = match.groups()
    later = last is not bool(sign)
    number = int(year.replace("X", "9" if later else "0")) * (-1 if sign else 1)
    if month is None or int(month) > 12:
        month, day = ("12", "31") if last else ("01", "01")
    return number * 10_000 + int(month) * 100 + int(day or (31 if last else 1))


def _words(question: dict[str, Any], note: str | None) -> str:
    parts = [question["stem"], *(option["text"] for option in question["options"]), note or ""]
    return "\n".join(re.sub(r"\s+", " ", unicodedata.normalize("NFKC", part).casefold()) for part in parts)


def downgrade() -> None:
    op.drop_index(op.f("ix_question_created_by"), "question")
    op.drop_index(op.f("ix_question_created_at"), "question")
    op.drop_index("ix_question_filters", "question")
    op.create_index(op.f("ix_question_state"), "question", ["state"])
    for name in ("latest", "earliest", "difficulty", "type"):
        op.drop_column("question", name)
    for name in ("question_words", "comment", "tagging", "tag"):
        op.drop_table(name)
