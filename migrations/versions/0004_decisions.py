"""Decisions of reviewers, warnings of the guidelines, and a question's state to filter and count by.

Revision 0004, after 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATE = sa.Enum("draft", "approved", "rejected", "retired", name="state", native_enum=False, length=24)
_VERDICT = sa.Enum("approved", "rejected", name="verdict", native_enum=False, length=24)


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("verdict", _VERDICT, nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["user_account.id"], name=op.f("fk_decision_decided_by_user_account")),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["question_version.id"],
            name=op.f("fk_decision_version_id_question_version"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision") as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_decided_by_number"), ["decided_by", "number"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_version_id"), ["version_id"], unique=False)

    # Columns are added in place: a table made anew would take along what points to it.
    op.add_column("question", sa.Column("state", _STATE, nullable=False, server_default="draft"))
    op.add_column("question", sa.Column("warned", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("question_version", sa.Column("warnings", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("question_version", sa.Column("rejected_at", sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE question SET state = CASE WHEN retired_at IS NOT NULL THEN 'retired' WHEN EXISTS ("
        "SELECT 1 FROM question_version WHERE question_id = question.id AND replaced_at IS NULL"
        " AND approved_at IS NOT NULL) THEN 'approved' ELSE 'draft' END"
    )
    op.drop_index(op.f("ix_question_document_id"), "question")
    op.create_index(op.f("ix_question_document_id_state"), "question", ["document_id", "state"])
    op.create_index(op.f("ix_question_state"), "question", ["state"])


def downgrade() -> None:
    op.drop_index(op.f("ix_question_state"), "question")
    op.drop_index(op.f("ix_question_document_id_state"), "question")
    op.create_index(op.f("ix_question_document_id"), "question", ["document_id"])
    op.drop_column("question_version", "rejected_at")
    op.drop_column("question_version", "warnings")
    op.drop_column("question", "warned")
    op.drop_column("question", "state")
    op.drop_table("decision")
