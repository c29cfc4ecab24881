"""The set-up of a session, computed from its entries: when, who, which agenda and which norms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guide.content_models import AgendaItem, Framework, Perspective, Sector, Step, StepKind
from guide.entries import (
    Attendance,
    Detail,
    EarlierSession,
    ItemPlan,
    OwnItem,
    OwnPerspective,
    Participant,
    Party,
)
from guide.models import DetailField, Presence
from guide.session import Session, once

DEFAULT_START = "13:30"
DEFAULT_END = "16:30"
_SPARE_SYMBOLS = "◇△□○☆▽"


@dataclass(frozen=True, slots=True)
class Details:
    """The single-valued fields of the set-up, with their defaults filled in."""

    region: str
    date: dt.date | None
    start: dt.time
    end: dt.time
    place: str
    sectors: tuple[Sector, ...]
    facilitator: str
    note_taker: str
    case_number: str
    next_date: dt.date | None
    remarks_before: dt.date | None
    remarks_to: str
    ground_rules: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """The length of the session in minutes."""
        start, end = (t.hour * 60 + t.minute for t in (self.start, self.end))
        return max(end - start, 0)


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An agenda item with its place and minutes in this session."""

    item: AgendaItem
    minutes: int
    order: float
    enabled: bool
    own: int | None = None

    @property
    def id(self) -> str:
        """The id of the agenda item."""
        return self.item.id


@dataclass(frozen=True, slots=True)
class Guest:
    """A participant with their attendance; `seq` is the record number."""

    seq: int
    body: Participant
    presence: Presence | None


def text(session: Session, field: DetailField) -> str:
    """The value of a field that holds one text; '' when it was never filled in."""
    value = _value(session, field)
    return value if isinstance(value, str) else ""


def many(session: Session, field: DetailField) -> tuple[str, ...] | None:
    """The value of a field that holds several texts; None when it was never filled in."""
    value = _value(session, field)
    return value if isinstance(value, tuple) else None


def _value(session: Session, field: DetailField) -> str | tuple[str, ...] | None:
    detail = session.state.value(("detail", field.value), Detail)
    return None if detail is None else detail.value


def earlier_values(session: Session, field: DetailField) -> set[str | tuple[str, ...]]:
    """Every value the field ever had, the present one too."""
    return {body.value for body in session.state.ever(("detail", field.value), Detail)}


@once
def details(session: Session) -> Details:
    """The set-up fields; anything not filled in has a sensible default."""
    rules = text(session, DetailField.GROUND_RULES)
    return Details(
        region=text(session, DetailField.REGION),
        date=_date(text(session, DetailField.DATE)),
        start=_time(text(session, DetailField.START) or DEFAULT_START),
        end=_time(text(session, DetailField.END) or DEFAULT_END),
        place=text(session, DetailField.PLACE),
        sectors=sectors(session),
        facilitator=text(session, DetailField.FACILITATOR),
        note_taker=text(session, DetailField.NOTE_TAKER),
        case_number=text(session, DetailField.CASE_NUMBER),
        next_date=_date(text(session, DetailField.NEXT_DATE)),
        remarks_before=_date(text(session, DetailField.REMARKS_BEFORE)),
        remarks_to=text(session, DetailField.REMARKS_TO),
        ground_rules=tuple(rules.splitlines()) if rules else session.script.agenda.ground_rules,
    )


@once
def sectors(session: Session) -> tuple[Sector, ...]:
    """The forms of opvang the session is about; both unless chosen otherwise."""
    chosen = many(session, DetailField.SECTORS)
    return tuple(Sector) if chosen is None else tuple(Sector(value) for value in chosen)


@once
def frameworks(session: Session) -> tuple[Framework, ...]:
    """The normenkaders used; those of the chosen sectors unless chosen otherwise."""
    chosen = many(session, DetailField.FRAMEWORKS)
    if chosen is not None:
        return tuple(f for f in session.script.frameworks if f.id in chosen)
    return tuple(f for f in session.script.frameworks if f.sector in sectors(session))


@once
def all_perspectives(session: Session) -> tuple[Perspective, ...]:
    """The perspectives one can choose from: those of the content and the region's own."""
    own = [
        Perspective(
            id=f"own-{seq}",
            label=body.label,
            short=body.label,
            symbol=_SPARE_SYMBOLS[number % len(_SPARE_SYMBOLS)],
            aliases=(body.label.lower().split()[0],),
        )
        for number, (seq, body) in enumerate(session.state.all(OwnPerspective))
        if body.label
    ]
    return (*session.script.perspectives, *own)


@once
def perspectives(session: Session) -> tuple[Perspective, ...]:
    """The perspectives in this session; those of the chosen sectors unless chosen otherwise."""
    chosen = many(session, DetailField.PERSPECTIVES)
    everything = all_perspectives(session)
    if chosen is not None:
        return tuple(p for p in everything if p.id in chosen)
    present = set(sectors(session))
    return tuple(p for p in everything if not p.sectors or present & set(p.sectors))


def perspective_label(session: Session, perspective: str) -> str:
    """The name of a perspective; 'De zaal' when there is none."""
    found = next((p for p in all_perspectives(session) if p.id == perspective), None)
    return found.label if found else "De zaal"


@once
def parties(session: Session) -> list[tuple[int, Party]]:
    """(record number, party) in the order they were added."""
    return session.state.all(Party)


@once
def guests(session: Session) -> list[Guest]:
    """The participants with their attendance, in the order they were added."""
    return [
        Guest(seq, body, attendance.presence if attendance else None)
        for seq, body in session.state.all(Participant)
        for attendance in (session.state.value(("attendance", str(seq)), Attendance),)
    ]


def earlier_session(session: Session) -> EarlierSession | None:
    """The session that this one goes on from; None for the first of a region."""
    return session.state.value(("earlier_session",), EarlierSession)


@once
def agenda(session: Session) -> list[PlannedItem]:
    """Every agenda item in the order of this session, also those switched off."""
    items = [(item, None) for item in session.script.agenda.items]
    own = [(_own_item(seq, body), seq) for seq, body in session.state.all(OwnItem)]
    planned = []
    follows = earlier_session(session) is not None
    for position, (item, seq) in enumerate([*items, *own]):
        if item.after_earlier and not follows:
            continue
        plan = session.state.value(("item_plan", item.id), ItemPlan)
        planned.append(
            PlannedItem(
                item=item,
                minutes=plan.minutes if plan else item.minutes,
                order=plan.order if plan else _own_place(position, seq, len(items)),
                enabled=plan.enabled if plan else True,
                own=seq,
            )
        )
    return sorted(planned, key=lambda each: each.order)


@once
def active_agenda(session: Session) -> list[PlannedItem]:
    """The agenda items that are switched on; all of them when every one is off."""
    every = agenda(session)
    return [item for item in every if item.enabled] or every


def _own_place(position: int, own: int | None, count: int) -> float:
    # An own item stands before the last item (afspraken) until somebody moves it.
    return float(position) if own is None else count - 1.5 + position / 1000


def _own_item(seq: int, body: OwnItem) -> AgendaItem:
    step = Step(
        id=f"own-{seq}-gesprek",
        kind=StepKind.ASK,
        title=body.title or "Eigen agendapunt",
        question=body.question or body.title or "Waar willen we het over hebben?",
        script=("Licht dit punt kort toe en geef daarna iedereen het woord.",),
    )
    return AgendaItem(
        id=f"own-{seq}", title=body.title or "Eigen agendapunt", minutes=10, steps=(step,)
    )


def _date(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _time(value: str) -> dt.time:
    try:
        return dt.time.fromisoformat(value)
    except ValueError:
        return dt.time.fromisoformat(DEFAULT_START)
