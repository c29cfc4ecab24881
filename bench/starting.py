"""From starting the server to the first finished page; and reading the content.

What counts is what somebody waits for who starts the guide and looks at it in a browser. What the
start costs the processor is told beside it: it is more, but most of that is done while the browser
still fetches Streamlit's own scripts.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from time import perf_counter, sleep

from playwright.sync_api import Browser, sync_playwright

from bench.browser import Tab
from bench.result import Row
from bench.sample import new_sessions
from bench.server import ROOT, Server, bare_server, our_server
from guide.example import start_example

MOST_TIMES_BARE = 1.5
MOST_FOR_CONTENT = 150.0
TIMES, FEWEST, MOST_SECONDS = 4, 2, 20.0
LOAD = """
from time import process_time
from guide.content import load_content
start = process_time()
load_content()
print((process_time() - start) * 1000)
"""
PARSE = """
from pathlib import Path
from time import process_time
import yaml
start = process_time()
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
for file in sorted(Path("content").rglob("*.yaml")):
    yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
print((process_time() - start) * 1000)
"""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FINISHED = "[data-testid=stApp][data-test-script-state=notRunning]"
OURS, BARE = "Sessies op deze computer", "Hallo"

Starting = Callable[[], AbstractContextManager[Server]]
READING_SECONDS = 1.0
"""About what a browser needs to fetch and start Streamlit's own scripts."""


def measure(folder: Path) -> Iterator[Row]:
    """A known database, a fresh one, the conversation at once; then the content alone."""
    sessions = new_sessions(folder)
    query = f"sessie={start_example(sessions)}"
    sessions.store.close()
    numbers = count()

    def known() -> AbstractContextManager[Server]:
        return our_server(folder / "bench.db")

    def fresh() -> AbstractContextManager[Server]:
        return our_server(folder / f"fresh{next(numbers)}.db")

    def bare() -> AbstractContextManager[Server]:
        return bare_server(folder)

    yield from _in_a_browser(known, fresh, bare)
    works = [_first_page(known), _first_page(known, "gesprek", query), _first_page(fresh)]
    *ours, theirs = _in_turns(*works, _first_page(bare))
    names = ("the first page", "straight to the example", "the first page, fresh database")
    for name, (cost, wait) in zip(names, ours, strict=True):
        note = f"sent after {wait:.0f} ms, bare {theirs[1]:.0f} ms"
        yield Row(f"processor time of the start: {name}", cost, "ms", theirs[0], note=note)
    mine, bares = _in_turns(_first_visit(known, "gesprek", query), _first_visit(bare))
    yield Row("wait of the first visitor, a second after the start", mine[1], "ms", bares[1])
    loading, parsing = _in_turns(lambda: _program(LOAD), lambda: _program(PARSE))
    yield Row("load_content() in a fresh process", loading[0], most=MOST_FOR_CONTENT)
    yield Row("the same against parsing its YAML alone", loading[0], "ms", parsing[0])


def _in_a_browser(known: Starting, fresh: Starting, bare: Starting) -> Iterator[Row]:
    """What somebody sees: from starting the server to the page that is finished on the screen."""
    if CHROMIUM is None:
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        works = [
            _on_screen(browser, starting, words)
            for starting, words in ((known, OURS), (fresh, OURS), (bare, BARE))
        ]
        mine, first_time, theirs = _in_turns(*works)
        browser.close()
    name = "start to first finished page, in a browser"
    yield Row(name, mine[1], "ms", theirs[1], MOST_TIMES_BARE)
    yield Row(f"{name}, fresh database", first_time[1], "ms", theirs[1], MOST_TIMES_BARE)


def _on_screen(browser: Browser, starting: Starting, words: str) -> Callable[[], Taken]:
    """A browser that has seen nothing before, until the run is done and these words are there."""

    def once() -> Taken:
        context = browser.new_context()
        with starting() as server:
            server.wait()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.port}/")
            page.wait_for_selector(FINISHED)
            page.get_by_text(words).first.wait_for()
            wait = (perf_counter() - server.started) * 1000
        context.close()
        return wait, wait

    return once


Taken = tuple[float, float]
"""Milliseconds: of the processor (where the system tells), and on the clock."""


def _first_page(starting: Starting, page: str = "", query: str = "") -> Callable[[], Taken]:
    """From starting the process to the first finished page."""

    def once() -> Taken:
        with starting() as server:
            wait = asyncio.run(_opened(server, page, query))[1] - server.started
            return (server.processor_seconds or wait) * 1000, wait * 1000

    return once


def _first_visit(starting: Starting, page: str = "", query: str = "") -> Callable[[], Taken]:
    """What somebody waits who comes when the server has been listening a while."""

    def once() -> Taken:
        with starting() as server:
            server.wait()
            sleep(READING_SECONDS)
            used = server.processor_seconds
            begin, end = asyncio.run(_opened(server, page, query))
            return (server.processor_seconds - used) * 1000, (end - begin) * 1000

    return once


async def _opened(server: Server, page: str, query: str) -> tuple[float, float]:
    tab = Tab(server.port, page, query)
    begin, end = perf_counter(), await tab.open()
    await tab.close()
    return begin, end


def _in_turns(*works: Callable[[], Taken]) -> list[Taken]:
    for work in works:
        work()  # warms the disk, and compiles what was not compiled yet
    taken: list[list[Taken]] = []
    start = perf_counter()
    while len(taken) < FEWEST or (len(taken) < TIMES and perf_counter() - start < MOST_SECONDS):
        taken.append([work() for work in works])
    return [_medians(found) for found in zip(*taken, strict=True)]


def _medians(found: Sequence[Taken]) -> Taken:
    costs, waits = zip(*found, strict=True)
    return statistics.median(costs), statistics.median(waits)


def _program(code: str) -> Taken:
    """What a program says that it took."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return float(done.stdout), float(done.stdout)
