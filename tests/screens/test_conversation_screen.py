"""Gesprek: the whole real agenda can be walked; every place shows its question and answers."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.agenda import current_place, places
from guide.conversation import prompt
from guide.entries import Detail, Participant, Picks, Priority
from guide.models import DetailField
from guide.set_up import active_agenda
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab

BUTTONS = ("back", "next", "undo", "pause", "to_roadmap", "to_minutes", "to_library")


@pytest.fixture
def prepared(record: Record) -> Record:
    """Norms, picks and a priority, so that every step has something to walk along."""
    record.add(
        Detail(field=DetailField.CHOSEN, value=("vo-1.1", "mo-8", "mo-11")),
        Participant(organisation="Opvang Noord", function="teamleider", perspective="opvang-mo"),
        Picks(perspective="gemeente", targets=("mo-8", "mo-11")),
        Priority(title="Warme overdracht", targets=("mo-8",)),
    )
    return record


def shows_its_place(tab: Tab, record: Record) -> None:
    """The heading, what it is about, the question and the script of where the conversation is."""
    asked = prompt(record.session)
    place = current_place(record.session)
    said = tab.words("question")
    assert tab.question == asked.question
    assert asked.heading in said
    assert asked.about in said
    everything = tab.words()
    assert all(line in everything for line in asked.script), place.step.id
    assert set(BUTTONS) <= tab.keys
    assert "\\" not in everything, "an escape can be seen"


def walk(tab: Tab, record: Record) -> list[str]:
    """Press Verder until the end, looking at every place; gives the items that were passed."""
    passed = []
    every = places(record.session)
    for place in every:
        here = current_place(record.session)
        assert (here.step.id, here.target) == (place.step.id, place.target)
        shows_its_place(tab, record)
        passed.append(here.item.id)
        if place is not every[-1]:
            tab.press("next")
    return list(dict.fromkeys(passed))


def test_the_whole_agenda_can_be_walked_with_nothing_prepared(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation")
    assert len(walk(tab, record)) == 8
    assert tab.field("next").label == "Afronden"
    tab.press("next")
    assert tab.question == "Verslag", "after the last place come the minutes"


def test_the_whole_agenda_can_be_walked_along_every_norm_pick_and_priority(
    prepared: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation")
    walk(tab, prepared)
    before = prepared.session.state.seq
    tab.press("back")
    shows_its_place(tab, prepared)
    assert prepared.session.state.seq == before + 1, "looking back records only that"


@pytest.mark.parametrize("kind", ["welkom-heten", "normen-bespreken", "check-out"])
def test_help_stays_folded_until_somebody_asks(prepared: Record, open_tab: Open, kind: str) -> None:
    place = prepared.at(kind)
    tab = open_tab("conversation")
    first = place.step.help.splitlines()[0].removeprefix("- ")
    assert first not in tab.words()
    assert first in tab.unfold(f"help:{kind}").words()


def test_one_can_jump_to_any_item_and_to_any_step_of_it(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    for item in active_agenda(record.session):
        tab.go_to(f"jump:{item.id}")
        shows_its_place(tab, record)
        assert f"jump:{item.id}" not in tab, "it folds away: the question is behind it"
        assert current_place(record.session).item.id == item.id
    tab.go_to("step:check-out")
    assert tab.question == "Klopt het zo, wat jullie hebben afgesproken?"
    assert "step:welkom-heten" not in tab.unfold("jump"), (
        "only steps of the present item are offered"
    )


def test_at_the_first_place_one_cannot_go_back(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    assert tab.field("back").disabled
    assert not tab.press("next").field("back").disabled


def test_a_pause_stops_the_clock_and_is_said(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    assert "pauze" not in tab.words("question")
    tab.press("pause")
    assert "pauze" in tab.words("question")
    assert tab.field("pause").label == "Hervatten"
    tab.press("pause")
    assert "pauze" not in tab.words("question")


def test_a_double_press_on_verder_counts_once(
    record: Record, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.sessions._DOUBLE_CLICK", dt.timedelta(hours=1))
    tab = open_tab("conversation").press("next")
    second = tab.question
    assert tab.press("next").question == second


def test_the_bar_leads_to_every_screen_of_the_same_session(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    for key, title in (
        ("to_set_up", "Voorbereiden"),
        ("to_roadmap", "Groeipad"),
        ("to_minutes", "Verslag"),
        ("to_library", "Naslag"),
    ):
        assert tab.press(key).question == title
        assert "Voorbeeldregio" in tab.words("top_bar")
    assert "to_set_up" not in tab.press("to_start"), "start is not about one session"
