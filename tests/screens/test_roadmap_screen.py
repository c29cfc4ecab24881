"""Groeipad: what was agreed per year, with what is missing in words, edited in place."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from guide.entries import Action, ActionProgress, Dismissal, Priority
from guide.export.xlsx import write_action_list
from guide.models import ActionStatus
from tests.screens.conftest import Open, Record


@pytest.fixture
def action(record: Record) -> int:
    return record.add(Action(what="Overleg plannen", due=dt.date(2028, 6, 1), sign="Rust"))


def test_an_empty_groeipad_says_so_and_offers_the_form(record: Record, open_tab: Open) -> None:
    tab = open_tab("roadmap")
    assert "Er zijn nog geen prioriteiten gekozen" in tab.words()
    tab.fill("new_action", Wat="Overleg plannen", klaar="juni 2027").send("new_action")
    assert record.only(Action).due == dt.date(2027, 6, 30)
    assert tab.field_in("new_action", "Wat").value == ""


def test_an_action_stands_in_its_year_with_what_is_missing(
    record: Record, action: int, open_tab: Open
) -> None:
    record.add(Priority(title="Rust", goal="Ieder kind heeft een plek."), Action(what="Later"))
    tab = open_tab("roadmap")
    second = tab.words("year:2")
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
    assert "A01  Overleg plannen" in tab.words("year:1"), "it moved to the year of its date"


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
    tab = open_tab("roadmap").unfold(f"status:{action}")
    tab.may_fail = True
    tab.fill(form, Status=ActionStatus.DROPPED).send(form)
    assert tab.errors == ["Er staat niet waarom de actie vervalt. Schrijf de reden op."]
    assert not record.all(ActionProgress)
    tab.fill(form, Status=ActionStatus.DROPPED, Toelichting="Al geregeld.").send(form)
    assert record.only(ActionProgress).status is ActionStatus.DROPPED
    assert "Vervallen: Al geregeld." in tab.words()


def test_what_was_noticed_stands_on_the_card(record: Record, action: int, open_tab: Open) -> None:
    form = f"status-form:{action}"
    tab = open_tab("roadmap").unfold(f"status:{action}")
    tab.fill(form, Status=ActionStatus.DONE, gemerkt="Kinderen weten wie er belt.").send(form)
    assert record.only(ActionProgress).noticed == "Kinderen weten wie er belt."
    assert "Gemerkt: Kinderen weten wie er belt." in tab.words()
    tab.unfold(f"status:{action}")
    assert tab.field_in(form, "gemerkt").value == "Kinderen weten wie er belt."


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


# What one wants to see, what the guide notices, and what leaves the screen


def test_the_groeipad_of_one_trekker_status_or_norm(record: Record, open_tab: Open) -> None:
    seq = record.add(Action(what="Bellen", owner="GGD", year=1, norms=("mo-8b",)))
    record.add(
        Action(what="Schrijven", owner="Opvang", year=1),
        ActionProgress(action=seq, status=ActionStatus.RUNNING),
    )
    tab = open_tab("roadmap")
    assert "Bellen" in tab.words("year:1")
    assert "Schrijven" in tab.words("year:1")
    for key, value in (("owner", "GGD"), ("status", "running"), ("norm", "mo-8")):
        tab = open_tab("roadmap").choose(f"filter_{key}", value)
        assert "Bellen" in tab.words("year:1"), key
        assert "Schrijven" not in tab.words("year:1"), key
    tab.choose("filter_owner", "Opvang")
    assert "Geen acties die hierbij passen." in tab.words("year:1")


def test_what_is_late_or_moved_is_said_in_words(
    record: Record, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    seq = record.add(Action(what="Bellen", due=dt.date(2027, 6, 1)))
    record.sessions.correct(record.session, seq, Action(what="Bellen", due=dt.date(2027, 9, 1)))
    assert "Te laat" not in open_tab("roadmap").words()
    later = dt.datetime(2027, 9, 2, tzinfo=dt.UTC)
    monkeypatch.setattr("pages.widgets.action_card.region_now", lambda: later)
    words = open_tab("roadmap").words()
    assert "Te laat: de datum is voorbij" in words
    assert "Verschoven: 1 keer" in words


def test_the_gaps_the_guide_notices_can_be_put_aside(record: Record, open_tab: Open) -> None:
    record.add(Priority(title="Rust"))
    tab = open_tab("roadmap")
    assert "Bij de prioriteit ‘Rust’ staat nog geen actie." in tab.words("gaps")
    (key,) = (key for key in tab.keys if key.startswith("gap:"))
    tab.press(key)
    assert "gaps" not in tab.keys
    assert record.only(Dismissal).what.startswith("priority-without-action")


def test_the_picture_says_in_words_what_it_shows(
    record: Record, action: int, open_tab: Open
) -> None:
    tab = open_tab("roadmap").choose("roadmap_view", "Tijdlijn")
    assert "year:1" not in tab.keys
    (shown,) = [node for node in tab.nodes() if node.type in ("imgs", "image", "image_list")]
    assert "Overleg plannen" in str(shown.proto)


def test_every_file_can_be_downloaded(record: Record, action: int, open_tab: Open) -> None:
    tab = open_tab("roadmap").unfold("roadmap_files")
    names = [b.proto.label for b in tab.app.get("download_button")]
    assert names == [
        "Actielijst (Excel)",
        "Agenda (.ics)",
        "Eén pagina voor bestuurders (Word)",
        "Afbeelding (PNG)",
        "Afbeelding (SVG)",
    ]


def test_a_long_groeipad_also_comes_sheet_by_sheet(record: Record, open_tab: Open) -> None:
    for number in range(40):
        record.add(Action(what=f"Afspraak {number}", year=1))
    tab = open_tab("roadmap").unfold("roadmap_files")
    names = [b.proto.label for b in tab.app.get("download_button")]
    assert "Afbeelding per vel A4 (zip)" in names


def edited(record: Record, **cells: str) -> bytes:
    """The action list as it left the guide, changed in Excel: column letter and row -> text."""
    book = load_workbook(io.BytesIO(write_action_list(record.session)))
    for place, text in cells.items():
        book["Actielijst"][place] = text
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_a_list_that_comes_back_from_excel_is_taken_over_one_by_one(
    record: Record, action: int, open_tab: Open
) -> None:
    tab = open_tab("roadmap")
    data = edited(record, B2="Overleg houden", C2="GGD")
    tab.field("action_list_file").upload("actielijst.xlsx", data, "application/xlsx")
    words = tab.run().words("action_list")
    assert "Wat: Overleg plannen wordt Overleg houden" in words
    assert "Trekker: leeg wordt GGD" in words
    assert record.only(Action).what == "Overleg plannen", "nothing happens by itself"
    first, second = sorted(key for key in tab.keys if key.startswith("take:"))
    tab.press(second)
    assert (record.only(Action).what, record.only(Action).owner) == ("Overleg plannen", "GGD")
    tab.press(first)
    assert record.only(Action).what == "Overleg houden"
    assert "geen wijziging (meer)" in tab.words("action_list")


def test_another_file_is_refused_in_words(record: Record, action: int, open_tab: Open) -> None:
    tab = open_tab("roadmap")
    tab.may_fail = True
    tab.field("action_list_file").upload("actielijst.xlsx", b"geen excel", "application/xlsx")
    assert tab.run().errors
    assert not tab.app.exception
