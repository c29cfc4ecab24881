"""From starting the server to the first finished page; and reading the content."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from bench.browser import Tab
from bench.result import Row
from bench.sample import new_sessions
from bench.server import ROOT, Server, bare_server, our_server
from guide.example import start_example

MOST_TIMES_BARE = 1.5
MOST_FOR_CONTENT = 150.0
TIMES = 5
LOAD = """
from time import perf_counter
from guide.content import load_content
start = perf_counter()
load_content()
print((perf_counter() - start) * 1000)
"""
PARSE = """
from pathlib import Path
from time import perf_counter
import yaml
start = perf_counter()
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
for file in sorted(Path("content").rglob("*.yaml")):
    yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
print((perf_counter() - start) * 1000)
"""

Starting = Callable[[], AbstractContextManager[Server]]


def measure(folder: Path) -> Iterator[Row]:
    """A known database, a fresh one, the conversation at once, and the content alone."""
    sessions = new_sessions(folder)
    query = f"sessie={start_example(sessions)}"
    sessions.store.close()
    numbers = iter(range(100))
    known = _first_page(lambda: our_server(folder / "bench.db"))
    talk = _first_page(lambda: our_server(folder / "bench.db"), "gesprek", query)
    fresh = _first_page(lambda: our_server(folder / f"fresh{next(numbers)}.db"))
    bare = _first_page(lambda: bare_server(folder))
    taken = _in_turns(known, fresh, talk, bare)
    names = ("start to first page", "the same, fresh database", "the same, straight to the example")
    for name, ours in zip(names, taken[:3], strict=True):
        yield Row(name, ours, "ms", taken[3], MOST_TIMES_BARE)
    loading, parsing = _in_turns(lambda: _program(LOAD), lambda: _program(PARSE))
    yield Row("load_content() in a fresh process", loading, most=MOST_FOR_CONTENT)
    yield Row("the same against parsing its YAML alone", loading, "ms", parsing)


def _first_page(starting: Starting, page: str = "", query: str = "") -> Callable[[], float]:
    async def finished(server: Server) -> float:
        tab = Tab(server.port, page, query)
        end = await tab.open()
        await tab.close()
        return (end - server.started) * 1000

    def once() -> float:
        with starting() as server:
            return asyncio.run(finished(server))

    return once


def _in_turns(*works: Callable[[], float]) -> list[float]:
    for work in works:
        work()  # warms the disk, and compiles what was not compiled yet
    taken = [[work() for work in works] for _ in range(TIMES)]
    return [statistics.median(found) for found in zip(*taken, strict=True)]


def _program(code: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return float(done.stdout)
