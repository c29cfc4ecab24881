"""The folder with the data: made, found, or refused with what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from guide.errors import GuideError, StorageError
from guide.store import Store
from guide.store_connections import database_url


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database of the fixture `store` stands."""
    return tmp_path / "gespreksleidraad.db"


def in_dutch(error: GuideError, *words: str) -> None:
    assert all(word in error.message for word in words), error.message
    assert error.next_step.endswith(".")
    assert not any(word in str(error) for word in ("sqlite", "Error", "SELECT", "INSERT"))


@pytest.fixture
def session_id(store: Store) -> str:
    return store.create_session("{}")


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        Store(f"sqlite:///{tmp_path / 'weg' / 'x.db'}")
    in_dutch(caught.value, "kan niet worden geopend")
    assert "map" in caught.value.next_step


def test_the_folder_for_the_data_is_made_when_it_is_not_there(tmp_path: Path) -> None:
    store = Store(database_url(tmp_path / "nieuw" / "data"))
    store.close()
    assert (tmp_path / "nieuw" / "data" / "gespreksleidraad.db").is_file()


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("ik ben een bestand")
    with pytest.raises(StorageError) as caught:
        database_url(tmp_path / "data" / "hier")
    in_dutch(caught.value, "kan niet worden gemaakt")


def test_any_other_failure_of_the_database_is_said_in_dutch_too(
    store: Store, session_id: str, file: Path
) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("DROP TABLE entry")
    raw.close()
    with pytest.raises(StorageError) as caught:
        store.entries_after(session_id)
    in_dutch(caught.value, "niet gelukt", "is bewaard")
