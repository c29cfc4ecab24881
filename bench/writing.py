"""A gespreksleider and a schrijver on one session: how soon each sees what the other recorded."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from bench.browser import PATIENCE, Tab
from bench.result import Row, high
from bench.sample import new_sessions, session_with
from bench.server import our_server
from guide.entries import Note
from guide.room import Room
from guide.sessions import Sessions

NOTES = 20
MOST_MS = 2000.0


def measure(folder: Path) -> Iterator[Row]:
    """Notes come in at any moment; both tabs look as often as their page asked for."""
    sessions = new_sessions(folder)
    session_id = session_with(sessions, 500).id
    with our_server(folder / "bench.db") as server:
        seen = asyncio.run(_seen(server.port, sessions, session_id))
    sessions.store.close()
    note = f"median {statistics.median(seen):.0f} ms"
    yield Row("what one records, seen by the other, p95", high(seen), most=MOST_MS, note=note)


async def _seen(port: int, sessions: Sessions, session_id: str) -> list[float]:
    key = Room(sessions).open_note_taker(session_id).key
    tabs = [Tab(port, "gesprek", query) for query in (f"sessie={session_id}", f"schrijver={key}")]
    for tab in tabs:
        await tab.open()
        tab.keep_polling()
    seen: list[float] = []
    anywhen = Random(1)
    for number in range(NOTES):
        await asyncio.sleep(anywhen.random())
        words = f"Wat de zaal zegt, {number}."
        start = perf_counter()
        sessions.record(sessions.load(session_id), Note(text=words))
        seen += [(moment - start) * 1000 for moment in await _when_there(tabs, words)]
    for tab in tabs:
        await tab.close()
    return seen


async def _when_there(tabs: list[Tab], words: str) -> list[float]:
    return list(await asyncio.gather(*(_when(tab, words) for tab in tabs)))


async def _when(tab: Tab, words: str) -> float:
    async with asyncio.timeout(PATIENCE):
        while not any(words in part["text"] for part in tab.parts):
            await asyncio.sleep(0.01)
    return perf_counter()
