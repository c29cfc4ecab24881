"""The connections to one database: who writes waits for a turn, who reads waits for nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from guide.errors import StorageError
from guide.store_errors import clear_errors

BUSY_SECONDS = 5
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


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


class Connections:
    """Transactions on one database. Safe to share between threads."""

    def __init__(self, url: str) -> None:
        """Open the database at this address."""
        self.engine = _engine(url)
        # A room that answers at one moment queues here: SQLite itself would let them try in turns,
        # with pauses that grow.
        self._turn = threading.RLock()
        self._together = threading.local()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep everything this thread records inside, or nothing of it: one transaction."""
        with self.writing() as connection:
            self._together.connection = connection
            try:
                yield
            finally:
                self._together.connection = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable when it ends; a failure is said in Dutch."""
        with clear_errors(), self.transaction() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The same, with what the database itself says when it fails."""
        begun: Connection | None = getattr(self._together, "connection", None)
        if begun is not None:
            yield begun
            return
        with self._turn, self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the database, however long it is looked at."""
        begun: Connection | None = getattr(self._together, "connection", None)
        if begun is not None:
            yield begun
            return
        with clear_errors(), self.engine.connect() as connection:
            yield connection.execution_options(reading=True)


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
