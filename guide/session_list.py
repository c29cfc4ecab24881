"""The list of sessions to choose from, computed from their set-up entries alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guide.entries import Detail, EarlierSession
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
    uid: str = ""
    follows: str = ""


def lines(sessions: Sessions) -> list[tuple[SessionSummary, ...]]:
    """The sessions per region over the years: each line newest first, the newest line first.

    A session stands in one line only. Two that go on from the same one: the newest has it.
    """
    found = summaries(sessions)
    newest = {each.uid: each for each in reversed(found)}
    made: list[tuple[SessionSummary, ...]] = []
    placed: set[str] = set()
    for each in _heads_first(found):
        line: list[SessionSummary] = []
        current: SessionSummary | None = each
        while current is not None and current.id not in placed:
            placed.add(current.id)
            line.append(current)
            current = newest.get(current.follows) if current.follows else None
        if line:
            made.append(tuple(line))
    return sorted(made, key=lambda line: found.index(line[0]))


def _heads_first(found: list[SessionSummary]) -> list[SessionSummary]:
    """Those that nobody goes on from, then the others: a line begins at its newest session."""
    followed = {each.follows for each in found if each.follows}
    return sorted(found, key=lambda each: each.uid in followed)


def summaries(sessions: Sessions) -> list[SessionSummary]:
    """The sessions, newest first; the example last."""
    found = [_summary(row) for row in sessions.list()]
    return sorted(found, key=lambda each: each.example)


def _summary(row: SessionRow) -> SessionSummary:
    state = fold(row.details)
    date = _value(state, DetailField.DATE)
    earlier = state.value(("earlier_session",), EarlierSession)
    return SessionSummary(
        id=row.id,
        region=_value(state, DetailField.REGION),
        date=dt.date.fromisoformat(date) if date else None,
        example=row.example,
        uid=row.details[0].key if row.details else "",
        follows=earlier.uid if earlier else "",
    )


def _value(state: SessionState, field: DetailField) -> str:
    detail = state.value(("detail", field.value), Detail)
    return detail.value if detail and isinstance(detail.value, str) else ""
