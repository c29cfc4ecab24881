"""What nearly every test needs: small content, a database and a session to talk in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.agenda import Place, places
from guide.content import load_content
from guide.content_models import Content
from guide.entries import Body
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.tiny_content import tiny_content

GoTo = Callable[..., Session]
Say = Callable[..., Session]


@pytest.fixture
def content() -> Content:
    return tiny_content()


@pytest.fixture(scope="session")
def real_content() -> Content:
    return load_content()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with the newest schema; a copy of it is a fresh one."""
    file = tmp_path_factory.mktemp("empty") / "gespreksleidraad.db"
    Store(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def store(tmp_path: Path, empty: Path) -> Iterator[Store]:
    """A fresh database, for tests that look at everything in it."""
    opened = Store(f"sqlite:///{shutil.copy(empty, tmp_path)}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for all tests that only need a session of their own: much faster."""
    opened = Store(f"sqlite:///{tmp_path_factory.mktemp('shared') / 'gespreksleidraad.db'}")
    yield opened
    opened.close()


@pytest.fixture
def sessions(shared_store: Store, content: Content) -> Sessions:
    return Sessions(shared_store, content)


@pytest.fixture
def session(sessions: Sessions) -> Session:
    return sessions.load(sessions.start("Voorbeeldregio", "2027-03-12"))


@pytest.fixture
def at(sessions: Sessions) -> GoTo:
    """Go to a step, and within it to a target: at(session, "stap-norms", "mo-8")."""

    def go(session: Session, step_id: str, target: str = "") -> Session:
        return sessions.go_to(session, place_of(session, step_id, target))

    return go


@pytest.fixture
def say(sessions: Sessions) -> Say:
    """Record these things one after another where the conversation is."""

    def record(session: Session, *bodies: Body) -> Session:
        for body in bodies:
            session = sessions.record(session, body)
        return session

    return record


def place_of(session: Session, step_id: str, target: str = "") -> Place:
    """The place of a step; its first target unless one is given."""
    return next(
        place
        for place in places(session)
        if place.step.id == step_id and target in ("", place.target)
    )
