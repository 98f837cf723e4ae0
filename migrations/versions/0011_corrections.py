"""Facts corrected by hand, the versions written anew for a correction, and flags for the rest.

Revision 0011, after 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fact_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("date_value", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("citations", sa.JSON(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_fact_correction_fact_id_fact"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["made_by"], ["user_account.id"], name=op.f("fk_fact_correction_made_by_user_account")),
        sa.ForeignKeyConstraint(
            ["undoes_id"],
            ["fact_correction.id"],
            name=op.f("fk_fact_correction_undoes_id_fact_correction"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_correction")),
    )
    op.create_index(op.f("ix_fact_correction_fact_id"), "fact_correction", ["fact_id"])
    # Columns with what they refer to, in place: a table made anew would take along what points to it.
    _add_reference("flag", "fact_id", "fact")
    _add_reference("question_version", "correction_id", "fact_correction")


def _add_reference(table: str, name: str, referred: str) -> None:
    """Add a column that refers to a row of another table, as each database can."""
    constraint = f"fk_{table}_{name}_{referred}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} INTEGER CONSTRAINT {constraint} REFERENCES {referred} (id)")
        return
    op.add_column(table, sa.Column(name, sa.Integer(), nullable=True))
    op.create_foreign_key(constraint, table, referred, [name], ["id"])


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA foreign_keys = OFF")
    op.execute("DELETE FROM flag WHERE fact_id IS NOT NULL")
    op.drop_column("question_version", "correction_id")
    op.drop_column("flag", "fact_id")
    op.drop_table("fact_correction")
