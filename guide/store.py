"""The database: the only SQL. Entries are only ever added; readers never wait for writers.

SQLite by default (WAL, synchronous FULL: a transaction is on the disk before it is acknowledged);
GUIDE_DATABASE_URL points the same code at another database.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from guide.entries import Entry, KeptFile, NewEntry
from guide.errors import StorageError
from guide.store_access import AccessRows
from guide.store_connections import Connections
from guide.store_errors import clear_errors, no_such_session
from guide.store_files import FileRows, OfficialRows
from guide.store_tables import access, entries, files, sessions, snapshots

SCHEMA_HEAD = "0003"
MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_ATTEMPTS = 5
_FOR_THE_LIST = ("detail", "earlier_session", "retraction", "restoration")

_newest = sa.select(sa.func.max(entries.c.seq)).where(
    entries.c.session_id == sa.bindparam("session_id")
)
_known = sa.select(entries.c.data).where(
    entries.c.session_id == sa.bindparam("session_id"), entries.c.key == sa.bindparam("key")
)
_from = (
    sa.select(entries.c.seq, entries.c.key, entries.c.data)
    .where(entries.c.session_id == sa.bindparam("session_id"))
    .where(entries.c.seq >= sa.bindparam("seq"))
    .order_by(entries.c.seq)
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in the list: its id, when it was made, and its newest set-up entries."""

    id: str
    created_at: str
    example: bool
    details: tuple[Entry, ...]


def now() -> dt.datetime:
    """This moment, with its time zone (UTC)."""
    return dt.datetime.now(dt.UTC)


class Store:
    """One database. Safe to share between threads."""

    def __init__(self, url: str) -> None:
        """Open the database and bring its schema up to date; raises StorageError."""
        self.url = url
        self.connections = Connections(url)
        self.access = AccessRows(self.connections)
        self.files = FileRows(self.connections)
        self.official = OfficialRows(self.connections)
        with clear_errors():
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        with self.connections.reading() as connection:
            has_version = sa.inspect(connection).has_table("alembic_version")
            version = (
                connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
                if has_version
                else None
            )
        if version != SCHEMA_HEAD:
            self._migrate(version)

    def _migrate(self, version: str | None) -> None:
        # Alembic is imported only when there is something to migrate: it costs start-up time.
        from alembic import command
        from alembic.config import Config

        if version is not None and version > SCHEMA_HEAD:
            raise StorageError(
                "Deze gegevens zijn gemaakt met een nieuwere versie van de gespreksleidraad.",
                "Gebruik die nieuwere versie, of kies een andere map voor de gegevens.",
            )
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        with self.connections.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def create_session(
        self, snapshot: str, first: Sequence[NewEntry] = (), *, example: bool = False
    ) -> str:
        """Make a session held with this content snapshot; returns its unguessable id."""
        numbered = [Entry(seq=n, at=now(), **dict(new)) for n, new in enumerate(first, start=1)]
        return self.take_in(snapshot, numbered, example=example)

    def take_in(
        self,
        snapshot: str,
        kept: Sequence[Entry],
        kept_files: Sequence[KeptFile] = (),
        *,
        example: bool = False,
    ) -> str:
        """Make a session of entries that were numbered before, all at once; returns its new id."""
        session_id = secrets.token_urlsafe(16)
        digest = hashlib.sha256(snapshot.encode()).hexdigest()
        with self.connections.writing() as connection:
            known = sa.select(snapshots.c.hash).where(snapshots.c.hash == digest)
            if connection.scalar(known) is None:
                connection.execute(snapshots.insert().values(hash=digest, data=snapshot))
            made = {"id": session_id, "created_at": now().isoformat(), "content_hash": digest}
            connection.execute(sessions.insert().values(**made, example=example))
            if kept:
                connection.execute(entries.insert(), [_row(session_id, each) for each in kept])
            for file in kept_files:
                connection.execute(files.insert().values(session_id=session_id, **dict(file)))
        return session_id

    def append(
        self, session_id: str, new: Sequence[NewEntry], *, only_after: int | None = None
    ) -> list[Entry]:
        """Add entries in one durable transaction and return them numbered.

        A key that was already recorded gives back the entry of that first time. With `only_after`
        nothing is added, and [] returned, when that is not the newest number any more.
        """
        with clear_errors():
            for attempt in range(_ATTEMPTS):
                try:
                    with self.connections.transaction() as connection:
                        return _add(connection, session_id, new, only_after)
                except IntegrityError:
                    # Two writers took the same number (only where writers do not queue, as in
                    # PostgreSQL), or the session does not exist.
                    if not self.exists(session_id):
                        raise no_such_session() from None
                    if attempt == _ATTEMPTS - 1:
                        raise
        raise StorageError("Het vastleggen is niet gelukt.", "Probeer het nog een keer.")

    def entries_after(self, session_id: str, seq: int = 0) -> list[Entry]:
        """The entries with a higher number, in order."""
        with self.connections.reading() as connection:
            rows = connection.execute(_from, {"session_id": session_id, "seq": seq + 1})
            return [Entry.model_validate_json(row.data) for row in rows]

    def entries_since(self, session_id: str, seq: int, key: str) -> list[Entry] | None:
        """The entries after the one with this number and key; None when that is not there.

        Then the database is another one than before: a backup was put back, or the session went.
        """
        with self.connections.reading() as connection:
            rows = connection.execute(_from, {"session_id": session_id, "seq": seq}).all()
        if not rows or (rows[0].seq, rows[0].key) != (seq, key):
            return None
        return [Entry.model_validate_json(row.data) for row in rows[1:]]

    def newest_seq(self, session_id: str) -> int:
        """The number of the newest entry; 0 when there is none. Cheap: asked on every poll."""
        with self.connections.reading() as connection:
            return connection.scalar(_newest, {"session_id": session_id}) or 0

    def exists(self, session_id: str) -> bool:
        """Whether there is such a session."""
        with self.connections.reading() as connection:
            query = sa.select(sessions.c.id).where(sessions.c.id == session_id)
            return connection.scalar(query) is not None

    def snapshot(self, session_id: str) -> tuple[str, str]:
        """(hash, text) of the content the session is held with; raises NotFoundError."""
        query = (
            sa.select(snapshots.c.hash, snapshots.c.data)
            .join(sessions, sessions.c.content_hash == snapshots.c.hash)
            .where(sessions.c.id == session_id)
        )
        with self.connections.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise no_such_session()
        return row.hash, row.data

    def list_sessions(self, most: int = 100) -> list[SessionRow]:
        """The newest sessions first, each with its set-up entries."""
        query = sa.select(sessions).order_by(sessions.c.created_at.desc(), sessions.c.id)
        with self.connections.reading() as connection:
            rows = connection.execute(query.limit(most)).all()
            details = (
                sa.select(entries.c.session_id, entries.c.data)
                .where(entries.c.session_id.in_([row.id for row in rows]))
                .where(entries.c.kind.in_(_FOR_THE_LIST))
                .order_by(entries.c.session_id, entries.c.seq)
            )
            found: dict[str, list[Entry]] = {}
            for session_id, data in connection.execute(details):
                found.setdefault(session_id, []).append(Entry.model_validate_json(data))
        return [
            SessionRow(row.id, row.created_at, row.example, tuple(found.get(row.id, ())))
            for row in rows
        ]

    def delete_session(self, session_id: str) -> None:
        """Remove a session with everything that belongs to it; it cannot be brought back."""
        with self.connections.writing() as connection:
            for table in (entries, files, access):
                connection.execute(table.delete().where(table.c.session_id == session_id))
            connection.execute(sessions.delete().where(sessions.c.id == session_id))

    def close(self) -> None:
        """Close every connection."""
        self.connections.close()


def _add(
    connection: Connection,
    session_id: str,
    new: Sequence[NewEntry],
    only_after: int | None = None,
) -> list[Entry]:
    seq: int = connection.scalar(_newest, {"session_id": session_id}) or 0
    if only_after not in (None, seq):
        return []
    added: list[Entry] = []
    for entry in new:
        known = connection.scalar(_known, {"session_id": session_id, "key": entry.key})
        if known is not None:
            added.append(Entry.model_validate_json(known))
            continue
        seq += 1
        numbered = Entry(seq=seq, at=now(), **dict(entry))
        connection.execute(entries.insert(), _row(session_id, numbered))
        added.append(numbered)
    return added


def _row(session_id: str, entry: Entry) -> dict[str, object]:
    return {
        "session_id": session_id,
        "seq": entry.seq,
        "key": entry.key,
        "kind": entry.body.kind,
        "data": entry.model_dump_json(exclude_defaults=False),
    }


def new_key() -> str:
    """A key that makes one delivery of one entry recognisable."""
    return uuid.uuid4().hex
