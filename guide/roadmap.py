"""Priorities, actions, decisions and parked points: the groeipad and everything that was agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from guide.entries import (
    Action,
    ActionProgress,
    Confirmation,
    Decision,
    EarlierAction,
    Parked,
    ParkedSettled,
    Priority,
    Slot,
    Use,
)
from guide.fold import Record
from guide.models import ActionStatus
from guide.session import Session, once
from guide.set_up import details

Year = Literal[1, 2, 3]
PRIORITY_TARGET = "priority-"


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action with its stable number and what became of it.

    `uid` is the same for an action that is carried over to a later session, in every file; `moved`
    is how often its deadline was changed since it was first agreed on `agreed_on`.
    """

    number: str
    seq: int
    body: Action
    status: ActionStatus
    reason: str
    noticed: str
    year: Year | None
    uid: str
    agreed_on: dt.date | None
    moved: int

    def is_late(self, today: dt.date) -> bool:
        """Whether its deadline has passed while it is not done or dropped."""
        return self.body.due is not None and self.body.due < today and not self.status.ended


@dataclass(frozen=True, slots=True)
class ChosenPriority:
    """A priority with its stable number, its use in the opdrachtverlening and its actions."""

    number: str
    seq: int
    body: Priority
    use: Use | None
    actions: tuple[AgreedAction, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A decision with its stable number."""

    number: str
    seq: int
    body: Decision


@dataclass(frozen=True, slots=True)
class ParkedPoint:
    """A parked point with its stable number and, once settled, what happens with it."""

    number: str
    seq: int
    body: Parked
    outcome: str


def _numbered(
    records: list[Record], letter: str, *, withdrawn: bool = False
) -> list[tuple[str, Record]]:
    """Records with a stable number: a withdrawn one keeps its number, which stays unused."""
    numbers = ((f"{letter}{n:02d}", record) for n, record in enumerate(records, start=1))
    return [(number, record) for number, record in numbers if record.withdrawn is withdrawn]


@once
def actions(session: Session) -> list[AgreedAction]:
    """The actions in the order they were agreed."""
    return [
        _agreed(session, number, record)
        for number, record in _numbered(session.state.records_of(Action), "A")
    ]


def withdrawn_actions(session: Session) -> list[AgreedAction]:
    """The actions that were taken back: a file that left the app may still hold them."""
    return [
        _agreed(session, number, record)
        for number, record in _numbered(session.state.records_of(Action), "A", withdrawn=True)
    ]


def _agreed(session: Session, number: str, record: Record) -> AgreedAction:
    body = cast(Action, record.body)
    date = details(session).date
    progress = session.state.value(("action_progress", str(record.seq)), ActionProgress)
    earlier = earlier_action(session, body.earlier)
    return AgreedAction(
        number=number,
        seq=record.seq,
        body=body,
        status=progress.status if progress else ActionStatus.OPEN,
        reason=progress.reason if progress else "",
        noticed=progress.noticed if progress else "",
        year=year_of(body, date),
        uid=earlier.uid if earlier else f"{session.uid}-{number}",
        agreed_on=earlier.agreed_on if earlier else date,
        moved=_times_moved(record, earlier),
    )


def earlier_action(session: Session, seq: int | None) -> EarlierAction | None:
    """The earlier action that an action carries on; None for one that is new."""
    record = session.state.record(seq) if seq is not None else None
    return record.body if record and isinstance(record.body, EarlierAction) else None


def _times_moved(record: Record, earlier: EarlierAction | None) -> int:
    """How often a deadline that was there became another one."""
    deadlines = [earlier.action.due] if earlier else []
    deadlines += [cast(Action, v.entry.body).due for v in record.versions if not v.withdrawn]
    known = [due for due in deadlines if due is not None]
    here = sum(one != other for one, other in pairwise(known))
    return here + (earlier.moved if earlier else 0)


def year_of(action: Action, session_date: dt.date | None) -> Year | None:
    """The year of the groeipad: as chosen, else from the deadline, counted from the session."""
    if action.year is not None or action.due is None or session_date is None:
        return action.year
    due, start = action.due, session_date
    same_day_counts = (due.month, due.day) <= (start.month, start.day)
    whole_years = due.year - start.year - same_day_counts
    return 1 if whole_years < 1 else 2 if whole_years < 2 else 3


@once
def priorities(session: Session) -> list[ChosenPriority]:
    """The priorities in the order they were agreed, each with its actions."""
    every = actions(session)
    return [
        ChosenPriority(
            number,
            record.seq,
            cast(Priority, record.body),
            session.state.value(("use", str(record.seq)), Use),
            tuple(a for a in every if a.body.priority == record.seq),
        )
        for number, record in _numbered(session.state.records_of(Priority), "P")
    ]


def priority_of(session: Session, target: str) -> ChosenPriority | None:
    """The priority behind a target such as 'priority-41'."""
    return next((p for p in priorities(session) if f"{PRIORITY_TARGET}{p.seq}" == target), None)


@once
def decisions(session: Session) -> list[Agreed]:
    """The decisions in the order they were taken."""
    return [
        Agreed(number, record.seq, cast(Decision, record.body))
        for number, record in _numbered(session.state.records_of(Decision), "B")
    ]


@once
def parked_points(session: Session) -> list[ParkedPoint]:
    """The parkeerlijst in the order it grew."""
    found = []
    for number, record in _numbered(session.state.records_of(Parked), "K"):
        settled = session.state.value(("parked_settled", str(record.seq)), ParkedSettled)
        outcome = settled.outcome if settled else ""
        found.append(ParkedPoint(number, record.seq, cast(Parked, record.body), outcome))
    return found


def is_confirmed(session: Session, seq: int) -> bool:
    """Whether the room said 'klopt' to what a record says now."""
    said = confirmation(session, seq)
    return said is not None and said.correct


def confirmation(session: Session, seq: int, device: str = "") -> Confirmation | None:
    """What a device, or else the room, said of a record as it is now; None when it said nothing."""
    record = session.state.record(seq)
    said = session.state.newest(("confirmation", str(seq), "", device))
    if record is None or said is None or said.entry.seq < record.changed:
        return None
    return cast(Confirmation, said.body)


def objections(session: Session, seq: int) -> list[Confirmation]:
    """What was said against a record as it is now, in the order it was said."""
    record = session.state.record(seq)
    newest: dict[Slot, Confirmation] = {}
    for said in session.state.records_of(Confirmation):
        body = cast(Confirmation, said.body)
        counts = record is not None and not said.withdrawn and said.entry.seq > record.changed
        if body.record == seq and counts:
            newest.pop(body.slot, None)
            newest[body.slot] = body
    return [body for body in newest.values() if not body.correct]


def actions_about(session: Session, target: str) -> list[AgreedAction]:
    """The actions that name a norm, one of its elements, or any norm of a theme."""
    script = session.script
    theme = script.themes.get(target)
    wanted = {norm.id for norm in theme.norms} | {target} if theme else {target}
    return [
        action
        for action in actions(session)
        if any(script.elements.get(ref, ref) in wanted for ref in action.body.norms)
    ]
