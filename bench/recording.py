"""Recording one entry, durable when it returns, against one bare transaction."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.result import Row, waiting
from bench.sample import TALK, new_sessions, session_with
from guide.entries import NewEntry, Note
from guide.store import new_key

MOST_TIMES_BARE = 3.0
TIMES = 400
INSERT = "INSERT INTO entry (session_id, seq, key, kind, data) VALUES (?, ?, ?, ?, ?)"


def measure(folder: Path) -> Iterator[Row]:
    """The whole verb, and the store below it, in a session of 5,000 entries."""
    sessions = new_sessions(folder)
    session = session_with(sessions, 5000)
    sessions.store.close()  # writes everything into the file itself before it is copied
    copy = shutil.copy(folder / "bench.db", folder / "bare.db")
    bare = _connected(Path(copy))
    data = sessions.store.entries_after(session.id, 4999)[0].model_dump_json()
    numbers = count(5001)

    def record() -> None:
        nonlocal session
        session = sessions.record(session, Note(text=TALK))

    def append() -> None:
        nonlocal session
        sessions.store.append(session.id, [NewEntry(key=new_key(), body=Note(text=TALK))])

    def insert() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(INSERT, (session.id, next(numbers), new_key(), "note", data))
        bare.execute("COMMIT")

    taken = waiting(TIMES, record, insert, warm_up=20)
    yield Row("recording a note: sessions.record()", taken[0], "ms", taken[1], MOST_TIMES_BARE)
    taken = waiting(TIMES, append, insert, warm_up=20)
    yield Row("of which the transaction: store.append()", taken[0], "ms", taken[1])
    bare.close()
    sessions.store.close()


def _connected(file: Path) -> sqlite3.Connection:
    """A connection with the settings of the store: WAL, and on the disk before it returns."""
    connection = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection
