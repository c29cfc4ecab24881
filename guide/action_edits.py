"""One row of an action list that comes back from Excel: the changes in it, and what is unclear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from guide.action_cells import text_in, understood
from guide.action_columns import ActionColumn, ActionRow, Cell, cells_of, fits, fitting
from guide.action_past import as_it_stood
from guide.entries import Action, ActionProgress
from guide.errors import GuideError
from guide.models import ActionStatus
from guide.roadmap import AgreedAction, actions, year_of
from guide.rules import check
from guide.session import Session
from guide.set_up import details

CONFLICT = (
    "Deze actie is na het maken van het bestand in de app gewijzigd. "
    "Vergelijk wat er nu staat met wat er in het bestand staat."
)


@dataclass(frozen=True, slots=True)
class CellChange:
    """What stands in the app now, and what the file says instead; '' for nothing."""

    label: str
    old: str
    new: str

    @property
    def in_words(self) -> str:
        """'Trekker: leeg wordt Gemeente'."""
        return f"{self.label}: {self.old or 'leeg'} wordt {self.new or 'leeg'}"


@dataclass(frozen=True, slots=True)
class Change:
    """One change to confirm: cells of one action that belong together, or a new action.

    `corrects` is the record that `body` is a newer wording of (sessions.correct); when it is None,
    `body` is recorded as it is (sessions.record). `number` is '' for a new action.
    """

    number: str
    row: int
    cells: tuple[CellChange, ...]
    body: Action | ActionProgress
    corrects: int | None = None
    conflict: str = ""


Found = Iterator[Change | str]

# What belongs together is confirmed together.
_GROUPS: tuple[tuple[ActionColumn, ...], ...] = (
    (ActionColumn.WHAT,),
    (ActionColumn.OWNER,),
    (ActionColumn.PARTNERS,),
    (ActionColumn.DUE, ActionColumn.DUE_WORDS),
    (ActionColumn.YEAR,),
    (ActionColumn.NORMS,),
    (ActionColumn.PRIORITY,),
    (ActionColumn.SIGN,),
    (ActionColumn.NEEDS,),
    (ActionColumn.MANDATE,),
    (ActionColumn.STATUS, ActionColumn.REASON, ActionColumn.NOTICED),
)
_FILLED_IN = tuple(column for group in _GROUPS for column in group)


def text_of(row: ActionRow, column: ActionColumn) -> str:
    """A cell of a row as text; '' where the file has no such column."""
    return text_in(row.cells.get(column, ""))


def stand_of(row: ActionRow) -> int | None:
    """The number of the newest entry when the file was made, if the row still says so."""
    written = text_of(row, ActionColumn.STAND)
    return int(written) if written.isdecimal() and len(written) < 12 else None


def problem(row: ActionRow, column: ActionColumn, why: str) -> str:
    """'Regel 5, kolom Status: …', as people find it in Excel."""
    return f"Regel {row.number}, kolom {column.label}: {why}"


def edited(session: Session, action: AgreedAction, row: ActionRow) -> Found:
    """What somebody changed in the row of an action since the file was made."""
    stand = _known_stand(session, action, row)
    then = action if stand is None else as_it_stood(session, action, stand)
    before, now = cells_of(session, then), cells_of(session, action)
    cells = {
        column: cell
        for column, cell in row.cells.items()
        if not _same(cell, before[column]) and not _same(cell, now[column])
    }
    if ActionColumn.NUMBER in cells:
        yield problem(row, ActionColumn.NUMBER, f"het nummer blijft {action.number}.")
    if stand is None and cells.keys() & set(_FILLED_IN):
        why = "leeg of veranderd. Misschien is deze actie intussen in de app gewijzigd."
        yield problem(row, ActionColumn.STAND, why)
    for group in _GROUPS:
        typed = {column: cells[column] for column in group if column in cells}
        cut = [column for column in typed if not (fits(before[column]) and fits(now[column]))]
        if cut:
            why = "de hele tekst paste niet in Excel. Pas hem in de app aan."
            yield problem(row, cut[0], why)
        elif typed:
            conflict = any(not _same(before[column], now[column]) for column in group)
            yield from _change(session, action, row, typed, CONFLICT if conflict else "")


def _known_stand(session: Session, action: AgreedAction, row: ActionRow) -> int | None:
    stand = stand_of(row)
    return stand if stand and action.seq <= stand <= session.state.seq else None


def _same(cell: Cell, known: Cell) -> bool:
    """Whether a cell that was read says what is known, as far as that fits in a cell."""
    return text_in(cell) == text_in(fitting(known) if isinstance(known, str) else known)


def _change(
    session: Session,
    action: AgreedAction,
    row: ActionRow,
    typed: Mapping[ActionColumn, Cell],
    conflict: str,
) -> Found:
    try:
        values = understood(session, _today(session), typed)
        if values.get("due") == action.body.due and ActionColumn.DUE_WORDS not in typed:
            # The same day in another spelling: the words for it still hold.
            values.pop("due_words", None)
        newer = _with(session, action, values)
        told = _told(session, action, newer)
        if told:
            body = newer.body if newer.body != action.body else _progress(newer)
            check(session, body)
            corrects = action.seq if isinstance(body, Action) else None
            yield Change(action.number, row.number, told, body, corrects, conflict)
    except GuideError as error:
        yield problem(row, next(iter(typed)), str(error))


def _today(session: Session) -> dt.date:
    """The day from which 'volgend jaar' is counted: that of the session, as in the app itself."""
    moment = session.state.at
    return details(session).date or (moment.date() if moment else dt.date.min)


def _with(session: Session, action: AgreedAction, values: Mapping[str, Any]) -> AgreedAction:
    """The action with other values for its fields and its progress."""
    of_body = {name: value for name, value in values.items() if name in Action.model_fields}
    rest = {name: value for name, value in values.items() if name not in of_body}
    body = Action.model_validate({**action.body.model_dump(), **of_body})
    return replace(action, body=body, year=year_of(body, details(session).date), **rest)


def _progress(action: AgreedAction) -> ActionProgress:
    return ActionProgress(
        action=action.seq, status=action.status, reason=action.reason, noticed=action.noticed
    )


def _told(session: Session, old: AgreedAction, new: AgreedAction) -> tuple[CellChange, ...]:
    """Every cell that gets other words, also one that follows, such as the year from the day."""
    before, after = cells_of(session, old), cells_of(session, new)
    return tuple(
        CellChange(column.label, text_in(before[column]), text_in(after[column]))
        for column in _FILLED_IN
        if before[column] != after[column]
    )


def proposed(session: Session, row: ActionRow) -> Found:
    """The new action in a row without a key, unless it was taken over already."""
    values: dict[str, Any] = {}
    problems = []
    for group in _GROUPS:
        typed = {column: row.cells[column] for column in group if text_of(row, column)}
        try:
            values |= understood(session, _today(session), typed)
        except GuideError as error:
            problems.append(problem(row, next(iter(typed)), str(error)))
    if problems or not values:
        yield from problems
    else:
        yield from _proposal(session, row, values)


_NOTHING = AgreedAction(
    "", 0, Action(what=""), ActionStatus.OPEN, "", "", None, "", agreed_on=None, moved=0
)


def _proposal(session: Session, row: ActionRow, values: Mapping[str, Any]) -> Found:
    new = _with(session, _NOTHING, values)
    begun = replace(new, status=ActionStatus.OPEN, reason="", noticed="")
    try:
        check(session, new.body)
    except GuideError as error:
        yield problem(row, ActionColumn.WHAT, str(error))
        return
    if _is_known(session, new.body):
        return
    yield Change("", row.number, _told(session, _NOTHING, begun), new.body)
    if new != begun:
        why = "een nieuwe actie begint als Open. Pas dat daarna in de app aan."
        yield problem(row, ActionColumn.STATUS, why)


def _is_known(session: Session, body: Action) -> bool:
    """Whether this action was taken over from the file before, also when it was edited since."""
    return any(
        version.entry.body == body
        for each in actions(session)
        for version in session.state.records[each.seq].versions
    )
