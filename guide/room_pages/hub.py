"""One look at the database for everybody who follows a session, however many phones there are.

While anybody listens to a session, one task asks every half second for its newest number. Only
when that changed the session is loaded, everyone's screen is drawn in one go in a thread, and those
whose screen differs from what they saw are woken. What changes without a new entry (a clock, a
closed door) is seen because each screen is also drawn again after a while.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool

from guide.errors import GuideError, NotFoundError
from guide.room_pages.stopping import when_the_server_stops
from guide.session import Session
from guide.sessions import Sessions

PAUSE = 0.5
HEARTBEAT = 15.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen as it is now; equal versions look equal. The last one ends the stream."""

    version: str
    html: str
    last: bool = False


Draw = Callable[[Session], Frame]


@dataclass(eq=False, slots=True)
class _Listener:
    """One open stream: how its screen is drawn, and the newest frame it did not send yet."""

    draw: Draw
    every: float
    drawn: Frame | None = None
    drawn_at: float = 0.0
    waiting: Frame | None = None
    broken: bool = False
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def is_due(self) -> bool:
        """Whether it was not drawn for a while."""
        return self.drawn is None or time.monotonic() - self.drawn_at >= self.every

    def take(self) -> Frame | None:
        """The newest frame, once."""
        frame, self.waiting = self.waiting, None
        self.woken.clear()
        return frame


class _Channel:
    """Everybody who follows one session, and the one task that looks for them."""

    def __init__(self, session_id: str, sessions: Sessions, pause: float) -> None:
        self._session_id = session_id
        self._sessions = sessions
        self._pause = pause
        self._session: Session | None = None
        self._poked = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.listeners: set[_Listener] = set()

    def join(self, listener: _Listener) -> None:
        self.listeners.add(listener)
        self._poked.set()
        if self._task is None:
            self._task = asyncio.create_task(self._watch())

    def leave(self, listener: _Listener) -> None:
        self.listeners.discard(listener)
        if not self.listeners and self._task is not None:
            self._task.cancel()
            self._task = None

    async def _watch(self) -> None:
        while True:
            self._poked.clear()
            here = tuple(self.listeners)
            for listener, frame in await run_in_threadpool(self._look, here):
                listener.drawn = listener.waiting = frame
                listener.woken.set()
            for listener in here:
                if listener.broken:
                    listener.woken.set()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._poked.wait(), self._pause)

    def _look(self, here: tuple[_Listener, ...]) -> list[tuple[_Listener, Frame]]:
        """The screens that changed. In a thread: nothing here waits for the event loop."""
        try:
            everyone = self._is_news()
        except GuideError as error:
            log.warning("following a session: %s", type(error).__name__)
            for listener in here:
                listener.broken = isinstance(error, NotFoundError)
            return []
        found = []
        for listener in here:
            if everyone or listener.is_due():
                frame = self._drawn(listener)
                if frame is not None and frame != listener.drawn:
                    found.append((listener, frame))
        return found

    def _is_news(self) -> bool:
        """Whether something was recorded since the last look."""
        seen = self._session
        if seen is not None and self._sessions.newest(self._session_id) == seen.state.seq:
            return False
        self._session = self._sessions.load(self._session_id)
        return True

    def _drawn(self, listener: _Listener) -> Frame | None:
        assert self._session is not None  # noqa: S101 - looked at before anything is drawn
        listener.drawn_at = time.monotonic()
        try:
            return listener.draw(self._session)
        except Exception as error:  # one screen that cannot be drawn may not stop the others
            log.error("drawing a screen: %s", type(error).__name__)
            listener.broken = True
            return None


class Hub:
    """Lets any number of streams follow sessions; serves one event loop."""

    def __init__(self, pause: float = PAUSE, heartbeat: float = HEARTBEAT) -> None:
        """Look this often (seconds), and break a silence after this long."""
        self._pause = pause
        self._heartbeat = heartbeat
        self._channels: dict[str, _Channel] = {}
        self._stopping = False
        self._hears_the_stop = False

    @property
    def listening(self) -> int:
        """How many streams are open."""
        return sum(len(channel.listeners) for channel in self._channels.values())

    async def follow(
        self, sessions: Sessions, session_id: str, draw: Draw, every: float = 10.0
    ) -> AsyncGenerator[Frame | None, None]:
        """The screen as it is now, then each time it changes; None after a silence.

        It is drawn when something was recorded, and otherwise once in `every` seconds.
        """
        if not self._hears_the_stop:
            self._hears_the_stop = True
            when_the_server_stops(self.stop)
        listener = _Listener(draw, every)
        channel = self._channels.get(session_id)
        if channel is None:
            channel = _Channel(session_id, sessions, self._pause)
            self._channels[session_id] = channel
        channel.join(listener)
        try:
            while not (self._stopping or listener.broken):
                frame = await self._next(listener)
                yield frame
                if frame is not None and frame.last:
                    return
        finally:
            channel.leave(listener)
            if not channel.listeners and self._channels.get(session_id) is channel:
                del self._channels[session_id]

    async def _next(self, listener: _Listener) -> Frame | None:
        with suppress(TimeoutError):
            await asyncio.wait_for(listener.woken.wait(), self._heartbeat)
        return listener.take()

    def stop(self) -> None:
        """End every stream, so that the server need not wait for them."""
        self._stopping = True
        for channel in self._channels.values():
            for listener in channel.listeners:
                listener.woken.set()
