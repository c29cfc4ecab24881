"""The tables of the database, as the newest migration makes them."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

snapshots = sa.Table(
    "content_snapshot",
    metadata,
    sa.Column("hash", sa.String(64), primary_key=True),
    sa.Column("data", sa.Text, nullable=False),
)
sessions = sa.Table(
    "session",
    metadata,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("created_at", sa.String(40), nullable=False),
    sa.Column(
        "content_hash", sa.String(64), sa.ForeignKey("content_snapshot.hash"), nullable=False
    ),
    sa.Column("example", sa.Boolean, nullable=False, default=False),
)
entries = sa.Table(
    "entry",
    metadata,
    sa.Column("session_id", sa.String(40), sa.ForeignKey("session.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("data", sa.Text, nullable=False),
    sa.UniqueConstraint("session_id", "key", name="one_entry_per_key"),
    sa.Index("entry_of_kind", "session_id", "kind", "seq"),
)
files = sa.Table(
    "stored_file",
    metadata,
    sa.Column("session_id", sa.String(40), sa.ForeignKey("session.id"), primary_key=True),
    sa.Column("purpose", sa.String(40), primary_key=True),
    sa.Column("name", sa.String(255), nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
official = sa.Table(
    "official_text",
    metadata,
    sa.Column("framework", sa.String(60), primary_key=True),
    sa.Column("target", sa.String(60), primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
)
access = sa.Table(
    "access",
    metadata,
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("session_id", sa.String(40), sa.ForeignKey("session.id"), nullable=False),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("code", sa.String(12), nullable=False),
    sa.Column("is_open", sa.Boolean, nullable=False),
    sa.Column("created_at", sa.String(40), nullable=False),
    sa.UniqueConstraint("session_id", "role", name="one_access_per_role"),
)
