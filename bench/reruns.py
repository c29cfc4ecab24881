"""Redrawing the conversation page: in a real server, and its script alone without network."""

from __future__ import annotations

import asyncio
import json
import os
import statistics
from collections.abc import Iterator
from pathlib import Path

from bench.browser import Tab
from bench.result import Row, side_by_side
from bench.sample import at_kind, new_sessions, session_with
from bench.server import BARE_PAGE, ROOT, Server, bare_server, our_server
from guide.content_models import StepKind
from guide.example import start_example

PAGE = "gesprek"
MOST_TIMES_BARE = 1.5
MOST_TIMES_SHORT = 1.2
TIMES = 40


def measure(folder: Path) -> Iterator[Row]:
    """The example, 50 and 5,000 entries, each against a bare page with the same parts."""
    sessions = new_sessions(folder)
    ids = {"example": start_example(sessions)}
    ids |= {f"{size:,} entries": session_with(sessions, size).id for size in (50, 5000)}
    yield from asyncio.run(_in_a_server(folder, ids))
    yield from _script_alone(folder, ids)
    yield from _every_kind_of_step(folder, ids["5,000 entries"])
    sessions.store.close()


async def _in_a_server(folder: Path, ids: dict[str, str]) -> list[Row]:
    rows = []
    with our_server(folder / "bench.db") as server:
        tabs = {name: await _opened(server, id_) for name, id_ in ids.items()}
        for name, tab in tabs.items():
            recipe = folder / f"{name}.json"
            recipe.write_text(json.dumps(tab.parts), encoding="utf-8")
            with bare_server(folder / "bare", recipe) as other:
                bare = Tab(other.port)
                await bare.open()
                ours, theirs = await _in_turns(tab, bare)
                rows.append(Row(
                    f"rerun of the page, {name}", ours, "ms", theirs, MOST_TIMES_BARE,
                    f"{len(tab.parts)} parts, bare {len(bare.parts)}",
                ))  # fmt: skip
                await bare.close()
        short, long = await _in_turns(tabs["50 entries"], tabs["5,000 entries"])
        rows.append(Row("rerun, 5,000 entries against 50", long, "ms", short, MOST_TIMES_SHORT))
        for tab in tabs.values():
            await tab.close()
    return rows


async def _opened(server: Server, session_id: str) -> Tab:
    tab = Tab(server.port, PAGE, f"sessie={session_id}")
    await tab.open()
    await tab.rerun()
    return tab


async def _in_turns(*tabs: Tab) -> list[float]:
    taken = [[await tab.rerun() for tab in tabs] for _ in range(TIMES)]
    return [statistics.median(found) for found in zip(*taken, strict=True)]


def _script_alone(folder: Path, ids: dict[str, str]) -> Iterator[Row]:
    """The same without a server around it (streamlit.testing)."""
    from streamlit.testing.v1 import AppTest

    os.environ["GUIDE_DATABASE_URL"] = f"sqlite:///{folder / 'bench.db'}"
    for name, id_ in ids.items():
        os.environ["BENCH_RECIPE"] = str(folder / f"{name}.json")
        ours = AppTest.from_file(ROOT / "pages" / "_navigation.py", default_timeout=30)
        ours.query_params["sessie"] = id_
        ours.switch_page(str(ROOT / "pages" / "conversation.py"))
        bare = AppTest.from_file(BARE_PAGE, default_timeout=30)
        taken = side_by_side(TIMES // 2, ours.run, bare.run, warm_up=2)
        assert not [*ours.exception, *bare.exception], "a page failed"
        yield Row(f"script of the page alone, {name}", taken[0], "ms", taken[1], MOST_TIMES_BARE)


def _every_kind_of_step(folder: Path, session_id: str) -> Iterator[Row]:
    """How long each kind of step takes to redraw with 5,000 entries: the slowest ones first."""
    sessions = new_sessions(folder)
    found = asyncio.run(_at_each_step(folder, session_id))
    for kind, (taken, parts) in sorted(found.items(), key=lambda each: -each[1][0])[:4]:
        yield Row(f"rerun at a step '{kind}', 5,000 entries", taken, note=f"{parts} parts")
    sessions.store.close()


async def _at_each_step(folder: Path, session_id: str) -> dict[str, tuple[float, int]]:
    sessions = new_sessions(folder)
    found: dict[str, tuple[float, int]] = {}
    session = sessions.load(session_id)
    kinds = {step.kind for item in session.script.agenda.items for step in item.steps}
    with our_server(folder / "bench.db") as server:
        tab = await _opened(server, session_id)
        for kind in sorted(kinds):
            at_kind(sessions, sessions.load(session_id), StepKind(kind))
            await tab.rerun()
            taken = [await tab.rerun() for _ in range(8)]
            found[kind] = statistics.median(taken), len(tab.parts)
        await tab.close()
    sessions.store.close()
    return found
