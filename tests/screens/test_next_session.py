"""A year later: the next session starts from the last, and begins with what came of the actions."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import (
    Action,
    ActionProgress,
    ActionReport,
    Detail,
    EarlierAction,
    Joined,
    Judgement,
    Priority,
)
from guide.look_back import EARLIER_TARGET, earlier_actions
from guide.models import ActionStatus, DetailField, JudgementValue
from guide.roadmap import actions
from tests.screens.conftest import Open, Record

LOOK_BACK = "terugblik-acties"
PHONE = "toestel-000000000001"


@pytest.fixture
def a_year_later(record: Record) -> Record:
    """The next session of a region that agreed on two actions, at the first of them."""
    record.add(
        Priority(title="Warme overdracht"),
        Action(
            what="Vaste contactpersoon per school",
            owner="Gemeente, jeugd",
            sign="Elk kind weet wie",
        ),
        Action(what="Werkwijze voor de overdracht", norms=("mo-8",)),
        Judgement(target="mo-8", perspective="gemeente", value=JudgementValue.NOT_YET),
    )
    later = Record(record.sessions, record.sessions.follow(record.session, "2028-03-10"))
    record.id = later.id
    later.at(LOOK_BACK, f"{EARLIER_TARGET}{first_of(later)}")
    return later


def first_of(record: Record) -> int:
    return earlier_actions(record.session)[0].seq


def test_the_next_session_is_made_from_the_last_one(record: Record, open_tab: Open) -> None:
    record.add(Action(what="Bellen"))
    tab = open_tab("start").unfold(f"more:{record.id}")
    assert tab.value(f"next:{record.id}") == dt.date(2028, 3, 10)
    tab.press(f"follow:{record.id}")
    assert tab.question == "Voorbereiden"
    assert "Voorbeeldregio · 10 maart 2028" in tab.words("top_bar")
    tab.press("to_start")
    assert "Eerder in deze regio (1)" in tab.words()


def test_a_next_session_before_the_last_one_is_refused(record: Record, open_tab: Open) -> None:
    tab = open_tab("start").unfold(f"more:{record.id}")
    tab.may_fail = True
    tab.choose(f"next:{record.id}", dt.date(2027, 3, 12)).press(f"follow:{record.id}")
    assert "niet na die van de eerdere sessie" in tab.errors[0]
    assert len(record.sessions.list()) == 1


def test_one_looks_back_at_one_action_at_a_time(a_year_later: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    words = tab.words()
    assert tab.question == "Wat is er van deze afspraak geworden?"
    assert "Eerdere actie A01: Vaste contactpersoon per school" in words
    assert "Trekker: Gemeente, jeugd" in words
    assert "We zien het aan: Elk kind weet wie" in words
    tab.press("next")
    assert "Eerdere actie A02: Werkwijze voor de overdracht" in tab.words()


def test_what_came_of_it_is_recorded(a_year_later: Record, open_tab: Open) -> None:
    form = f"came_of:{first_of(a_year_later)}"
    tab = open_tab("conversation")
    tab.fill(form, staat=ActionStatus.DONE, gemerkt="Scholen bellen zelf").send(form)
    said = a_year_later.only(ActionProgress)
    assert (said.status, said.noticed) == (ActionStatus.DONE, "Scholen bellen zelf")
    assert "Afgesloten. Besproken op" in tab.words()


def test_a_dropped_action_needs_a_reason_and_what_was_typed_stays(
    a_year_later: Record, open_tab: Open
) -> None:
    form = f"came_of:{first_of(a_year_later)}"
    tab = open_tab("conversation")
    tab.may_fail = True
    tab.fill(form, staat=ActionStatus.DROPPED, gemerkt="Niets").send(form)
    assert "waarom de actie vervalt" in tab.errors[0]
    assert not a_year_later.all(ActionProgress)
    tab.fill(form, Reden="Geen geld").send(form)
    assert a_year_later.only(ActionProgress).reason == "Geen geld"


def test_an_action_goes_on_as_a_new_one(a_year_later: Record, open_tab: Open) -> None:
    form = f"carried:{first_of(a_year_later)}"
    tab = open_tab("conversation")
    assert tab.field_in(form, "gebeuren").value == "Vaste contactpersoon per school"
    tab.fill(form, Wanneer="1 december 2028").send(form)
    (carried,) = actions(a_year_later.session)
    assert (carried.body.due, carried.body.earlier) == (
        dt.date(2028, 12, 1),
        first_of(a_year_later),
    )
    assert "Gaat verder als A01. Klaar: 1 december 2028." in tab.words()
    assert form not in tab


def test_what_a_party_reported_is_taken_over_with_one_press(
    a_year_later: Record, open_tab: Open
) -> None:
    seq = first_of(a_year_later)
    a_year_later.add(
        Joined(device=PHONE, perspective="gemeente"),
        ActionReport(
            action=seq,
            device=PHONE,
            perspective="gemeente",
            status=ActionStatus.RUNNING,
            noticed="Drie scholen",
        ),
    )
    tab = open_tab("conversation")
    assert "Gemeente meldt: loopt. Drie scholen" in tab.words()
    assert not a_year_later.all(ActionProgress), "it counts only when it is taken over"
    tab.press(f"take_report:{seq}:{PHONE}")
    said = a_year_later.only(ActionProgress)
    assert (said.status, said.noticed) == (ActionStatus.RUNNING, "Drie scholen")


def test_all_earlier_actions_stand_in_one_list(a_year_later: Record, open_tab: Open) -> None:
    words = open_tab("conversation").words("earlier_actions")
    assert "A01  Vaste contactpersoon per school" in words
    assert "A02  Werkwijze voor de overdracht\nOpen. Nog niet besproken." in words


def test_then_stands_beside_now_at_a_norm(a_year_later: Record, open_tab: Open) -> None:
    a_year_later.add(Judgement(target="mo-8", perspective="gemeente", value=JudgementValue.MOSTLY))
    a_year_later.add(Detail(field=DetailField.CHOSEN, value=("mo-8",)))
    a_year_later.at("normen-bespreken", "mo-8")
    words = open_tab("conversation").words("then:mo-8")
    assert "Toen, 12 maart 2027" in words
    assert "Gemeente: Nog niet" in words
    assert "Gemeente: Grotendeels" in words
    assert "A02  Werkwijze voor de overdracht" in words


def test_a_first_session_has_no_terugblik(record: Record, open_tab: Open) -> None:
    assert "Terugblik" not in open_tab("conversation").words()
    assert not record.all(EarlierAction)
