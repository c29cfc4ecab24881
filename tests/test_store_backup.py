"""A copy of everything, made and put back while the guide runs; a bad copy changes nothing."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from pathlib import Path

import pytest

from guide.content_models import Content
from guide.entries import Note
from guide.errors import NotFoundError, StorageError
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from guide.store_backup import back_up, put_back

MOMENT = dt.datetime(2027, 3, 12, 16, 30)


@pytest.fixture
def running(store: Store, content: Content) -> Sessions:
    """The guide as it runs, with a database of its own."""
    return Sessions(store, content)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "kopie.db"


def started(running: Sessions, *notes: str) -> Session:
    session = running.load(running.start("Voorbeeldregio", "2027-03-12"))
    for text in notes:
        session = running.record(session, Note(text=text))
    return session


def notes(session: Session) -> list[str]:
    return [body.text for _, body in session.state.all(Note)]


def test_a_copy_holds_everything_there_was(running: Sessions, copy: Path, content: Content) -> None:
    session = started(running, "a", "b")
    assert back_up(running.store.url, copy) == 1
    elsewhere = Sessions(Store(f"sqlite:///{copy}"), content)
    assert notes(elsewhere.load(session.id)) == ["a", "b"]
    elsewhere.store.close()


def test_a_copy_made_while_others_write_is_whole(running: Sessions, copy: Path) -> None:
    session = started(running)
    stop = threading.Event()

    def write() -> None:
        current = session
        while not stop.is_set():
            current = running.record(current, Note(text="nog een"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while running.newest(session.id) < 20:
            pass
        assert back_up(running.store.url, copy) == 1
    finally:
        stop.set()
        writer.join()
    with sqlite3.connect(copy) as raw:
        count, newest = raw.execute("SELECT count(*), max(seq) FROM entry").fetchone()
    raw.close()
    assert count == newest >= 20


def test_the_running_guide_shows_what_was_put_back(running: Sessions, copy: Path) -> None:
    session = started(running, "vooraf")
    back_up(running.store.url, copy)
    later = running.record(session, Note(text="achteraf"))
    newer = started(running)
    assert notes(running.load(session.id)) == ["vooraf", "achteraf"]

    count, aside = put_back(running.store.url, copy, moment=MOMENT)
    assert count == 1
    assert notes(running.load(session.id)) == ["vooraf"]
    assert running.newest(session.id) != later.state.seq
    with pytest.raises(NotFoundError):
        running.load(newer.id)

    # The same number now means something else: what was remembered may not shine through.
    running.record(running.load(session.id), Note(text="opnieuw"))
    assert notes(running.load(session.id)) == ["vooraf", "opnieuw"]

    assert aside is not None
    assert aside.name == "gespreksleidraad-voor-20270312-163000.db"
    put_back(running.store.url, aside, moment=MOMENT + dt.timedelta(hours=1))
    assert notes(running.load(session.id)) == ["vooraf", "achteraf"]


def test_a_copy_is_put_back_where_nothing_was(
    running: Sessions, copy: Path, tmp_path: Path, content: Content
) -> None:
    session = started(running, "a")
    back_up(running.store.url, copy)
    url = f"sqlite:///{tmp_path / 'nieuw.db'}"
    assert put_back(url, copy, moment=MOMENT) == (1, None)
    elsewhere = Sessions(Store(url), content)
    assert notes(elsewhere.load(session.id)) == ["a"]
    elsewhere.store.close()


def test_a_copy_of_an_older_version_gets_the_schema_of_today(
    running: Sessions, copy: Path, content: Content
) -> None:
    session = started(running, "a")
    back_up(running.store.url, copy)
    with sqlite3.connect(copy) as raw:
        raw.execute("DROP TABLE access")
        raw.execute("UPDATE alembic_version SET version_num = '0002'")
    raw.close()
    put_back(running.store.url, copy, moment=MOMENT)
    assert notes(running.load(session.id)) == ["a"]
    assert running.store.access.open_for_participants() == []


def broken(copy: Path) -> None:
    data = bytearray(copy.read_bytes())
    data[4096 : 4096 * 3] = b"\xff" * 4096 * 2
    copy.write_bytes(bytes(data))


def newer(copy: Path) -> None:
    with sqlite3.connect(copy) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()


def another_database(copy: Path) -> None:
    copy.unlink()
    with sqlite3.connect(copy) as raw:
        raw.execute("CREATE TABLE iets (x)")
    raw.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (broken, "beschadigd"),
        (newer, "nieuwere versie"),
        (another_database, "geen gegevens van de gespreksleidraad"),
        (lambda copy: copy.write_text("geen database" * 100), "beschadigd"),
        (lambda copy: copy.unlink(), "is er niet"),
    ],
)
def test_a_bad_copy_is_refused_and_changes_nothing(
    running: Sessions,
    copy: Path,
    tmp_path: Path,
    spoil: object,
    said: str,
) -> None:
    session = started(running, "a")
    back_up(running.store.url, copy)
    spoil(copy)  # type: ignore[operator]
    with pytest.raises(StorageError, match=said) as caught:
        put_back(running.store.url, copy, moment=MOMENT)
    assert caught.value.next_step
    assert notes(running.load(session.id)) == ["a"]
    assert not list(tmp_path.glob("*-voor-*"))


def test_a_copy_never_replaces_a_file(running: Sessions, copy: Path) -> None:
    started(running)
    copy.write_text("iets anders")
    with pytest.raises(StorageError, match="bestaat al"):
        back_up(running.store.url, copy)
    assert copy.read_text() == "iets anders"


def test_there_must_be_something_to_copy(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(StorageError, match="nog geen gegevens"):
        back_up(f"sqlite:///{tmp_path / 'leeg.db'}", copy)


def test_another_kind_of_database_has_its_own_tools(copy: Path) -> None:
    with pytest.raises(StorageError, match="niet in een eigen bestand") as caught:
        back_up("postgresql://host/gids", copy)
    assert "programma van uw database" in caught.value.next_step


def test_a_folder_that_cannot_be_written_to_is_said(running: Sessions, tmp_path: Path) -> None:
    started(running)
    with pytest.raises(StorageError):
        back_up(running.store.url, tmp_path / "bestaat-niet" / "kopie.db")
