"""The doors to sessions in the database: at most one per session and role."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from guide.access import Access, Role
from guide.store_connections import Connections
from guide.store_errors import clear_errors, no_such_session
from guide.store_tables import access


class AccessRows:
    """The table of doors; every change is durable when its method returns."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, session_id: str, role: Role) -> Access | None:
        """The door of a session for a role."""
        return self._one(_of(sa.select(access), session_id, role))

    def of_key(self, key: str) -> Access | None:
        """The door that a key opens."""
        return self._one(sa.select(access).where(access.c.key == key))

    def open_for_participants(self) -> list[Access]:
        """Every door that a code may open now."""
        query = sa.select(access).where(access.c.role == Role.PARTICIPANT.value)
        with self._connections.reading() as connection:
            return [_read(row) for row in connection.execute(query.where(access.c.is_open))]

    def save(self, new: Access) -> None:
        """Keep this door in place of an earlier one, whose key and code no longer work."""
        with clear_errors():
            try:
                with self._connections.transaction() as connection:
                    connection.execute(_of(access.delete(), new.session_id, new.role))
                    connection.execute(access.insert(), [_row(new)])
            except IntegrityError:
                # Somebody saved at the same moment (then theirs counts), or there is no session.
                if self.of(new.session_id, new.role) is None:
                    raise no_such_session() from None

    def set_open(self, session_id: str, role: Role, *, is_open: bool) -> None:
        """Open or close a door; nothing happens when there is none."""
        with self._connections.writing() as connection:
            connection.execute(_of(access.update(), session_id, role).values(is_open=is_open))

    def _one(self, query: sa.Select[Any]) -> Access | None:
        with self._connections.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else _read(row)


def _of(statement: Any, session_id: str, role: Role) -> Any:
    return statement.where(access.c.session_id == session_id, access.c.role == role.value)


def _read(row: sa.Row[Any]) -> Access:
    return Access(row.session_id, Role.of(row.role), row.key, row.code, bool(row.is_open))


def _row(new: Access) -> dict[str, object]:
    return {
        "key": new.key,
        "session_id": new.session_id,
        "role": new.role.value,
        "code": new.code,
        "is_open": new.is_open,
        "created_at": dt.datetime.now(dt.UTC).isoformat(),
    }
