"""Verslag: what is missing, the whole document on the screen, and the same as a Word file."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import Action, Adoption, Attendance, Decision, Note, Participant
from guide.export.docx_package import MAX_UPLOAD
from guide.models import Presence
from pages.widgets.house_style import MOST_MEGABYTES
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab


@pytest.fixture
def held(record: Record) -> Record:
    """A session with something in it."""
    record.at("inchecken")
    guest = record.add(
        Participant(
            organisation="Opvang Zuid",
            function="teamleider",
            perspective="opvang-mo",
            name="J. Jansen",
        )
    )
    record.add(
        Attendance(participant=guest, presence=Presence.PRESENT),
        Note(text="Kinderen missen hun school."),
        Note(text="Let op de spanning.", private=True),
        Decision(text="We starten in mei."),
        Action(what="Overleg plannen"),
    )
    return record


def seen(tab: Tab) -> str:
    return tab.words("preview")


def test_an_empty_session_has_minutes_too(record: Record, open_tab: Open) -> None:
    tab = open_tab("minutes")
    assert "Verslag regiosessie Voorbeeldregio" in seen(tab)
    assert "download" in tab


def test_what_was_said_and_agreed_is_in_the_preview(held: Record, open_tab: Open) -> None:
    tab = open_tab("minutes")
    for said in ("Kinderen missen hun school.", "We starten in mei.", "Overleg plannen", "A01"):
        assert said in seen(tab)


def test_a_private_note_is_nowhere_in_the_minutes(held: Record, open_tab: Open) -> None:
    assert "spanning" not in open_tab("minutes").words()


def test_a_name_is_in_the_minutes_only_when_asked_for(held: Record, open_tab: Open) -> None:
    tab = open_tab("minutes")
    assert "Jansen" not in tab.words()
    assert "Jansen" in seen(tab.choose("names", True))
    assert "Jansen" not in tab.choose("names", False).words()


def test_notes_can_be_left_out_and_agreements_stay(held: Record, open_tab: Open) -> None:
    tab = open_tab("minutes").choose("every_note", False)
    assert "missen hun school" not in seen(tab)
    assert "We starten in mei." in seen(tab)


def test_what_is_missing_is_said_and_forbids_nothing(held: Record, open_tab: Open) -> None:
    tab = open_tab("minutes")
    assert "Deze actie heeft nog geen trekker. (A01)" in tab.words()
    assert "Het verslag is compleet." not in tab.words()
    assert not tab.field("download").proto.disabled


def test_the_minutes_are_a_concept_until_somebody_adopts_them(held: Record, open_tab: Open) -> None:
    tab = open_tab("minutes")
    assert "Concept, versie" in seen(tab)
    tab.fill("adopt", Vastgesteld=dt.date(2027, 4, 1), Versie="1.0").send("adopt")
    assert held.only(Adoption).version == "1.0"
    assert "Vastgesteld op 1 april 2027" in seen(tab)
    assert "adopt" not in tab
    tab.press("unadopt")
    assert "Concept, versie" in seen(tab)


def test_a_version_is_needed_to_adopt(held: Record, open_tab: Open) -> None:
    tab = open_tab("minutes")
    tab.may_fail = True
    tab.fill("adopt", Versie=" ").send("adopt")
    assert "versienummer ontbreekt" in tab.errors[0]
    assert not held.all(Adoption)


def test_a_file_that_is_no_word_file_is_refused_and_the_minutes_stay(
    held: Record, open_tab: Open
) -> None:
    tab = open_tab("minutes")
    tab.may_fail = True
    tab.field("style_file").set_value(("huisstijl.docx", b"geen word", "application/octet-stream"))
    tab.run()
    assert tab.errors
    assert "Traceback" not in tab.words()
    assert "We starten in mei." in seen(tab)
    assert held.sessions.files.of(held.session, "house_style") is None


def test_a_fault_while_making_the_word_file_leaves_the_minutes_on_the_screen(
    held: Record, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> bytes:
        raise RuntimeError("Jan Jansen, Dorpsstraat 1")

    monkeypatch.setattr("guide.export.docx.write_minutes", breaks)
    tab = Tab("minutes", held.id, may_fail=True)
    (said,) = tab.errors
    assert said.startswith("Het Word-bestand kon niet worden gemaakt.")
    assert "Dorpsstraat" not in tab.words()
    assert "We starten in mei." in seen(tab)
    assert "Nog na te lopen" in tab.words()
    assert "download" not in tab


def test_the_limit_of_the_house_style_is_the_one_that_is_shown(
    held: Record, open_tab: Open
) -> None:
    field = open_tab("minutes").field("style_file")
    assert f"hoogstens {MOST_MEGABYTES} MB" in field.label
    assert field.proto.max_upload_size_mb == MOST_MEGABYTES
    assert MAX_UPLOAD == MOST_MEGABYTES * 2**20
