"""Being told that the server is asked to stop: it waits for open streams before it says so."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def when_the_server_stops(end: Callable[[], None]) -> None:
    """Call this in the running event loop when the server gets a signal to stop.

    What the server itself does with the signal comes after it, unchanged. Only the main thread
    hears signals; elsewhere, as in tests, nothing happens.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        before = signal.getsignal(number)
        if callable(before):
            signal.signal(number, _both(loop, end, before))


def _both(
    loop: asyncio.AbstractEventLoop,
    end: Callable[[], None],
    before: Callable[[int, FrameType | None], Any],
) -> Callable[[int, FrameType | None], Any]:
    def handle(number: int, frame: FrameType | None) -> Any:
        if not loop.is_closed():
            loop.call_soon_threadsafe(end)
        return before(number, frame)

    return handle
