"""The list of sessions to choose from, computed from their set-up entries alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guide.entries import Detail
from guide.fold import SessionState, fold
from guide.models import DetailField
from guide.sessions import Sessions
from guide.store import SessionRow


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What the list says of a session."""

    id: str
    region: str
    date: dt.date | None
    example: bool


def summaries(sessions: Sessions) -> list[SessionSummary]:
    """The sessions, newest first; the example last."""
    found = [_summary(row) for row in sessions.list()]
    return sorted(found, key=lambda each: each.example)


def _summary(row: SessionRow) -> SessionSummary:
    state = fold(row.details)
    date = _value(state, DetailField.DATE)
    return SessionSummary(
        id=row.id,
        region=_value(state, DetailField.REGION),
        date=dt.date.fromisoformat(date) if date else None,
        example=row.example,
    )


def _value(state: SessionState, field: DetailField) -> str:
    detail = state.value(("detail", field.value), Detail)
    return detail.value if detail and isinstance(detail.value, str) else ""
