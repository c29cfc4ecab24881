"""What of a session belongs in a calendar: the day of every action, and the next session.

A calendar that reads a newer file in again must see what moved and what no longer goes on. So an
event keeps its UID, its sequence only grows, and what once had a day stays, as called off.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from guide.agenda import target_label
from guide.dutch_dates import date_in_words
from guide.entries import Action, ActionProgress, Detail
from guide.fold import Record
from guide.look_back import EarlierAgreement, earlier_actions
from guide.minutes.words import labelled, lines
from guide.models import ActionStatus, DetailField, Mandate
from guide.phrases import mandate_in_words
from guide.plain_text import one_line
from guide.roadmap import AgreedAction, actions, earlier_action, withdrawn_actions
from guide.session import Session
from guide.set_up import details

_DOMAIN = "gespreksleidraad.invalid"
_ENTRIES_OF_A_DAY = 10_000


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One whole day in a calendar."""

    uid: str
    day: dt.date
    sequence: int
    summary: str
    description: str
    called_off: bool = False


def calendar_owners(session: Session) -> list[str]:
    """The trekkers of the actions, each once, for one calendar per party."""
    owners: dict[str, str] = {}
    for each in actions(session):
        if each.body.owner:
            owners.setdefault(_party(each.body.owner), one_line(each.body.owner))
    return sorted(owners.values(), key=str.casefold)


def calendar_events(session: Session, owner: str | None = None) -> list[CalendarEvent]:
    """Every event, or those of one trekker with the next session, which is for everybody."""
    wanted = None if owner is None else _party(owner)
    found = [
        event
        for event, trekker in _of_actions(session)
        if event is not None and wanted in (None, _party(trekker))
    ]
    # An action that was taken back and agreed again is one event: the one that goes on.
    return [*{event.uid: event for event in reversed(found)}.values()][::-1] + _next(session)


def same_party(one: str, other: str) -> bool:
    """Whether two trekkers are the same, however they were typed."""
    return _party(one) == _party(other)


def _party(owner: str) -> str:
    return " ".join(owner.split()).casefold()


def _of_actions(session: Session) -> Iterator[tuple[CalendarEvent | None, str]]:
    for each in actions(session):
        yield _of_action(session, each), each.body.owner
    for earlier in earlier_actions(session):
        if earlier.said_on and earlier.status.ended and not earlier.carried:
            yield _of_earlier(session, earlier), earlier.body.action.owner
    for each in withdrawn_actions(session):
        yield _of_action(session, each, withdrawn=True), each.body.owner


def _of_action(
    session: Session, each: AgreedAction, *, withdrawn: bool = False
) -> CalendarEvent | None:
    record = session.state.records[each.seq]
    earlier = earlier_action(session, each.body.earlier)
    days = [cast(Action, version.entry.body).due for version in reversed(record.versions)]
    days.append(earlier.action.due if earlier else None)
    day = each.body.due or next(filter(None, days), None)
    if day is None:
        return None
    dropped = each.status is ActionStatus.DROPPED
    return CalendarEvent(
        uid=f"{each.uid}@{_DOMAIN}",
        day=day,
        sequence=_sequence(session, each.agreed_on, record, *_progress(session, each.seq)),
        summary=_summary(each.number, each.body, "ingetrokken" if withdrawn else each.status),
        description=_description(session, each.body, each.status, each.reason),
        called_off=withdrawn or dropped or each.body.due is None,
    )


def _of_earlier(session: Session, earlier: EarlierAgreement) -> CalendarEvent | None:
    """An action of an earlier session that ended here and was not carried over."""
    body = earlier.body
    if body.action.due is None:
        return None
    return CalendarEvent(
        uid=f"{body.uid}@{_DOMAIN}",
        day=body.action.due,
        sequence=_sequence(session, body.agreed_on, *_progress(session, earlier.seq)),
        summary=_summary(body.number, body.action, earlier.status),
        description=_description(session, body.action, earlier.status, earlier.reason),
        called_off=earlier.status is ActionStatus.DROPPED,
    )


def _progress(session: Session, seq: int) -> list[Record]:
    slot = ActionProgress(action=seq, status=ActionStatus.OPEN).slot
    return [session.state.records[each] for each in session.state.in_slot.get(slot) or ()]


def _sequence(session: Session, agreed_on: dt.date | None, *records: Record) -> int:
    """The newest entry about an event, which only grows; a later session counts on from there."""
    held = details(session).date
    days = (held - agreed_on).days if held and agreed_on else 0
    return max(days, 0) * _ENTRIES_OF_A_DAY + max(record.changed for record in records)


def _summary(number: str, body: Action, status: ActionStatus | str) -> str:
    """'Actie A03: …', with how it ended: a calendar shows little more than this."""
    word = status.label.lower() if isinstance(status, ActionStatus) else status
    plain = status in (ActionStatus.OPEN, ActionStatus.RUNNING)
    return f"Actie {number}{'' if plain else f' ({word})'}: {one_line(body.what, 100)}"


def _description(session: Session, body: Action, status: ActionStatus, reason: str) -> str:
    set_up = details(session)
    held = f", {date_in_words(set_up.date)}" if set_up.date else ""
    return lines(
        body.what,
        labelled("Trekker", body.owner),
        labelled("Met wie", body.partners),
        labelled("Klaar", body.due_words),
        ", ".join(target_label(session, norm) for norm in body.norms),
        labelled("Waaraan zien we het", body.sign),
        labelled("Mandaat", "" if body.mandate is Mandate.AGREED else mandate_in_words(body)),
        labelled("Status", "" if status is ActionStatus.OPEN else status.label),
        labelled("Toelichting", reason),
        f"Regiosessie {one_line(set_up.region)}{held}",
    )


def _next(session: Session) -> list[CalendarEvent]:
    """The next session; called off when its date was wiped again."""
    state, slot = session.state, ("detail", DetailField.NEXT_DATE.value)
    records = [state.records[seq] for seq in state.in_slot.get(slot) or ()]
    said = [cast(Detail, version.entry.body).value for r in records for version in r.versions[::-1]]
    now = details(session).next_date
    day = now or next((dt.date.fromisoformat(str(value)) for value in said if value), None)
    if day is None:
        return []
    region = one_line(details(session).region)
    return [
        CalendarEvent(
            uid=f"{session.uid}-next@{_DOMAIN}",
            day=day,
            sequence=max(record.changed for record in records),
            summary=f"Volgende regiosessie {region}".strip(),
            description=f"Volgende regiosessie van {region}." if region else "",
            called_off=now is None,
        )
    ]
