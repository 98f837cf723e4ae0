"""Newer revisions of documents, and questions whose sentences they change.

Revision 0007, after 0006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "flag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("fate", sa.Enum("changed", "deleted", name="fate", native_enum=False, length=24), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_flag_document_id_document")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_flag_question_id_question"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["settled_by"], ["user_account.id"], name=op.f("fk_flag_settled_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag")),
    )
    op.create_index(op.f("ix_flag_question_id"), "flag", ["question_id"])
    op.create_index(
        "ix_flag_open",
        "flag",
        ["question_id", "document_id"],
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    with op.batch_alter_table("preview") as batch_op:
        batch_op.add_column(sa.Column("revises_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_preview_revises_id_document"), "document", ["revises_id"], ["id"])
    # Columns with what they refer to, in place: a table made anew would take along what points to it.
    _add_reference("document", "replaces_id")
    op.create_index("ix_document_replaces_id", "document", ["replaces_id"], unique=True)
    _add_reference("question_version", "document_id")
    op.execute(
        "UPDATE question_version SET document_id ="
        " (SELECT document_id FROM question WHERE question.id = question_version.question_id)"
    )


def _add_reference(table: str, name: str) -> None:
    """Add a column that refers to a document, as each database can."""
    constraint = f"fk_{table}_{name}_document"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} INTEGER CONSTRAINT {constraint} REFERENCES document (id)")
        return
    op.add_column(table, sa.Column(name, sa.Integer(), nullable=True))
    op.create_foreign_key(constraint, table, "document", [name], ["id"])


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA foreign_keys = OFF")
    op.drop_column("question_version", "document_id")
    op.drop_index("ix_document_replaces_id", "document")
    op.drop_column("document", "replaces_id")
    with op.batch_alter_table("preview") as batch_op:
        batch_op.drop_constraint(op.f("fk_preview_revises_id_document"), type_="foreignkey")
        batch_op.drop_column("revises_id")
    op.drop_table("flag")
