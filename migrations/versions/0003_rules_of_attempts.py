"""Settings that rule attempts, extra time, flags, and the place in a sequential attempt.

Revision 0003, after 0002.

Columns are added and dropped one by one: making a table anew on SQLite would drop the rows that refer to it.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

PARTS = ["answers", "explanations", "keys", "marks", "outcomes"]
ALWAYS = json.dumps({"after": PARTS, "closed": PARTS, "open": PARTS})
ONCE_CLOSED = json.dumps({"closed": PARTS})


def _words(name: str, *members: str) -> sa.Enum:
    return sa.Enum(*members, name=name, native_enum=False, length=24)


def _added() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "quiz": (
            sa.Column("delay_seconds", sa.Integer(), nullable=False, server_default="0"),
            sa.Column(
                "counted", _words("counted", "best", "first", "last", "average"), nullable=False, server_default="best"
            ),
            sa.Column("access_code", sa.String(), nullable=True),
            sa.Column("layout", _words("layout", "all", "one"), nullable=False, server_default="all"),
            sa.Column("navigation", _words("navigation", "free", "sequential"), nullable=False, server_default="free"),
            sa.Column("shuffle_questions", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column("review", sa.JSON(), nullable=False, server_default=ALWAYS),
        ),
        "attempt": (sa.Column("place", sa.Integer(), nullable=True),),
        "attempt_question": (sa.Column("flagged", sa.Boolean(), nullable=False, server_default=sa.false()),),
    }


def upgrade() -> None:
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    quiz = sa.table("quiz", sa.column("review", sa.JSON()), sa.column("review_from"))
    op.execute(quiz.update().where(quiz.c.review_from == "close").values(review=json.loads(ONCE_CLOSED)))
    op.execute("ALTER TABLE quiz DROP COLUMN review_from")
    op.create_table(
        "extra_time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_extra_time_quiz_id_quiz"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_extra_time_user_id_user_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["given_by"], ["user_account.id"], name=op.f("fk_extra_time_given_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extra_time")),
    )
    with op.batch_alter_table("extra_time") as batch_op:
        batch_op.create_index(batch_op.f("ix_extra_time_quiz_id_user_id"), ["quiz_id", "user_id"], unique=False)


def downgrade() -> None:
    op.drop_table("extra_time")
    op.add_column(
        "quiz",
        sa.Column(
            "review_from", _words("reviewfrom", "submission", "close"), nullable=False, server_default="submission"
        ),
    )
    op.execute("UPDATE quiz SET review_from = 'close' WHERE CAST(review AS TEXT) NOT LIKE '%open%'")
    for table, columns in _added().items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column.name}")
