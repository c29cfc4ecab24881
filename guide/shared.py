"""What this process has one of, for the screens, the phones and the projector together."""

from __future__ import annotations

import gc
import os
import threading
from functools import lru_cache
from pathlib import Path

from guide.errors import GuideError
from guide.example import start_example
from guide.library import Library
from guide.room import Room
from guide.sessions import Sessions, open_sessions

_opening = threading.Lock()


def shared_sessions() -> Sessions:
    """The sessions of this process, opened once per database.

    An empty database gets the example session, so that a newcomer sees the product first. Raises
    ContentError or StorageError.
    """
    return shared_room().sessions


def shared_room() -> Room:
    """The room of this process: it also remembers who guesses codes."""
    with _opening:
        return _opened(os.environ.get("GUIDE_DATABASE_URL", ""), Path.cwd())


def warm_up() -> None:
    """Open everything before the first visitor asks for it; what goes wrong is said to them.

    Until now app.py kept the clean-up of memory off. What is loaded stays for good, so from here
    on it looks only at what comes after.
    """
    try:
        shared_room()
    except GuideError:
        return
    finally:
        gc.freeze()
        gc.enable()


def shared_library() -> Library:
    """The naslag of this process, indexed once, at the first search."""
    return _indexed(shared_room())


def forget_sessions() -> None:
    """Open the database anew at the next use, as after a restart."""
    with _opening:
        _opened.cache_clear()
        _indexed.cache_clear()


@lru_cache(maxsize=1)
def _opened(address: str, home: Path) -> Room:
    sessions = open_sessions(address or None, home)
    if not sessions.list():
        start_example(sessions)
    return Room(sessions)


@lru_cache(maxsize=1)
def _indexed(room: Room) -> Library:
    return Library(room.sessions.content)
