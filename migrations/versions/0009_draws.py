"""Slots that draw questions by filters, and attempts that keep what they were drawn with or are only a preview.

Revision 0009, after 0008.

Slots get an id of their own, by which one is changed wherever it stands; their table is made anew under another name.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quiz_slot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("filters", sa.JSON(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("max_mark", sa.Double(), nullable=False),
        sa.CheckConstraint("count > 0", name=op.f("ck_quiz_slot_count")),
        sa.CheckConstraint("(question_id IS NULL) = (filters IS NOT NULL)", name=op.f("ck_quiz_slot_fixed_or_drawn")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_slot_quiz_id_quiz"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_quiz_slot_question_id_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_slot")),
    )
    op.create_index(op.f("ix_quiz_slot_quiz_id"), "quiz_slot", ["quiz_id"])
    op.create_index(op.f("ix_quiz_slot_question_id"), "quiz_slot", ["question_id"])
    op.execute(
        "INSERT INTO quiz_slot (quiz_id, position, question_id, count, max_mark)"
        " SELECT quiz_id, position, question_id, 1, max_mark FROM slot ORDER BY quiz_id, position"
    )
    op.drop_table("slot")
    op.add_column("attempt", sa.Column("seed", sa.BigInteger(), nullable=True))
    op.add_column("attempt", sa.Column("preview", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.execute("DELETE FROM attempt WHERE preview")
    for column in ("seed", "preview"):
        op.execute(f"ALTER TABLE attempt DROP COLUMN {column}")
    op.create_table(
        "slot",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("max_mark", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_slot_question_id_question")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_slot_quiz_id_quiz"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("quiz_id", "position", name=op.f("pk_slot")),
    )
    with op.batch_alter_table("slot") as batch_op:
        batch_op.create_index(batch_op.f("ix_slot_question_id"), ["question_id"], unique=False)
    op.execute(
        "INSERT INTO slot (quiz_id, position, question_id, max_mark)"
        " SELECT quiz_id, position, question_id, max_mark FROM quiz_slot WHERE question_id IS NOT NULL"
    )
    op.drop_table("quiz_slot")
