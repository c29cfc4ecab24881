"""Groeipad: what was agreed per year, with what is missing in words, edited in place."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import Action, ActionProgress, Priority
from guide.models import ActionStatus
from tests.screens.conftest import Open, Record


@pytest.fixture
def action(record: Record) -> int:
    return record.add(Action(what="Overleg plannen", due=dt.date(2028, 6, 1), sign="Rust"))


def test_an_empty_groeipad_says_so_and_offers_the_form(record: Record, open_tab: Open) -> None:
    tab = open_tab("roadmap")
    assert "Er zijn nog geen prioriteiten gekozen" in tab.words()
    tab.fill("new_action:0", Wat="Overleg plannen", klaar="juni 2027").send("new_action:0")
    assert record.only(Action).due == dt.date(2027, 6, 30)
    assert tab.field_in("new_action:1", "Wat").value == ""


def test_an_action_stands_in_its_year_with_what_is_missing(
    record: Record, action: int, open_tab: Open
) -> None:
    record.add(Priority(title="Rust", goal="Ieder kind heeft een plek."), Action(what="Later"))
    tab = open_tab("roadmap")
    second = "\n".join(text.value for text in tab.app.columns[1].text)
    assert "A01  Overleg plannen" in second
    assert "Nog geen trekker" in second
    assert "Nog geen datum" not in second
    assert "Doel: Ieder kind heeft een plek." in tab.words()
    assert "Jaar nog te bepalen" in tab.words()


def test_an_action_is_changed_in_place(record: Record, action: int, open_tab: Open) -> None:
    tab = open_tab("roadmap").press(f"edit:{action}")
    form = f"editor:{action}"
    tab.fill(form, Trekker="jeugdteam", klaar="mei 2027").send(form)
    assert record.only(Action).owner == "jeugdteam"
    assert record.only(Action).sign == "Rust", "what was not touched stays"
    first = "\n".join(text.value for text in tab.app.columns[0].text)
    assert "A01  Overleg plannen" in first, "it moved to the year of its date"


def test_an_impossible_date_leaves_the_action_as_it_was(
    record: Record, action: int, open_tab: Open
) -> None:
    tab = open_tab("roadmap").press(f"edit:{action}")
    tab.may_fail = True
    form = f"editor:{action}"
    tab.fill(form, klaar="31 juni 2027", Trekker="jeugdteam").send(form)
    assert tab.errors
    assert record.only(Action).due == dt.date(2028, 6, 1)
    assert tab.field_in(form, "Trekker").value == "jeugdteam"


def test_opening_and_closing_the_editor_changes_nothing(
    record: Record, action: int, open_tab: Open
) -> None:
    before = record.session.state.seq
    tab = open_tab("roadmap").press(f"edit:{action}").press(f"keep:{action}")
    assert f"editor:{action}" not in tab
    tab.press(f"edit:{action}").send(f"editor:{action}")
    assert record.session.state.seq == before


def test_an_action_with_norms_goes_through_the_form_unchanged(
    record: Record, open_tab: Open
) -> None:
    norms = ("mo-8b", "mo-2", "vo-1.4")
    seq = record.add(Action(what="Overleg", norms=norms, year=2, partners="GGD", where="VO"))
    was = record.only(Action)
    open_tab("roadmap").press(f"edit:{seq}").send(f"editor:{seq}")
    assert record.only(Action) == was


def test_a_dropped_action_needs_a_reason(record: Record, action: int, open_tab: Open) -> None:
    form = f"status-form:{action}"
    tab = open_tab("roadmap")
    tab.may_fail = True
    tab.fill(form, Status=ActionStatus.DROPPED).send(form)
    assert tab.errors == ["Schrijf op waarom de actie vervalt."]
    assert not record.all(ActionProgress)
    tab.fill(form, Status=ActionStatus.DROPPED, Toelichting="Al geregeld.").send(form)
    assert record.only(ActionProgress).status is ActionStatus.DROPPED
    assert "Vervallen: Al geregeld." in tab.words()


def test_an_action_is_withdrawn_but_not_forgotten(
    record: Record, action: int, open_tab: Open
) -> None:
    tab = open_tab("roadmap").press(f"withdraw:{action}")
    assert not record.all(Action)
    assert "Overleg plannen" not in tab.words()
    record.add(Action(what="Nieuw"))
    assert "A02  Nieuw" in tab.run().words(), "the number of the withdrawn one stays unused"


def test_there_is_no_progress_in_numbers(record: Record, action: int, open_tab: Open) -> None:
    tab = open_tab("roadmap")
    assert "%" not in tab.words()
    assert not tab.app.get("progress")
    assert not tab.app.get("metric")
