"""What is kept beside the entries: files of a session, and official texts of this database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from guide.entries import KeptFile
from guide.store_connections import Connections
from guide.store_tables import files, official


class FileRows:
    """The files of sessions, at most one per purpose; every change is durable when it returns."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, session_id: str) -> list[KeptFile]:
        """Every file of a session, in the order of their purposes."""
        query = sa.select(files).where(files.c.session_id == session_id).order_by(files.c.purpose)
        with self._connections.reading() as connection:
            rows = connection.execute(query)
            return [KeptFile(purpose=r.purpose, name=r.name, data=r.data) for r in rows]

    def save(self, session_id: str, purpose: str, name: str, data: bytes) -> None:
        """Keep a file of a session, in place of an earlier one for the same purpose."""
        with self._connections.writing() as connection:
            connection.execute(_file(files.delete(), session_id, purpose))
            connection.execute(
                files.insert().values(
                    session_id=session_id, purpose=purpose, name=name[:255], data=data
                )
            )

    def load(self, session_id: str, purpose: str) -> tuple[str, bytes] | None:
        """(name, content) of a file of a session."""
        query = _file(sa.select(files.c.name, files.c.data), session_id, purpose)
        with self._connections.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else (row.name, row.data)

    def drop(self, session_id: str, purpose: str) -> None:
        """Remove a file of a session."""
        with self._connections.writing() as connection:
            connection.execute(_file(files.delete(), session_id, purpose))


class OfficialRows:
    """The official texts of the frameworks, as far as kept; they belong to no session."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, framework: str, texts: Mapping[str, str]) -> None:
        """Keep the official texts of a framework, in place of all that was kept of it."""
        rows = [{"framework": framework, "target": id_, "text": t} for id_, t in texts.items()]
        with self._connections.writing() as connection:
            connection.execute(official.delete().where(official.c.framework == framework))
            if rows:
                connection.execute(official.insert(), rows)

    def texts(self) -> dict[str, str]:
        """Norm or element id -> its official text, as far as kept."""
        with self._connections.reading() as connection:
            rows = connection.execute(sa.select(official.c.target, official.c.text))
            return {row.target: row.text for row in rows}


def _file(statement: Any, session_id: str, purpose: str) -> Any:
    return statement.where(files.c.session_id == session_id, files.c.purpose == purpose)
