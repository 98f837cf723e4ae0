"""first tables.

Revision 0001, after .
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "failed_sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_sign_in")),
    )
    with op.batch_alter_table("failed_sign_in") as batch_op:
        batch_op.create_index(batch_op.f("ix_failed_sign_in_username_at"), ["username", "at"], unique=False)

    op.create_table(
        "user_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "role", sa.Enum("student", "teacher", "admin", name="role", native_enum=False, length=24), nullable=False
        ),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("time_zone", sa.String(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("disabled_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("username", name=op.f("uq_user_account_username")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "language",
            sa.Enum("zh-Hans", "zh-Hant", "en", name="language", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column(
            "format",
            sa.Enum("text", "html", "wikitext", "markdown", name="sourceformat", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("attribution", sa.String(), nullable=True),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.Column("imported_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["imported_by"], ["user_account.id"], name=op.f("fk_document_imported_by_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("digest", name=op.f("uq_document_digest")),
    )
    op.create_table(
        "quiz",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=True),
        sa.Column("opens_at", sa.BigInteger(), nullable=True),
        sa.Column("closes_at", sa.BigInteger(), nullable=True),
        sa.Column("time_limit_seconds", sa.Integer(), nullable=True),
        sa.Column("grace_seconds", sa.Integer(), nullable=False),
        sa.Column("attempts_allowed", sa.Integer(), nullable=True),
        sa.Column("shuffle_options", sa.Boolean(), nullable=False),
        sa.Column(
            "review_from",
            sa.Enum("submission", "close", name="reviewfrom", native_enum=False, length=24),
            nullable=False,
        ),
        sa.CheckConstraint("attempts_allowed > 0", name=op.f("ck_quiz_attempts_allowed")),
        sa.CheckConstraint("grace_seconds >= 0", name=op.f("ck_quiz_grace")),
        sa.CheckConstraint("time_limit_seconds > 0", name=op.f("ck_quiz_time_limit")),
        sa.ForeignKeyConstraint(["created_by"], ["user_account.id"], name=op.f("fk_quiz_created_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz")),
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_sign_in_user_id_user_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_user_id"), ["user_id"], unique=False)

    op.create_table(
        "attempt",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=True),
        sa.Column("closes_at", sa.BigInteger(), nullable=True),
        sa.Column("submitted_at", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_attempt_quiz_id_quiz")),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_attempt_user_id_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
        sa.UniqueConstraint("user_id", "quiz_id", "number", name=op.f("uq_attempt_user_id_quiz_id_number")),
    )
    with op.batch_alter_table("attempt") as batch_op:
        batch_op.create_index(batch_op.f("ix_attempt_quiz_id"), ["quiz_id"], unique=False)

    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date_value", sa.String(), nullable=False),
        sa.Column("date_text", sa.String(), nullable=False),
        sa.Column("date_start", sa.Integer(), nullable=False),
        sa.Column("date_end", sa.Integer(), nullable=False),
        sa.Column("date_inferred", sa.JSON(), nullable=False),
        sa.Column("date_modifier", sa.String(), nullable=True),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("citations", sa.JSON(), nullable=False),
        sa.Column("attribution", sa.String(), nullable=True),
        sa.Column(
            "modality",
            sa.Enum(
                "stated", "reported", "promised", "planned", "negated", name="modality", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_fact_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sa.UniqueConstraint("document_id", "key", name=op.f("uq_fact_document_id_key")),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("retired_at", sa.BigInteger(), nullable=True),
        sa.Column("retired_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["user_account.id"], name=op.f("fk_question_created_by_user_account")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_question_document_id_document")),
        sa.ForeignKeyConstraint(["retired_by"], ["user_account.id"], name=op.f("fk_question_retired_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("key", name=op.f("uq_question_key")),
    )
    with op.batch_alter_table("question") as batch_op:
        batch_op.create_index(batch_op.f("ix_question_document_id"), ["document_id"], unique=False)

    op.create_table(
        "reference",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("issued", sa.String(), nullable=True),
        sa.Column("accessed", sa.String(), nullable=True),
        sa.Column("archived", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("archive_url", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_reference_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "number", name=op.f("pk_reference")),
    )
    op.create_table(
        "sentence",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_sentence_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_sentence")),
    )
    op.create_table(
        "unresolved_date",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_unresolved_date_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "start", name=op.f("pk_unresolved_date")),
    )
    op.create_table(
        "question_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "date-choice",
                "event-choice",
                "who-choice",
                "number-choice",
                "date-entry",
                "chronology",
                "earlier",
                "true-false-unstated",
                "evidence",
                "single-choice",
                name="questiontype",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "language",
            sa.Enum("zh-Hans", "zh-Hant", "en", name="language", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("stem", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("difficulty", sa.Double(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("approved_at", sa.BigInteger(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("replaced_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["user_account.id"], name=op.f("fk_question_version_approved_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["user_account.id"], name=op.f("fk_question_version_created_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_version_question_id_question"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_version")),
        sa.UniqueConstraint("question_id", "number", name=op.f("uq_question_version_question_id_number")),
    )
    with op.batch_alter_table("question_version") as batch_op:
        batch_op.create_index(
            "ix_question_version_current",
            ["question_id"],
            unique=True,
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )

    op.create_table(
        "score",
        sa.Column("attempt_id", sa.String(), nullable=False),
        sa.Column("mark", sa.Double(), nullable=False),
        sa.Column("max_mark", sa.Double(), nullable=False),
        sa.Column("marked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_score_attempt_id_attempt"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_score")),
    )
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

    op.create_table(
        "attempt_question",
        sa.Column("attempt_id", sa.String(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("option_ids", sa.JSON(), nullable=False),
        sa.Column("max_mark", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_attempt_question_attempt_id_attempt"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["question_version.id"], name=op.f("fk_attempt_question_version_id_question_version")
        ),
        sa.PrimaryKeyConstraint("attempt_id", "slot", name=op.f("pk_attempt_question")),
    )
    with op.batch_alter_table("attempt_question") as batch_op:
        batch_op.create_index(batch_op.f("ix_attempt_question_version_id"), ["version_id"], unique=False)

    op.create_table(
        "mark",
        sa.Column("attempt_id", sa.String(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Double(), nullable=False),
        sa.Column("max_mark", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id", "slot"],
            ["attempt_question.attempt_id", "attempt_question.slot"],
            name=op.f("fk_mark_attempt_id_slot_attempt_question"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "slot", name=op.f("pk_mark")),
    )
    op.create_table(
        "response",
        sa.Column("attempt_id", sa.String(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id", "slot"],
            ["attempt_question.attempt_id", "attempt_question.slot"],
            name=op.f("fk_response_attempt_id_slot_attempt_question"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "slot", name=op.f("pk_response")),
    )


def downgrade() -> None:
    op.drop_table("response")
    op.drop_table("mark")
    with op.batch_alter_table("attempt_question") as batch_op:
        batch_op.drop_index(batch_op.f("ix_attempt_question_version_id"))

    op.drop_table("attempt_question")
    with op.batch_alter_table("slot") as batch_op:
        batch_op.drop_index(batch_op.f("ix_slot_question_id"))

    op.drop_table("slot")
    op.drop_table("score")
    with op.batch_alter_table("question_version") as batch_op:
        batch_op.drop_index(
            "ix_question_version_current",
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )

    op.drop_table("question_version")
    op.drop_table("unresolved_date")
    op.drop_table("sentence")
    op.drop_table("reference")
    with op.batch_alter_table("question") as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_document_id"))

    op.drop_table("question")
    op.drop_table("fact")
    with op.batch_alter_table("attempt") as batch_op:
        batch_op.drop_index(batch_op.f("ix_attempt_quiz_id"))

    op.drop_table("attempt")
    with op.batch_alter_table("sign_in") as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_user_id"))

    op.drop_table("sign_in")
    op.drop_table("quiz")
    op.drop_table("document")
    op.drop_table("user_account")
    with op.batch_alter_table("failed_sign_in") as batch_op:
        batch_op.drop_index(batch_op.f("ix_failed_sign_in_username_at"))

    op.drop_table("failed_sign_in")
