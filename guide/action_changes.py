"""What is different in an action list that comes back from Excel: change by change, in Dutch.

Nothing is recorded here. Somebody confirms each change on the screen; after each one the same file
is compared again with the session as it is then, so that a change never brings back older words.

Each row holds the number of the newest entry when the file was made ('Stand'), so that what was
edited in the file is known apart from what was changed in the app in the meantime.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from guide.action_columns import ActionColumn, ActionRow, ActionSheet
from guide.action_edits import Change, Found, edited, problem, proposed, stand_of, text_of
from guide.entries import Action
from guide.plain_text import one_line
from guide.roadmap import actions, withdrawn_actions
from guide.session import Session

Rows = Mapping[str, list[ActionRow]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes in the order of the file, and what could not be understood."""

    changes: tuple[Change, ...]
    problems: tuple[str, ...]


def changes(session: Session, sheet: ActionSheet) -> Comparison:
    """What somebody changed in the file since it was made, set against the session as it is now.

    A cell that was not edited is no change, also when the app says something newer. A row without
    a key is a new action, unless that very action is on the groeipad already.
    """
    rows = _by_key(sheet)
    lost = _lost(session, rows)
    found = [
        *_absent_columns(sheet),
        *_of_rows(session, rows, lost),
        *_absent_rows(session, rows, set(lost.values())),
    ]
    return Comparison(
        tuple(each for each in found if isinstance(each, Change)),
        tuple(each for each in found if isinstance(each, str)),
    )


def in_short(change: Change) -> str:
    """What a change is about: 'Actie A03' or 'Nieuwe actie: Maak samen met…'."""
    if change.number:
        return f"Actie {change.number}"
    return f"Nieuwe actie: {one_line(cast(Action, change.body).what, 60)}"


def _absent_columns(sheet: ActionSheet) -> Iterator[str]:
    for column in ActionColumn:
        if column not in sheet.columns:
            yield f"De kolom ‘{column.label}’ ontbreekt. Daarvan is niets gelezen."


def _by_key(sheet: ActionSheet) -> Rows:
    rows: dict[str, list[ActionRow]] = defaultdict(list)
    for row in sheet.rows:
        rows[text_of(row, ActionColumn.KEY)].append(row)
    return rows


def _lost(session: Session, rows: Rows) -> dict[int, str]:
    """Row number -> the action whose key was wiped there: its number is still in the row."""
    without = {each.number for each in actions(session) if each.uid not in rows}
    numbers = {row.number: text_of(row, ActionColumn.NUMBER) for row in rows.get("", ())}
    return {row: number for row, number in numbers.items() if number in without}


def _of_rows(session: Session, rows: Rows, lost: Mapping[int, str]) -> Found:
    known = {each.uid: each for each in actions(session)}
    gone = {each.uid: each.number for each in withdrawn_actions(session)}
    for key, same in rows.items():
        first = same[0]
        if not key:
            yield from _without_key(session, same, lost)
        elif len(same) > 1:
            where = " en ".join(str(row.number) for row in same)
            yield f"Regel {where}: deze hebben dezelfde sleutel. Ze zijn niet gelezen."
        elif key in known:
            yield from edited(session, known[key], first)
        elif key in gone:
            yield f"Regel {first.number}: actie {gone[key]} is in de app ingetrokken."
        else:
            why = "deze hoort niet bij deze regiosessie. De regel is niet gelezen."
            yield problem(first, ActionColumn.KEY, why)


def _without_key(session: Session, rows: list[ActionRow], lost: Mapping[int, str]) -> Found:
    for row in rows:
        if row.number in lost:
            why = f"die van actie {lost[row.number]} is weg. Zet hem terug, of haal het nummer weg."
            yield problem(row, ActionColumn.KEY, why)
        else:
            yield from proposed(session, row)


def _absent_rows(session: Session, rows: Rows, lost: set[str]) -> Iterator[str]:
    """Actions that were in the file when it was made, and have no row any more."""
    stands = [stand_of(row) or 0 for same in rows.values() for row in same]
    made_at = max(stands, default=0) or session.state.seq
    for each in actions(session):
        if each.seq <= made_at and each.uid not in rows and each.number not in lost:
            yield f"Actie {each.number} staat niet meer in het bestand. Ze blijft op het groeipad."
