"""Whether a link still works, asked for all open streams together at most once a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from guide.access import Role
from guide.errors import NotFoundError
from guide.room import Room
from guide.room_pages.drawing import calm_part
from guide.room_pages.hub import Frame

_FRESH_SECONDS = 1.0
_MOST = 500


class Doors:
    """Remembers for a moment what the database said about a key."""

    def __init__(self, room: Callable[[], Room]) -> None:
        """Ask this room."""
        self._room = room
        self._seen: dict[tuple[str, Role], tuple[float, NotFoundError | None]] = {}

    def check(self, key: str, role: Role) -> None:
        """Raise NotFoundError when the link no longer works."""
        moment, problem = self._seen.get((key, role), (float("-inf"), None))
        if time.monotonic() - moment > _FRESH_SECONDS:
            problem = self._ask(key, role)
            if len(self._seen) >= _MOST:
                self._seen.clear()
            self._seen[key, role] = (time.monotonic(), problem)
        if problem is not None:
            raise problem

    def _ask(self, key: str, role: Role) -> NotFoundError | None:
        try:
            self._room().by_key(key, role)
        except NotFoundError as error:
            return error
        return None


def closed(problem: NotFoundError) -> Frame:
    """The last screen of a stream whose link no longer works."""
    return Frame("dicht", calm_part(problem), last=True)
