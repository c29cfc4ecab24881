"""The calm clock: what was planned, what was used, and what that means for the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import dropwhile, islice

from guide.agenda import current_place
from guide.session import Session
from guide.set_up import active_agenda, agenda, details

_LONG_PAST = 60


@dataclass(frozen=True, slots=True)
class ItemTime:
    """Minutes of one agenda item."""

    item: str
    title: str
    planned: int
    used: float

    @property
    def over(self) -> int:
        """Whole minutes over its plan; 0 when within it."""
        return max(int(self.used - self.planned), 0)


@dataclass(frozen=True, slots=True)
class TimeBudget:
    """Minutes of the whole session."""

    items: tuple[ItemTime, ...]
    current: ItemTime | None
    needed: int
    available: int | None
    paused: bool

    @property
    def short(self) -> int:
        """Minutes that the rest of the agenda needs more than there are left; 0 when it fits."""
        return 0 if self.available is None else max(self.needed - self.available, 0)


def time_budget(session: Session, now: dt.datetime) -> TimeBudget:
    """The clock of the session at this moment; `now` is in the time zone of the region.

    What is left until the end time is only known on the day itself.
    """
    clock = session.state.clock.at(now)
    items = tuple(
        ItemTime(
            planned.id,
            planned.item.title,
            planned.minutes,
            sum(clock.used.get(step.id) or 0.0 for step in planned.item.steps) / 60,
        )
        for planned in active_agenda(session)
    )
    here = current_place(session).item
    current = next((item for item in items if item.item == here.id), None)
    # Also right when the present item was switched off: what comes after it is still to do.
    later = dropwhile(lambda each: each.id != here.id, agenda(session))
    needed = sum(each.minutes for each in islice(later, 1, None) if each.enabled)
    needed += max(current.planned - int(current.used), 0) if current else 0
    return TimeBudget(items, current, needed, _left(session, now), session.state.clock.paused)


def _left(session: Session, now: dt.datetime) -> int | None:
    set_up = details(session)
    if set_up.date != now.date():
        return None
    end = dt.datetime.combine(set_up.date, set_up.end, tzinfo=now.tzinfo)
    return max(int((end - now).total_seconds() // 60), 0)


def sum_of_agenda(session: Session) -> int:
    """The planned minutes of all active items together."""
    return sum(item.minutes for item in active_agenda(session))


def fits(session: Session) -> int:
    """Minutes to spare between agenda and session length; negative when the agenda is too long."""
    return details(session).minutes - sum_of_agenda(session)
