"""Colleagues who may change a quiz, guesses at access codes, and answers that were checked while the attempt ran.

Revision 0010, after 0009.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quiz_colleague",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("named_at", sa.BigInteger(), nullable=False),
        sa.Column("named_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_colleague_quiz_id_quiz"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_quiz_colleague_user_id_user_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["named_by"], ["user_account.id"], name=op.f("fk_quiz_colleague_named_by_user_account")
        ),
        sa.PrimaryKeyConstraint("quiz_id", "user_id", name=op.f("pk_quiz_colleague")),
    )
    op.create_table(
        "code_guesses",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz.id"], name=op.f("fk_code_guesses_quiz_id_quiz"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_code_guesses_user_id_user_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("quiz_id", "user_id", name=op.f("pk_code_guesses")),
    )
    op.add_column("response", sa.Column("checked_at", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.execute("ALTER TABLE response DROP COLUMN checked_at")
    op.drop_table("code_guesses")
    op.drop_table("quiz_colleague")
