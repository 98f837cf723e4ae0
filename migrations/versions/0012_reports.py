"""Problems with questions that students reported.

Revision 0012, after 0011.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_KINDS = ("key", "source", "unclear", "text", "other")


def upgrade() -> None:
    op.create_table(
        "problem_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Enum(*_KINDS, name="kind", native_enum=False, length=24), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("reply", sa.String(), nullable=True),
        sa.Column("replied_at", sa.BigInteger(), nullable=True),
        sa.Column("replied_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        _reference("question_id", "question.id", ondelete="CASCADE"),
        _reference("version_id", "question_version.id", ondelete="CASCADE"),
        _reference("attempt_id", "attempt.id", ondelete="CASCADE"),
        *(_reference(name, "user_account.id") for name in ("person_id", "replied_by", "closed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem_report")),
    )
    for columns in (["question_id"], ["attempt_id"], ["closed_at", "replied_at"], ["person_id", "made_at"]):
        op.create_index(op.f(f"ix_problem_report_{'_'.join(columns)}"), "problem_report", columns)


def _reference(name: str, target: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    table = target.partition(".")[0]
    return sa.ForeignKeyConstraint([name], [target], name=op.f(f"fk_problem_report_{name}_{table}"), ondelete=ondelete)


def downgrade() -> None:
    op.drop_table("problem_report")
