"""Redrawing the conversation page: in a real server, and its script alone without network.

What counts is the processor time of the server per rerun, which a busy machine changes least.
"""

from __future__ import annotations

import asyncio
import os
import statistics
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from streamlit.testing.v1 import AppTest

from bench.browser import Tab
from bench.drawing import keep_recipe
from bench.result import Row, side_by_side
from bench.sample import at_kind, new_sessions, session_with
from bench.server import BARE_PAGE, ROOT, Server, bare_server, our_server
from guide.agenda import places
from guide.content_models import StepKind
from guide.example import start_example
from guide.sessions import Sessions

MOST_TIMES_BARE = 1.5
MOST_TIMES_SHORT = 1.2
TIMES = 25
FEWER_TIMES = 15
SHORT, LONG = "50 entries", "5,000 entries"

Servers = tuple[Server, Server]
"""Ours and the bare one."""


def measure(folder: Path) -> Iterator[Row]:
    """The example, 50 and 5,000 entries, each against a bare page with the same parts."""
    sessions = new_sessions(folder)
    ids = {
        "example": start_example(sessions),
        SHORT: session_with(sessions, 50).id,
        LONG: session_with(sessions, 5000).id,
    }
    with our_server(folder / "bench.db") as ours, bare_server(folder) as bare:
        yield from asyncio.run(_whole_pages(folder, (ours, bare), ids))
        yield from asyncio.run(_each_step(folder, (ours, bare), sessions, ids[LONG]))
    yield from _script_alone(folder, ids)
    sessions.store.close()


async def _whole_pages(folder: Path, servers: Servers, ids: dict[str, str]) -> list[Row]:
    rows = []
    tabs = {name: await opened(servers[0], session_id) for name, session_id in ids.items()}
    for name, tab in tabs.items():
        rows.append(await against_bare(folder, servers, tab, f"rerun, {name}", TIMES))
    long, short = await _same_server(servers[0], tabs[LONG], tabs[SHORT])
    rows.append(Row("rerun, 5,000 entries (bare: 50)", long, "ms", short, MOST_TIMES_SHORT))
    for tab in tabs.values():
        await tab.close()
    return rows


async def _each_step(
    folder: Path, servers: Servers, sessions: Sessions, session_id: str
) -> list[Row]:
    """Every kind of step with 5,000 entries, the slowest first."""
    rows = []
    tab = await opened(servers[0], session_id)
    session = sessions.load(session_id)
    for kind in sorted({place.step.kind for place in places(session)}):
        at_kind(sessions, sessions.load(session_id), StepKind(kind))
        await tab.rerun()
        what = f"rerun, {LONG}, step '{kind}'"
        rows.append(await against_bare(folder, servers, tab, what, FEWER_TIMES))
    await tab.close()
    return sorted(rows, key=lambda row: -row.ours)


async def opened(server: Server, session_id: str, screen: str = "gesprek") -> Tab:
    """A tab that shows a screen of a session, drawn twice."""
    tab = Tab(server.port, screen, f"sessie={session_id}")
    await tab.open()
    await tab.rerun()
    return tab


async def against_bare(folder: Path, servers: Servers, tab: Tab, what: str, times: int) -> Row:
    """What a rerun costs ours, beside a bare page with the same parts."""
    ours, bare = servers
    other = Tab(bare.port, query=keep_recipe(folder, what, tab.parts))
    await other.open()
    before = ours.processor_seconds, bare.processor_seconds
    waits = await _in_turns(times, tab, other)
    used = ours.processor_seconds - before[0], bare.processor_seconds - before[1]
    await other.close()
    mine, theirs = (seconds * 1000 / times for seconds in used) if all(used) else waits
    note = f"{len(tab.parts)} parts; seen after {waits[0]:.0f} ms, bare {waits[1]:.0f} ms"
    return Row(what, mine, "ms", theirs, MOST_TIMES_BARE, note)


async def _same_server(server: Server, *tabs: Tab) -> list[float]:
    """What a rerun of each costs one server: in turns, a few reruns at a time."""
    taken: list[list[float]] = [[] for _ in tabs]
    for _ in range(TIMES // 5):
        for tab, found in zip(tabs, taken, strict=True):
            start, used = perf_counter(), server.processor_seconds
            for _ in range(10):
                await tab.rerun()
            used = server.processor_seconds - used
            found.append((used or perf_counter() - start) * 100)
    return [statistics.median(found) for found in taken]


async def _in_turns(times: int, *tabs: Tab) -> list[float]:
    taken = [[await tab.rerun() for tab in tabs] for _ in range(times)]
    return [statistics.median(found) for found in zip(*taken, strict=True)]


def _script_alone(folder: Path, ids: dict[str, str]) -> Iterator[Row]:
    """The same without a server around it (streamlit.testing)."""
    os.environ["GUIDE_DATABASE_URL"] = f"sqlite:///{folder / 'bench.db'}"
    os.environ["BENCH_RECIPES"] = str(folder)
    for name, session_id in ids.items():
        ours = AppTest.from_file(ROOT / "pages" / "_navigation.py", default_timeout=30).run()
        ours.query_params["sessie"] = session_id
        ours.switch_page("conversation.py").run()
        bare = AppTest.from_file(BARE_PAGE, default_timeout=30)
        bare.query_params["recipe"] = f"rerun, {name}"
        taken = side_by_side(TIMES // 2, ours.run, bare.run, warm_up=2)
        assert ours.chat_input, "not the conversation"
        assert bare.chat_input, "not the same page"
        yield Row(f"script alone, {name}", taken[0], "ms", taken[1], MOST_TIMES_BARE)
