"""The verbs that move the talk, and several people who record at once."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guide import sessions as sessions_module
from guide import sessions_known
from guide.agenda import current_place
from guide.content_models import Content, StepKind
from guide.entries import (
    Entry,
    NewEntry,
    Note,
    StepOpened,
)
from guide.errors import StorageError
from guide.session import Session
from guide.sessions import Sessions, open_sessions
from guide.store import Store, new_key
from tests.conftest import GoTo, Say, place_of


def notes(session: Session) -> list[str]:
    return [body.text for _, body in session.state.all(Note)]


@pytest.fixture
def sessions(store: Store, content: Content) -> Sessions:
    """In a fresh database: these tests also look at the list of sessions."""
    return Sessions(store, content)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody clicks twice by accident, however fast these tests are."""
    monkeypatch.setattr(sessions_module, "_DOUBLE_CLICK", dt.timedelta(0))


# Moving on


@pytest.mark.usefixtures("patient")
def test_next_walks_every_step_to_the_last_and_stays_there(
    sessions: Sessions, session: Session
) -> None:
    seen = [current_place(session).step.id]
    for _ in range(40):
        session = sessions.next(session)
        if current_place(session).step.id != seen[-1]:
            seen.append(current_place(session).step.id)
    assert len(seen) == len(StepKind), "the small agenda has one step of every kind"
    assert seen[-1] == "stap-check-out"
    assert set(session.state.closed) == set(seen)


@pytest.mark.usefixtures("patient")
def test_back_goes_one_place_back_and_stops_at_the_beginning(
    sessions: Sessions, session: Session
) -> None:
    second = sessions.next(session)
    first = sessions.back(second)
    assert current_place(first).step.id == "stap-say"
    assert current_place(sessions.back(first)).step.id == "stap-say"


def test_a_double_click_on_next_goes_one_step(sessions: Sessions, session: Session) -> None:
    once = sessions.next(session)
    assert sessions.next(once) is once


def test_a_step_is_closed_only_when_the_talk_goes_on_from_it(
    sessions: Sessions, session: Session, at: GoTo
) -> None:
    jumped = at(session, "stap-ask")
    assert set(jumped.state.closed) == set()
    assert (
        "stap-ask"
        in sessions.go_to(jumped, place_of(jumped, "stap-count"), close_current=True).state.closed
    )


def test_a_pause_stops_the_clock_and_a_second_press_starts_it(
    sessions: Sessions, session: Session
) -> None:
    paused = sessions.pause(session)
    assert paused.state.clock.paused
    assert not sessions.pause(paused).state.clock.paused


# Together


def test_two_laptops_on_one_database_lose_nothing(
    sessions: Sessions, session: Session, content: Content
) -> None:
    other = Sessions(Store(sessions.store.url), content)
    here, there = session, other.load(session.id)
    for n in range(5):
        here = sessions.record(here, Note(text=f"hier {n}"))
        there = other.record(there, Note(text=f"daar {n}"))
    assert notes(sessions.load(session.id)) == notes(there)
    assert len(notes(there)) == 10
    other.store.close()


def test_who_records_also_sees_what_others_recorded_in_between(
    sessions: Sessions, session: Session, content: Content
) -> None:
    other = Sessions(sessions.store, content)
    other.record(other.load(session.id), Note(text="van een ander"))
    mine = sessions.record(session, Note(text="van mij"))
    assert notes(mine) == ["van een ander", "van mij"]


def test_a_repeated_delivery_of_several_entries_skips_nothing_of_others(
    sessions: Sessions, session: Session
) -> None:
    first = NewEntry(key="sleutel-1", body=Note(text="eerste"))
    second = NewEntry(key="sleutel-2", body=Note(text="tweede"))
    sessions.extend(session, [first])
    sessions.record(sessions.load(session.id), Note(text="van een ander"))
    again = sessions.extend(session, [first, second])
    assert notes(again) == ["eerste", "van een ander", "tweede"]


def test_many_tabs_of_one_server_lose_nothing(sessions: Sessions, session: Session) -> None:
    def talk(tab: int) -> None:
        mine = sessions.load(session.id)
        for n in range(20):
            mine = sessions.record(mine, Note(text=f"{tab}-{n}"))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(talk, range(6)))
    assert set(notes(sessions.load(session.id))) == {
        f"{t}-{n}" for t in range(6) for n in range(20)
    }


def test_a_poll_asks_only_for_the_newest_number(sessions: Sessions, session: Session) -> None:
    assert sessions.newest(session.id) == 2
    sessions.record(session, Note(text="a"))
    assert sessions.newest(session.id) == 3


def test_only_what_is_new_is_read_from_the_database(
    sessions: Sessions, session: Session, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sessions.record(session, Note(text="a"), key="sleutel-a")
    say(first, Note(text="b"))
    sessions.record(session, Note(text="c"))  # by a tab that had not seen a and b
    sessions.record(session, Note(text="a"), key="sleutel-a")  # delivered again, late
    read = sessions.store.entries_since
    asked = []

    def noted(session_id: str, seq: int, key: str) -> list[Entry] | None:
        asked.append(seq)
        return read(session_id, seq, key)

    monkeypatch.setattr(sessions.store, "entries_since", noted)
    assert notes(sessions.load(session.id)) == ["a", "b", "c"]
    assert asked == [5]


def test_a_session_that_is_not_in_memory_any_more_is_read_again(
    sessions: Sessions, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions_known, "_KEPT_IN_MEMORY", 1)
    sessions.record(session, Note(text="a"))
    sessions.load(sessions.start("Andere regio", "2027-03-13"))
    assert notes(sessions.load(session.id)) == ["a"]


def test_entries_made_elsewhere_can_be_added(sessions: Sessions, session: Session) -> None:
    opened = sessions.extend(session, [NewEntry(key=new_key(), step="stap-ask", body=StepOpened())])
    assert current_place(opened).step.id == "stap-ask"


# Opening


def test_the_database_stands_in_the_folder_data(tmp_path: Path) -> None:
    opened = open_sessions(home=tmp_path)
    assert (tmp_path / "data" / "gespreksleidraad.db").is_file()
    assert opened.content.frameworks
    opened.store.close()


def test_an_organisation_can_point_to_another_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_DATABASE_URL", f"sqlite:///{tmp_path / 'eigen.db'}")
    open_sessions(home=tmp_path).store.close()
    assert (tmp_path / "eigen.db").is_file()


def test_a_region_adds_its_own_agenda_beside_the_database(tmp_path: Path) -> None:
    own = tmp_path / "data" / "content" / "agendas"
    own.mkdir(parents=True)
    (own / "eigen.yaml").write_text(
        "{id: eigen-agenda, title: Eigen, version: '1', ground_rules: [], privacy_line: Geen namen."
        ", source: {document: onderzoek-2020, section: eigen}, items: [{id: eigen-punt, title: P,"
        " minutes: 5, steps: [{id: eigen-stap, kind: ask, title: T, question: Q, script: [S]}]}]}",
        encoding="utf-8",
    )
    opened = open_sessions(home=tmp_path)
    id_ = opened.start("Regio", "2027-01-01", agenda_id="eigen-agenda")
    assert current_place(opened.load(id_)).step.id == "eigen-stap"
    opened.store.close()


def test_a_folder_that_cannot_be_used_is_said_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in de weg")
    with pytest.raises(StorageError, match="kan niet worden gemaakt"):
        open_sessions(home=tmp_path)
