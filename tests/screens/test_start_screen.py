"""Start: a session for a region in two fields, or go on with one that is there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from guide.set_up import details
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab


def rows(tab: Tab) -> list[str]:
    return [str(key)[5:] for key in tab.keys if str(key).startswith("open:")]


def test_region_and_date_are_enough_to_prepare(record: Record, open_tab: Open) -> None:
    tab = open_tab("start")
    tab.fill("new", Regio="Regio Noord", Datum=dt.date(2027, 6, 4)).send("new")
    assert tab.question == "Voorbereiden"
    assert "Regio Noord · 4 juni 2027" in tab.words("top_bar")
    (made,) = {row.id for row in record.sessions.list()} - {record.id}
    assert details(record.sessions.load(made)).date == dt.date(2027, 6, 4)
    assert tab.app.query_params["sessie"] in (made, [made]), "the address keeps the session"


def test_one_can_begin_at_once(record: Record, open_tab: Open) -> None:
    tab = open_tab("start").fill("new", Regio="Regio Noord")
    next(b for b in tab.fields_of("new") if b.label == "Meteen beginnen").click()
    tab.run()
    assert "Welkom" in tab.question
    assert len(record.sessions.list()) == 2


def test_without_a_region_nothing_is_made_and_the_date_stays(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("start")
    tab.may_fail = True
    tab.fill("new", Regio="   ", Datum=dt.date(2027, 6, 4)).send("new")
    assert "naam van de regio ontbreekt" in tab.errors[0]
    assert tab.field_in("new", "Datum").value == dt.date(2027, 6, 4)
    assert len(record.sessions.list()) == 1


def test_one_goes_on_with_a_session_that_is_there(record: Record, open_tab: Open) -> None:
    tab = open_tab("start")
    assert "Voorbeeldregio · 12 maart 2027" in tab.words()
    assert tab.press(f"prepare:{record.id}").question == "Voorbereiden"
    tab.press("to_start").press(f"open:{record.id}")
    assert "Voorbeeldregio" in tab.words("top_bar")


def test_many_sessions_are_folded(record: Record, open_tab: Open) -> None:
    for number in range(14):
        record.sessions.start(f"Regio {number}", "2027-03-12")
    tab = open_tab("start")
    assert len(rows(tab)) == 15
    assert any("3 eerdere sessies" in each.label for each in tab.app.expander)


def test_an_empty_database_begins_with_the_example(database: Path) -> None:
    tab = Tab("start")
    assert "voorbeeld" in tab.words().lower()
    (example,) = rows(tab)
    for screen in ("conversation", "set_up", "roadmap", "minutes"):
        assert tab.visit(screen, example).app.title


def test_without_a_session_the_other_screens_point_to_start(record: Record) -> None:
    for screen in ("set_up", "conversation", "roadmap", "minutes", "library"):
        tab = Tab(screen)
        assert "Er is nog geen sessie geopend" in tab.words()
        assert "next" not in tab
