"""The list of sessions to choose from, without folding any of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guide.entries import Detail
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
    newest: dict[DetailField, str] = {}
    for entry in row.details:
        if isinstance(entry.body, Detail) and isinstance(entry.body.value, str):
            newest[entry.body.field] = entry.body.value
    date = newest.get(DetailField.DATE, "")
    return SessionSummary(
        id=row.id,
        region=newest.get(DetailField.REGION, ""),
        date=dt.date.fromisoformat(date) if date else None,
        example=row.example,
    )
