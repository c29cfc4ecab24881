"""A copy of the whole database, and putting one back; both while the guide may be running.

SQLite's own backup copies a database that is being written to as one consistent moment. Another
kind of database has tools of its own for this, which we do not imitate.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from guide.errors import StorageError
from guide.store import SCHEMA_HEAD, Store
from guide.store_connections import BUSY_SECONDS
from guide.store_errors import explained

_NO_COPY = "Kies een bestand dat u met ‘backup’ hebt gemaakt."
_TABLES = {"alembic_version", "content_snapshot", "session", "entry"}


def back_up(url: str, target: Path) -> int:
    """Copy the database at this address to a new file; returns how many sessions are in it.

    Raises StorageError when there is nothing to copy, or the target is there already.
    """
    source = _file_of(url)
    if not source.exists():
        raise StorageError("Er zijn nog geen gegevens om te bewaren.", "Start eerst de gids.")
    if target.exists():
        raise StorageError(f"{target.name} bestaat al.", "Kies een andere naam voor de kopie.")
    # Under another name until it is whole: a copy that was broken off never looks like a good one.
    unfinished = target.with_name(f"{target.name}.bezig")
    with _clear_errors():
        with closing(_opened(source)) as here, closing(sqlite3.connect(unfinished)) as there:
            here.backup(there)
            there.execute("PRAGMA journal_mode=DELETE")
            count = _checked(there)
        os.replace(unfinished, target)
    return count


def put_back(url: str, copy: Path, *, moment: dt.datetime) -> tuple[int, Path | None]:
    """Replace everything by a copy; returns how many sessions it holds and where the old went.

    The copy is checked first, and what was there is set aside in a file beside it, named after
    `moment`. A running guide notices by itself. Raises StorageError; then nothing has changed.
    """
    target = _file_of(url)
    with _clear_errors(), closing(_opened(copy)) as here:
        count = _checked(here)
        aside = _set_aside(url, target, moment)
        with closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as there:
            here.backup(there)
    Store(url).close()  # an older copy gets the schema of today
    return count, aside


def _set_aside(url: str, target: Path, moment: dt.datetime) -> Path | None:
    if not target.exists():
        return None
    aside = target.with_name(f"{target.stem}-voor-{moment:%Y%m%d-%H%M%S}{target.suffix}")
    back_up(url, aside)
    return aside


def _file_of(url: str) -> Path:
    address = sa.make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        raise StorageError(
            "Deze gegevens staan niet in een eigen bestand.",
            "Gebruik voor een reservekopie het programma van uw database.",
        )
    return Path(address.database)


def _opened(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        raise StorageError(f"{file.name} is er niet.", "Controleer de naam van het bestand.")
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def _checked(copy: sqlite3.Connection) -> int:
    """How many sessions a copy holds; raises StorageError when it is broken, other or newer."""
    if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise StorageError("De kopie is beschadigd.", _NO_COPY)
    found = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    if not found >= _TABLES:
        raise StorageError("Dit zijn geen gegevens van de gespreksleidraad.", _NO_COPY)
    (version,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    if version > SCHEMA_HEAD:
        raise StorageError(
            "De kopie is gemaakt met een nieuwere versie van de gespreksleidraad.",
            "Gebruik die nieuwere versie.",
        )
    (count,) = copy.execute("SELECT count(*) FROM session").fetchone()
    return int(count)


@contextmanager
def _clear_errors() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise explained(str(error).lower()) from error
