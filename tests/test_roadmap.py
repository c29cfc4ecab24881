"""The groeipad: numbers that never change hands, years, and what became of an agreement."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import (
    Action,
    ActionProgress,
    Confirmation,
    Decision,
    Parked,
    ParkedSettled,
    Priority,
    Use,
)
from guide.models import ActionStatus, Commissioning
from guide.roadmap import (
    actions,
    actions_about,
    decisions,
    objections,
    parked_points,
    priorities,
    priority_of,
    year_of,
)
from guide.session import Session
from guide.sessions import Sessions
from tests.conftest import Say

HELD = dt.date(2027, 3, 12)


def test_agreements_are_numbered_each_with_their_own_letter(session: Session, say: Say) -> None:
    full = say(
        session,
        Action(what="a"),
        Action(what="b"),
        Decision(text="c"),
        Parked(text="d"),
        Priority(title="e"),
    )
    assert [a.number for a in actions(full)] == ["A01", "A02"]
    assert [d.number for d in decisions(full)] == ["B01"]
    assert [p.number for p in parked_points(full)] == ["K01"]
    assert [p.number for p in priorities(full)] == ["P01"]


def test_a_withdrawn_action_keeps_its_number_and_nobody_else_gets_it(
    sessions: Sessions, session: Session, say: Say
) -> None:
    three = say(session, Action(what="a"), Action(what="b"), Action(what="c"))
    two = sessions.withdraw(three, 4)
    assert [(a.number, a.body.what) for a in actions(two)] == [("A01", "a"), ("A03", "c")]
    back = sessions.restore(two, 4)
    assert [a.number for a in actions(back)] == ["A01", "A02", "A03"]


def test_a_corrected_action_keeps_its_number(sessions: Sessions, session: Session) -> None:
    first = sessions.record(session, Action(what="a"))
    fixed = sessions.correct(first, 3, Action(what="beter", owner="Gemeente"))
    (action,) = actions(fixed)
    assert (action.number, action.seq, action.body.what) == ("A01", 3, "beter")


def test_an_action_is_open_until_somebody_says_otherwise(session: Session, say: Say) -> None:
    one = say(session, Action(what="a"))
    assert actions(one)[0].status is ActionStatus.OPEN
    progress = ActionProgress(action=3, status=ActionStatus.DROPPED, reason="Geen geld")
    dropped = actions(say(one, progress))[0]
    assert (dropped.status, dropped.reason) == (ActionStatus.DROPPED, "Geen geld")


@pytest.mark.parametrize(
    ("due", "year"),
    [
        (dt.date(2027, 3, 12), 1),
        (dt.date(2028, 3, 11), 1),
        (dt.date(2028, 3, 12), 1),  # 366 days later: 2028 is a leap year
        (dt.date(2028, 3, 13), 2),
        (dt.date(2029, 3, 12), 2),
        (dt.date(2029, 3, 13), 3),
        (dt.date(2035, 1, 1), 3),
        (dt.date(2026, 1, 1), 1),
    ],
)
def test_the_year_on_the_groeipad_follows_from_the_date(due: dt.date, year: int) -> None:
    assert year_of(Action(what="a", due=due), HELD) == year


def test_a_chosen_year_goes_before_the_date() -> None:
    assert year_of(Action(what="a", due=dt.date(2027, 6, 1), year=3), HELD) == 3


def test_without_a_date_there_is_no_year() -> None:
    assert year_of(Action(what="a"), HELD) is None
    assert year_of(Action(what="a", due=HELD), None) is None


def test_a_priority_shows_its_use_and_its_actions(session: Session, say: Say) -> None:
    full = say(
        session,
        Priority(title="Welkom"),
        Priority(title="Plan"),
        Action(what="a", priority=3),
        Action(what="los"),
        Use(priority=3, commissioning=Commissioning.IMPLICIT),
    )
    first, second = priorities(full)
    assert [a.body.what for a in first.actions] == ["a"]
    assert first.use is not None
    assert first.use.commissioning is Commissioning.IMPLICIT
    assert (second.use, second.actions) == (None, ())


def test_a_priority_is_found_by_the_place_of_the_talk(session: Session, say: Say) -> None:
    full = say(session, Priority(title="Welkom"))
    found = priority_of(full, "priority-3")
    assert found is not None
    assert found.body.title == "Welkom"
    assert priority_of(full, "priority-99") is None
    assert priority_of(full, "mo-8") is None


def test_a_parked_point_stays_on_the_list_with_what_happens_with_it(
    session: Session, say: Say
) -> None:
    parked = say(session, Parked(text="Wachtlijst"))
    assert parked_points(parked)[0].outcome == ""
    settled = say(parked, ParkedSettled(parked=3, outcome="Naar bestuurlijk overleg"))
    assert parked_points(settled)[0].outcome == "Naar bestuurlijk overleg"


def test_what_a_party_has_against_an_action_is_heard_until_it_changes_its_mind(
    session: Session, say: Say
) -> None:
    against = Confirmation(record=3, perspective="keten", correct=False, objection="Te snel")
    heard = say(session, Action(what="a"), against)
    assert [o.objection for o in objections(heard, 3)] == ["Te snel"]
    assert objections(heard, 4) == []
    changed = say(heard, Confirmation(record=3, perspective="keten", correct=True))
    assert objections(changed, 3) == []


def test_one_partys_yes_does_not_silence_anothers_no(session: Session, say: Say) -> None:
    both = say(
        session,
        Action(what="a"),
        Confirmation(record=3, perspective="keten", correct=False, objection="Te snel"),
        Confirmation(record=3, perspective="gemeente", correct=True),
    )
    assert len(objections(both, 3)) == 1


def test_an_action_about_an_element_is_about_its_norm_and_its_theme(
    session: Session, say: Say
) -> None:
    full = say(session, Action(what="a", norms=("mo-8b",)), Action(what="b", norms=("mo-1",)))
    assert [a.body.what for a in actions_about(full, "mo-8")] == ["a"]
    assert [a.body.what for a in actions_about(full, "mo-t2")] == ["a"]
    assert [a.body.what for a in actions_about(full, "mo-t1")] == ["b"]
    assert actions_about(full, "mo-2") == []


def test_an_action_about_a_whole_theme_is_found_there(session: Session, say: Say) -> None:
    full = say(session, Action(what="a", norms=("mo-t1",)))
    assert len(actions_about(full, "mo-t1")) == 1
