"""The calm clock: planned, used, and what that means for the rest; only on the day itself."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import (
    Body,
    Detail,
    Entry,
    ItemPlan,
    Paused,
    StepOpened,
)
from guide.fold import fold
from guide.models import DetailField
from guide.session import Session
from guide.time_budget import fits, sum_of_agenda, time_budget
from tests.conftest import Say

DUTCH = dt.timezone(dt.timedelta(hours=1))
START = dt.datetime(2027, 3, 12, 13, 30, tzinfo=DUTCH)


def after(minutes: float) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes)


def talked(session: Session, *what: tuple[float, Body, str]) -> Session:
    """The session after (minute, body, step) were recorded."""
    entries = [
        Entry(key=f"key-{n:05d}", seq=session.state.seq + n, at=after(minute), body=body, step=step)  # type: ignore[arg-type]
        for n, (minute, body, step) in enumerate(what, start=1)
    ]
    return Session(session.id, session.script, fold(entries, session.state))


def test_minutes_are_counted_per_item_also_when_the_talk_comes_back(session: Session) -> None:
    budget = time_budget(
        talked(
            session,
            (0, StepOpened(), "stap-say"),
            (4, StepOpened(), "stap-themes"),
            (10, StepOpened(), "stap-ask"),
        ),
        after(13),
    )
    assert [(item.item, item.used) for item in budget.items] == [
        ("opening", 7),
        ("beelden", 6),
        ("afspraken", 0),
    ]
    assert budget.current is not None
    assert budget.current.item == "opening"


def test_an_item_over_its_time_says_how_many_whole_minutes(session: Session) -> None:
    budget = time_budget(talked(session, (0, StepOpened(), "stap-say")), after(18.9))
    assert budget.current is not None
    assert budget.current.over == 3


def test_an_item_within_its_time_is_not_over(session: Session) -> None:
    budget = time_budget(talked(session, (0, StepOpened(), "stap-say")), after(15))
    assert budget.current is not None
    assert budget.current.over == 0


def test_what_is_needed_is_the_rest_of_this_item_and_all_after_it(session: Session) -> None:
    budget = time_budget(talked(session, (0, StepOpened(), "stap-themes")), after(40))
    assert budget.needed == (90 - 40) + 60
    assert budget.available == 180 - 40
    assert budget.short == 0


def test_time_is_short_when_the_rest_needs_more_than_there_is(session: Session) -> None:
    late = talked(session, (100, StepOpened(), "stap-themes"))
    assert time_budget(late, after(100)).short == (90 + 60) - 80


def test_after_the_end_nothing_is_left(session: Session) -> None:
    over = talked(session, (0, StepOpened(), "stap-check-out"))
    assert time_budget(over, after(200)).available == 0


def test_on_another_day_nobody_is_short_of_time(session: Session) -> None:
    budget = time_budget(session, after(-24 * 60))
    assert (budget.available, budget.short) == (None, 0)


def test_the_time_left_does_not_depend_on_the_clock_of_the_computer(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert time_budget(session, after(0)).available == 180


def test_a_pause_costs_no_minutes(session: Session) -> None:
    budget = time_budget(
        talked(session, (0, StepOpened(), "stap-say"), (5, Paused(), "stap-say")), after(60)
    )
    assert budget.paused
    assert budget.items[0].used == 5


def test_an_item_that_is_switched_off_asks_no_time(session: Session, say: Say) -> None:
    off = say(session, ItemPlan(item="beelden", minutes=90, order=1, enabled=False))
    assert sum_of_agenda(off) == 75
    assert time_budget(off, after(0)).needed == 75


def test_who_is_at_an_item_that_was_switched_off_needs_only_what_comes_after_it(
    session: Session, say: Say
) -> None:
    off = say(session, ItemPlan(item="beelden", minutes=90, order=1, enabled=False))
    budget = time_budget(talked(off, (0, StepOpened(), "stap-themes")), after(10))
    assert budget.current is None
    assert budget.needed == 60


def test_planning_warns_when_the_agenda_is_longer_than_the_session(
    session: Session, say: Say
) -> None:
    assert (sum_of_agenda(session), fits(session)) == (165, 15)
    assert fits(say(session, Detail(field=DetailField.END, value="15:30"))) == -45
