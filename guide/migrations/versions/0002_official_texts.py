"""Official norm texts from one's own copy of a report; they belong to no session."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "official_text",
        sa.Column("framework", sa.String(60), primary_key=True),
        sa.Column("target", sa.String(60), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
