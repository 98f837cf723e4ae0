"""What is said at the end of a quiz, by score.

Revision 0013, after 0012.

It is shown wherever the marks were shown before there was such a thing.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_QUIZ = sa.table("quiz", sa.column("id", sa.Integer()), sa.column("review", sa.JSON()))


def upgrade() -> None:
    op.add_column("quiz", sa.Column("feedback", sa.JSON(), nullable=False, server_default="[]"))
    connection = op.get_bind()
    for number, review in connection.execute(sa.select(_QUIZ.c.id, _QUIZ.c.review)).all():
        shown = {
            moment: sorted({*parts, "feedback"}) if "marks" in parts and moment != "during" else parts
            for moment, parts in review.items()
        }
        connection.execute(_QUIZ.update().where(_QUIZ.c.id == number).values(review=shown))


def downgrade() -> None:
    connection = op.get_bind()
    for number, review in connection.execute(sa.select(_QUIZ.c.id, _QUIZ.c.review)).all():
        shown = {moment: [part for part in parts if part != "feedback"] for moment, parts in review.items()}
        connection.execute(_QUIZ.update().where(_QUIZ.c.id == number).values(review=shown))
    op.execute("ALTER TABLE quiz DROP COLUMN feedback")
