"""Tabs of Streamlit: 60 that look, 30 that answer at their pace, and what a tab costs in memory.

Each tab is a session of its own: many regions on one server. In one session there are never more
than a few tabs, of the gespreksleider and the schrijver; its room is on light pages (phones.py).
"""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.browser import Tab
from bench.drawing import keep_recipe
from bench.result import Row, high
from bench.sample import new_sessions, session_with
from bench.server import Server, bare_server, our_server

LOOKING, ANSWERING, TOGETHER = 60, 30, 3
PACE = 2.0
SECONDS = 8.0
MOST_PERCENT = 15.0
MOST_MS = 120.0
FEW = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """What one server did."""

    joined: float
    memory: float
    looking: float
    answers: list[float]
    answering: float


def measure(folder: Path) -> Iterator[Row]:
    """Tabs in sessions of their own beside bare tabs; then a few in one session."""
    sessions = new_sessions(folder)
    own = [session_with(sessions, 50).id for _ in range(LOOKING)]
    shared = session_with(sessions, 50).id
    sessions.store.close()
    with our_server(folder / "bench.db") as server:
        ours = asyncio.run(_room(server, [f"sessie={each}" for each in own], folder))
    with bare_server(folder) as server:
        bare = asyncio.run(_room(server, ["recipe=room"] * LOOKING))
    with our_server(folder / "bench.db") as server:
        together = asyncio.run(_room(server, [f"sessie={shared}"] * TOGETHER))
    name = f"{LOOKING} tabs joining at once, median to first page"
    yield Row(name, ours.joined, "ms", bare.joined)
    yield Row("memory per open tab", ours.memory, "KiB", bare.memory)
    note = f"bare {bare.looking:.0f} %, looking every 2 s; ours every 3 s"
    name = f"processor, {LOOKING} tabs that only look"
    yield Row(name, ours.looking, "%", most=MOST_PERCENT, note=note)
    note = f"{_in_words(ours)}; bare p95 {high(bare.answers):.0f} ms, {_in_words(bare)}"
    name = f"answer p95, {ANSWERING} tabs in sessions of their own"
    yield Row(name, high(ours.answers), most=MOST_MS, note=note)
    name = f"answer p95, {TOGETHER} tabs in one session"
    yield Row(name, high(together.answers), most=MOST_MS, note=_in_words(together))


def _in_words(found: Measured) -> str:
    return f"median {statistics.median(found.answers):.0f} ms, processor {found.answering:.0f} %"


async def _room(server: Server, queries: list[str], recipes: Path | None = None) -> Measured:
    tabs = [Tab(server.port, "gesprek" if "sessie" in query else "", query) for query in queries]
    for tab in tabs[:FEW]:
        await tab.open()
    if recipes is not None:
        keep_recipe(recipes, "room", tabs[0].parts)
    before = server.memory
    joined = await asyncio.gather(*(_joining(tab) for tab in tabs[FEW:])) or [0.0]
    memory = (server.memory - before) / max(len(tabs[FEW:]), 1)
    for tab in tabs:
        tab.keep_polling()
        await asyncio.sleep(PACE / len(tabs))
    looking = await _processor(server, asyncio.sleep(SECONDS))
    for tab in tabs[ANSWERING:]:
        await tab.close()
    answers: list[float] = []
    everyone = asyncio.gather(
        *(_answers(tab, n, answers) for n, tab in enumerate(tabs[:ANSWERING]))
    )
    answering = await _processor(server, everyone)
    for tab in tabs[:ANSWERING]:
        await tab.close()
    return Measured(statistics.median(joined), memory, looking, answers, answering)


async def _joining(tab: Tab) -> float:
    start = perf_counter()
    return (await tab.open() - start) * 1000


async def _answers(tab: Tab, number: int, found: list[float]) -> None:
    """One answer every two seconds, spread over the room; late when the one before it is late."""
    start = perf_counter() + PACE * number / ANSWERING
    for turn in range(int(SECONDS / PACE)):
        if perf_counter() > start + 2 * SECONDS:
            break  # the server does not keep up: more of the same says nothing new
        await asyncio.sleep(max(start + turn * PACE - perf_counter(), 0))
        found.append(await tab.answer(number, turn + number))


async def _processor(server: Server, during: object) -> float:
    """Percent of one core that the server used while this lasted."""
    used, start = server.processor_seconds, perf_counter()
    await during  # type: ignore[misc]
    return 100 * (server.processor_seconds - used) / (perf_counter() - start)
