"""The screens on a fresh database with the real content, and the record to look in afterwards."""

from __future__ import annotations

import datetime as dt
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
import streamlit as st

from guide.agenda import Place, places
from guide.content_models import Content
from guide.entries import Body, Slot
from guide.fold import Record as Whole
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.screens.driver import Tab

REGION, DATE = "Voorbeeldregio", "2027-03-12"

Open = Callable[..., Tab]
B = TypeVar("B", bound=Body)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with the newest schema, to copy: much faster than making one."""
    file = tmp_path_factory.mktemp("empty") / "gespreksleidraad.db"
    Store(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def database(tmp_path: Path, empty: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh database for the screens; nothing of an earlier test is remembered."""
    file = tmp_path / "gespreksleidraad.db"
    shutil.copy(empty, file)
    monkeypatch.setenv("GUIDE_DATABASE_URL", f"sqlite:///{file}")
    st.cache_resource.clear()
    st.cache_data.clear()
    yield file
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(autouse=True)
def quick_fingers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits here between two presses."""
    monkeypatch.setattr("guide.sessions._DOUBLE_CLICK", dt.timedelta(0))
    monkeypatch.setattr("pages.widgets.kept_forms._ECHO", 0.0)


@pytest.fixture(autouse=True)
def at_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The visitor sits at the computer that the guide runs on."""
    monkeypatch.setattr("pages.widgets.opened.visitor_address", lambda: None)


@pytest.fixture
def record(database: Path, real_content: Content) -> Iterator[Record]:
    """The record of one session, read and written beside the screens as another tab would."""
    store = Store(f"sqlite:///{database}")
    sessions = Sessions(store, real_content)
    yield Record(sessions, sessions.start(REGION, DATE))
    store.close()


@pytest.fixture
def open_tab(record: Record, caplog: pytest.LogCaptureFixture) -> Iterator[Open]:
    """open_tab("conversation") opens a screen of the session in a tab of its own."""
    tabs: list[Tab] = []

    def open_(screen: str, **query: str) -> Tab:
        tabs.append(Tab(screen, record.id, query))
        return tabs[-1]

    with caplog.at_level(logging.WARNING):
        yield open_
    if not any(tab.may_fail for tab in tabs):
        ours = [r.getMessage() for r in caplog.records if r.name == "gespreksleidraad"]
        assert not ours, "something went wrong behind the screens"


class Record:
    """What was recorded of one session."""

    def __init__(self, sessions: Sessions, session_id: str) -> None:
        self.sessions = sessions
        self.id = session_id

    @property
    def session(self) -> Session:
        return self.sessions.load(self.id)

    def add(self, *bodies: Body) -> int:
        """Record things as another tab would; gives the number of the last one."""
        for body in bodies:
            session = self.sessions.record(self.session, body)
        return session.state.seq

    def all(self, kind: type[B]) -> list[B]:
        """What counts of a kind, in the order it was recorded."""
        return [body for _, body in self.session.state.all(kind)]

    def only(self, kind: type[B]) -> B:
        """The one thing of a kind that counts."""
        (body,) = self.all(kind)
        return body

    def only_at(self, slot: Slot) -> Any:
        """What counts for a slot."""
        found = self.session.state.newest(slot)
        assert found is not None
        return found.body

    def history(self, kind: type[Body]) -> Whole:
        """The one record of a kind that counts, with every wording it had."""
        found = self.session.state.record(self.seq(kind))
        assert found is not None
        return found

    def seq(self, kind: type[Body]) -> int:
        """The number of the one record of a kind."""
        ((seq, _),) = self.session.state.all(kind)
        return seq

    def at(self, step: str, target: str = "") -> Place:
        """Go to a step, and within it to a target, as the gespreksleider would."""
        place = next(
            p for p in places(self.session) if p.step.id == step and target in ("", p.target)
        )
        self.sessions.go_to(self.session, place)
        return place
