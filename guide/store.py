"""The database: the only SQL. Entries are only ever added; readers never wait for writers.

SQLite by default (WAL, synchronous FULL: a transaction is on the disk before it is acknowledged);
GUIDE_DATABASE_URL points the same code at another database.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from guide.entries import Entry, KeptFile, NewEntry
from guide.errors import StorageError
from guide.store_access import AccessRows
from guide.store_errors import clear_errors, no_such_session
from guide.store_tables import access, entries, files, official, sessions, snapshots

SCHEMA_HEAD = "0003"
MIGRATIONS = Path(__file__).resolve().parent / "migrations"
BUSY_SECONDS = 5
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
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


def database_url(folder: Path) -> str:
    """The address of the SQLite file in a folder, which is made when it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"De map {folder.name} voor de gegevens kan niet worden gemaakt.",
            "Controleer of u in deze map mag schrijven.",
        ) from error
    return f"sqlite:///{folder / 'gespreksleidraad.db'}"


class Store:
    """One database. Safe to share between threads."""

    def __init__(self, url: str) -> None:
        """Open the database and bring its schema up to date; raises StorageError."""
        self.url = url
        self._engine = _engine(url)
        self.access = AccessRows(self._engine)
        # A room that answers at one moment queues here: SQLite itself would let them try in turns,
        # with pauses that grow.
        self._turn = threading.RLock()
        self._together = threading.local()
        with clear_errors():
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        with self._reading() as connection:
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
        with self._engine.begin() as connection:
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
        with self._writing() as connection:
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
                    with self._transaction() as connection:
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
        with self._reading() as connection:
            rows = connection.execute(_from, {"session_id": session_id, "seq": seq + 1})
            return [Entry.model_validate_json(row.data) for row in rows]

    def entries_since(self, session_id: str, seq: int, key: str) -> list[Entry] | None:
        """The entries after the one with this number and key; None when that is not there.

        Then the database is another one than before: a backup was put back, or the session went.
        """
        with self._reading() as connection:
            rows = connection.execute(_from, {"session_id": session_id, "seq": seq}).all()
        if not rows or (rows[0].seq, rows[0].key) != (seq, key):
            return None
        return [Entry.model_validate_json(row.data) for row in rows[1:]]

    def kept_files(self, session_id: str) -> list[KeptFile]:
        """Every file of a session, in the order of their purposes."""
        query = sa.select(files).where(files.c.session_id == session_id).order_by(files.c.purpose)
        with self._reading() as connection:
            rows = connection.execute(query)
            return [KeptFile(purpose=r.purpose, name=r.name, data=r.data) for r in rows]

    def newest_seq(self, session_id: str) -> int:
        """The number of the newest entry; 0 when there is none. Cheap: asked on every poll."""
        with self._reading() as connection:
            return connection.scalar(_newest, {"session_id": session_id}) or 0

    def exists(self, session_id: str) -> bool:
        """Whether there is such a session."""
        with self._reading() as connection:
            query = sa.select(sessions.c.id).where(sessions.c.id == session_id)
            return connection.scalar(query) is not None

    def snapshot(self, session_id: str) -> tuple[str, str]:
        """(hash, text) of the content the session is held with; raises NotFoundError."""
        query = (
            sa.select(snapshots.c.hash, snapshots.c.data)
            .join(sessions, sessions.c.content_hash == snapshots.c.hash)
            .where(sessions.c.id == session_id)
        )
        with self._reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise no_such_session()
        return row.hash, row.data

    def list_sessions(self, most: int = 100) -> list[SessionRow]:
        """The newest sessions first, each with its set-up entries."""
        query = sa.select(sessions).order_by(sessions.c.created_at.desc(), sessions.c.id)
        with self._reading() as connection:
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
        with self._writing() as connection:
            for table in (entries, files, access):
                connection.execute(table.delete().where(table.c.session_id == session_id))
            connection.execute(sessions.delete().where(sessions.c.id == session_id))

    def save_file(self, session_id: str, purpose: str, name: str, data: bytes) -> None:
        """Keep a file of a session, in place of an earlier one for the same purpose."""
        with self._writing() as connection:
            connection.execute(_file(files.delete(), session_id, purpose))
            connection.execute(
                files.insert().values(
                    session_id=session_id, purpose=purpose, name=name[:255], data=data
                )
            )

    def load_file(self, session_id: str, purpose: str) -> tuple[str, bytes] | None:
        """(name, content) of a file of a session."""
        query = _file(sa.select(files.c.name, files.c.data), session_id, purpose)
        with self._reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else (row.name, row.data)

    def drop_file(self, session_id: str, purpose: str) -> None:
        """Remove a file of a session."""
        with self._writing() as connection:
            connection.execute(_file(files.delete(), session_id, purpose))

    def save_official_texts(self, framework: str, texts: Mapping[str, str]) -> None:
        """Keep the official texts of a framework, in place of all that was kept of it."""
        rows = [{"framework": framework, "target": id_, "text": t} for id_, t in texts.items()]
        with self._writing() as connection:
            connection.execute(official.delete().where(official.c.framework == framework))
            if rows:
                connection.execute(official.insert(), rows)

    def official_texts(self) -> dict[str, str]:
        """Norm or element id -> its official text, as far as kept; they belong to no session."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(official.c.target, official.c.text))
            return {row.target: row.text for row in rows}

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep everything this thread records inside, or nothing of it: one transaction."""
        with self._writing() as connection:
            self._together.connection = connection
            try:
                yield
            finally:
                self._together.connection = None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with clear_errors(), self._transaction() as connection:
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        begun: Connection | None = getattr(self._together, "connection", None)
        if begun is not None:
            yield begun
            return
        with self._turn, self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        begun: Connection | None = getattr(self._together, "connection", None)
        if begun is not None:
            yield begun
            return
        with clear_errors(), self._engine.connect() as connection:
            yield connection.execution_options(reading=True)


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


def _file(statement: Any, session_id: str, purpose: str) -> Any:
    return statement.where(files.c.session_id == session_id, files.c.purpose == purpose)


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return sa.create_engine(url, pool_pre_ping=True)
    # Connections stay open and go round: opening one costs more than a transaction.
    engine = sa.create_engine(
        url,
        pool_size=8,
        max_overflow=56,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @sa.event.listens_for(engine, "connect")
    def _settings(raw: Any, _: Any) -> None:
        raw.isolation_level = None  # SQLAlchemy's own begin, not the driver's
        cursor = raw.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_writing(connection) else "BEGIN")

    return engine


def _is_writing(connection: Connection) -> bool:
    return not connection.get_execution_options().get("reading", False)


def new_key() -> str:
    """A key that makes one delivery of one entry recognisable."""
    return uuid.uuid4().hex
