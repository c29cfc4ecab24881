"""A full room: 60 tabs that look, 30 that answer at their pace, and what a tab costs in memory."""

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

LOOKING, ANSWERING = 60, 30
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
    """Everyone in one session; bare; and, to tell the two apart, everyone in a session alone."""
    sessions = new_sessions(folder)
    own = [session_with(sessions, 50).id for _ in range(LOOKING)]
    shared = session_with(sessions, 50).id
    sessions.store.close()
    with our_server(folder / "bench.db") as server:
        ours = asyncio.run(_room(server, [f"sessie={shared}"] * LOOKING, folder))
    with bare_server(folder) as server:
        bare = asyncio.run(_room(server, ["recipe=room"] * LOOKING))
    with our_server(folder / "bench.db") as server:
        alone = asyncio.run(_room(server, [f"sessie={each}" for each in own]))
    yield Row(
        f"{LOOKING} tabs joining at once, median to first page", ours.joined, "ms", bare.joined
    )
    yield Row("memory per open tab", ours.memory, "KiB", bare.memory)
    yield Row(
        f"processor, {LOOKING} tabs that only look",
        ours.looking,
        "%",
        most=MOST_PERCENT,
        note=f"bare {bare.looking:.0f} %",
    )
    for name, found in (("in one session", ours), ("each in its own session", alone)):
        p95 = high(found.answers)
        note = f"{_in_words(found)}; bare p95 {high(bare.answers):.0f} ms, {_in_words(bare)}"
        yield Row(f"answer p95, {ANSWERING} tabs {name}", p95, most=MOST_MS, note=note)


def _in_words(found: Measured) -> str:
    return f"median {statistics.median(found.answers):.0f} ms, processor {found.answering:.0f} %"


async def _room(server: Server, queries: list[str], recipes: Path | None = None) -> Measured:
    tabs = [Tab(server.port, "gesprek" if "sessie" in query else "", query) for query in queries]
    for tab in tabs[:FEW]:
        await tab.open()
    if recipes is not None:
        keep_recipe(recipes, "room", tabs[0].parts)
    before = server.memory
    joined = await asyncio.gather(*(_joining(tab) for tab in tabs[FEW:]))
    memory = (server.memory - before) / len(tabs[FEW:])
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
