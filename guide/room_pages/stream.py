"""Server-sent events: the newest screen at once, then each time it changes."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from guide.errors import GuideError
from guide.room_pages.hub import Draw, Frame, Hub
from guide.room_pages.serving import in_thread, status_of
from guide.sessions import Sessions

RETRY_MILLISECONDS = 2000
# A comment would do for the line, but our script cannot see one: it tells a dead line by silence.
_BEAT = b"event: hart\ndata:\n\n"
_NEWLINE = re.compile(r"\r\n|\r|\n")
# X-Accel-Buffering: a proxy before the server may not save the events up.
_HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no", "content-language": "nl"}


@dataclass(frozen=True, slots=True)
class Following:
    """What to follow: how the screen is drawn, and how often it is at least drawn again."""

    sessions: Sessions
    session_id: str
    draw: Draw
    every: float


async def streaming(
    hub: Hub, request: Request, prepare: Callable[[Request], Following]
) -> Response:
    """The response that stays open for as long as somebody looks."""
    try:
        what = await in_thread(prepare, request)
    except GuideError as error:
        return PlainTextResponse(str(error), status_of(error), {"cache-control": "no-store"})
    events = _events(hub.follow(what.sessions, what.session_id, what.draw, what.every))
    return StreamingResponse(events, headers=_HEADERS, media_type="text/event-stream")


async def _events(following: AsyncGenerator[Frame | None, None]) -> AsyncIterator[bytes]:
    yield f"retry: {RETRY_MILLISECONDS}\n\n".encode()
    async with aclosing(following) as frames:
        async for frame in frames:
            yield _BEAT if frame is None else event_of(frame)


def event_of(frame: Frame) -> bytes:
    """A screen as an event; each line of it is a line of data."""
    lines = "".join(f"data: {line}\n" for line in _NEWLINE.split(frame.html))
    return f"id: {frame.version}\nevent: beeld\n{lines}\n".encode()
