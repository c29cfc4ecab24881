"""The doors in the database: one per session and role, gone with their session."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from guide.access import Access, Role
from guide.errors import NotFoundError, StorageError
from guide.store import Store

PARTICIPANT, PROJECTOR = Role.PARTICIPANT, Role.PROJECTOR


@pytest.fixture
def door(store: Store) -> Access:
    made = Access(store.create_session("{}"), PARTICIPANT, "sleutel-1", "K7MX4R", True)
    store.access.save(made)
    return made


def test_a_door_is_found_by_its_session_and_by_its_key(store: Store, door: Access) -> None:
    assert store.access.of(door.session_id, PARTICIPANT) == door
    assert store.access.of_key("sleutel-1") == door
    assert store.access.of(door.session_id, PROJECTOR) is None
    assert store.access.of_key("sleutel-2") is None


def test_a_newer_door_takes_the_place_of_the_older_one(store: Store, door: Access) -> None:
    newer = replace(door, key="sleutel-2", code="B2C3D4")
    store.access.save(newer)
    assert store.access.of(door.session_id, PARTICIPANT) == newer
    assert store.access.of_key("sleutel-1") is None


def test_only_open_doors_of_participants_can_be_opened_with_a_code(
    store: Store, door: Access
) -> None:
    store.access.save(Access(door.session_id, PROJECTOR, "sleutel-3", "", True))
    assert store.access.open_for_participants() == [door]
    store.access.set_open(door.session_id, PARTICIPANT, is_open=False)
    assert store.access.open_for_participants() == []
    assert store.access.of_key("sleutel-1") == replace(door, is_open=False)
    assert store.access.of_key("sleutel-3") is not None


def test_a_door_to_a_session_that_is_gone_is_not_kept(store: Store, door: Access) -> None:
    store.delete_session(door.session_id)
    assert store.access.of_key("sleutel-1") is None
    with pytest.raises(NotFoundError):
        store.access.save(door)


def test_what_goes_wrong_is_said_in_dutch(
    store: Store, door: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_connection_left() -> None:
        raise sa.exc.TimeoutError("QueuePool limit of size 8 reached")

    monkeypatch.setattr(store.connections.engine, "connect", no_connection_left)
    with pytest.raises(StorageError, match="niet gelukt"):
        store.access.of_key("sleutel-1")
