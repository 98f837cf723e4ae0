"""The clock of each boot, and guesses at passwords counted in one row.

Revision 0002, after 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "boot",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("running_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boot")),
    )
    op.create_table(
        "guesses",
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("username", "device", name=op.f("pk_guesses")),
    )
    with op.batch_alter_table("guesses") as batch_op:
        batch_op.create_index(batch_op.f("ix_guesses_last_at"), ["last_at"], unique=False)

    with op.batch_alter_table("failed_sign_in") as batch_op:
        batch_op.drop_index(batch_op.f("ix_failed_sign_in_username_at"))

    op.drop_table("failed_sign_in")  # guesses of the last quarter of an hour: they begin anew


def downgrade() -> None:
    op.create_table(
        "failed_sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_sign_in")),
    )
    with op.batch_alter_table("failed_sign_in") as batch_op:
        batch_op.create_index(batch_op.f("ix_failed_sign_in_username_at"), ["username", "at"], unique=False)

    with op.batch_alter_table("guesses") as batch_op:
        batch_op.drop_index(batch_op.f("ix_guesses_last_at"))

    op.drop_table("guesses")
    op.drop_table("boot")
