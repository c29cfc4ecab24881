"""When something fails the room sees calm Dutch with a next step, and nothing typed is lost."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import streamlit as st

from guide.entries import Detail, Judgement, Note, Party
from guide.errors import StorageError
from guide.models import DetailField, JudgementValue
from guide.sessions import Sessions
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab

SAID = "Jan Jansen, Dorpsstraat 1"
CALM = "Er ging iets mis op dit scherm. Wat is vastgelegd, is bewaard."
SCREENS = ("set_up", "conversation", "roadmap", "minutes", "library")


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database is given up at once."""
    monkeypatch.setattr("guide.store_connections.BUSY_SECONDS", 0)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another program holds the database for itself."""
    with closing(sqlite3.connect(database)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


def is_calm(tab: Tab) -> bool:
    """Nothing that only a programmer can read."""
    assert not tab.app.exception
    return not any(word in tab.words() for word in ("Traceback", "Error", "sqlite", SAID))


def test_what_was_typed_while_the_database_was_busy_is_not_lost(
    record: Record, database: Path, open_tab: Open
) -> None:
    tab = open_tab("conversation")
    tab.may_fail = True
    with locked(database):
        tab.say("@gemeente: Wij missen een aanspreekpunt.")
        assert "even bezet door een ander programma" in tab.errors[0]
        assert "Wacht een paar tellen" in tab.errors[0]
        assert tab.field_in("again", "nog niet vastgelegd").value.endswith("aanspreekpunt.")
        assert is_calm(tab.send("again"))
    assert not record.all(Note)
    tab.send("again")
    assert record.only(Note) == Note(text="Wij missen een aanspreekpunt.", perspective="gemeente")
    assert "again" not in tab


def test_a_picture_chosen_while_it_was_busy_saves_itself_later(
    record: Record, database: Path, open_tab: Open
) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=("mo-8",)))
    record.at("normen-bespreken", "mo-8")
    tab = open_tab("conversation")
    tab.may_fail = True
    with locked(database):
        tab.choose("picture:mo-8:gemeente", JudgementValue.NOT_YET)
        assert "even bezet" in tab.errors[0], "the message stays until somebody read it"
    assert not record.all(Judgement)
    tab.run()
    assert record.only(Judgement).value is JudgementValue.NOT_YET
    assert not tab.errors


def test_a_form_keeps_what_was_filled_in_while_it_was_busy(
    record: Record, database: Path, open_tab: Open
) -> None:
    tab = open_tab("set_up").unfold("part", "Wie")
    tab.may_fail = True
    with locked(database):
        tab.fill("party", Organisatie="Opvang Noord").send("party")
        assert "even bezet" in tab.errors[0]
        assert tab.field_in("party", "Organisatie").value == "Opvang Noord"
    tab.send("party")
    assert record.only(Party).name == "Opvang Noord"


@pytest.mark.parametrize("key", ["next", "pause", "undo", "jump:doel"])
def test_a_move_while_it_was_busy_is_said_and_can_be_made_again(
    record: Record, database: Path, open_tab: Open, key: str
) -> None:
    record.add(Note(text="Iets om ongedaan te maken."))
    tab = open_tab("conversation").unfold("jump")
    tab.may_fail = True
    before = record.session.state.seq
    with locked(database):
        tab.press(key)
        assert "even bezet" in tab.errors[0]
        assert is_calm(tab)
    assert record.session.state.seq == before
    tab.run().press(key)
    assert record.session.state.seq > before
    assert not tab.errors


def test_reading_goes_on_while_another_program_writes(
    record: Record, database: Path, open_tab: Open
) -> None:
    with locked(database):
        for screen in SCREENS:
            assert open_tab(screen).question


def test_a_database_that_can_only_be_read_says_so(
    record: Record, database: Path, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_DATABASE_URL", f"sqlite:///file:{database}?mode=ro&uri=true")
    st.cache_resource.clear()
    tab = open_tab("conversation")
    tab.may_fail = True
    tab.say("Dit kan niet worden bewaard.")
    assert "kunnen alleen worden gelezen" in tab.errors[0]
    assert "Controleer" in tab.errors[0]
    assert tab.field_in("again", "nog niet").value == "Dit kan niet worden bewaard."
    assert "Dit kan niet worden bewaard." not in tab.words("talk")


@pytest.mark.parametrize("screen", ["start", "conversation"])
def test_a_damaged_database_says_what_to_do(record: Record, database: Path, screen: str) -> None:
    for file in (database, *database.parent.glob("*-wal"), *database.parent.glob("*-shm")):
        file.write_bytes(b"dit is geen database, maar iets anders. " * 200)
    tab = Tab(screen, record.id if screen != "start" else "", may_fail=True)
    assert "beschadigd" in tab.errors[0]
    assert "reservekopie" in tab.errors[0]
    assert is_calm(tab)


def test_a_folder_that_is_not_there_says_what_to_do(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_DATABASE_URL", "sqlite:////bestaat/niet/gesprek.db")
    tab = Tab("start", may_fail=True)
    assert "kan niet worden geopend" in tab.errors[0]
    assert is_calm(tab)


@pytest.mark.parametrize("screen", SCREENS)
def test_an_unknown_session_leads_back_to_start(record: Record, screen: str) -> None:
    tab = Tab(screen, "bestaat-niet", may_fail=True)
    assert tab.errors == [
        "Deze sessie is niet (meer) te vinden. Ga naar Start en kies een sessie uit de lijst."
    ]
    assert "Voorbeeldregio" not in tab.words()
    next(b for b in tab.app.button if b.label == "Naar Start").click()
    assert "Sessies op deze computer" in tab.run().words()


def breaks(*_: object, **__: object) -> object:
    raise RuntimeError(SAID)


@pytest.mark.parametrize(
    ("screen", "part"),
    [
        ("conversation", "pages.widgets.question.prompt"),
        ("conversation", "pages.widgets.talk.turns"),
        ("conversation", "pages.widgets.question.time_budget"),
        ("conversation", "pages.widgets.talk.follow_ups"),
        ("set_up", "pages.widgets.set_up.details.text_field"),
        ("roadmap", "pages.widgets.action_form.frameworks"),
        ("minutes", "pages.widgets.minutes_preview.md"),
        ("library", "pages.widgets.opened.Library.search"),
        ("start", "guide.sessions.Sessions.list"),
    ],
)
def test_a_fault_anywhere_is_one_calm_sentence_and_the_log_holds_no_content(
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    screen: str,
    part: str,
) -> None:
    if screen == "roadmap":
        record.add(Note(text="x"))
    tab = Tab(screen, record.id)
    tab.may_fail = True
    monkeypatch.setattr(part, breaks)
    st.cache_data.clear()  # or the Word file of a moment ago is still good
    with caplog.at_level(logging.DEBUG):
        if screen == "library":
            tab.choose("query", "veiligheid")
        elif screen == "roadmap":
            tab.fill("new_action", Wat="Overleg", Normen="8b").send("new_action")
        else:
            tab.run()
    assert any(error.startswith(CALM) for error in tab.errors)
    assert is_calm(tab)
    assert SAID not in caplog.text
    assert "RuntimeError at breaks" in caplog.text, "whoever looks after the server can find it"


def test_a_fault_in_the_clock_leaves_the_rest_of_the_screen(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = Tab("conversation", record.id)
    tab.may_fail = True
    monkeypatch.setattr("pages.widgets.question.time_budget", breaks)
    tab.run()
    assert len(tab.errors) == 1
    assert tab.question
    assert "next" in tab


def test_a_fault_while_asking_for_news_leaves_the_rest_of_the_screen(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> int:
        raise StorageError("De gegevens zijn even bezet.", "Wacht een paar tellen.")

    def drawn_and_later(function: Callable[..., None], **_: object) -> Callable[..., None]:
        def twice(*args: object) -> None:
            for _ in ("with the page", "by its timer"):
                function(*args)

        return twice

    tab = Tab("conversation", record.id)
    tab.may_fail = True
    monkeypatch.setattr(Sessions, "newest", gone)
    monkeypatch.setattr("streamlit.fragment", drawn_and_later)
    tab.run()
    assert tab.errors == ["De gegevens zijn even bezet. Wacht een paar tellen."]
    assert tab.question
    assert "next" in tab
