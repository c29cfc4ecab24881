"""The question of a phone on a plain Streamlit page: the other way to serve a room."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import perf_counter

from bench.browser import Tab
from bench.result import Row, high
from bench.server import ROOT, bare_server

ROUNDS = 8
MIB = 1024
PLAIN_PAGE = ROOT / "bench" / "question_page.py"


async def against_plain(folder: Path, count: int) -> list[Row]:
    """The same question on a plain Streamlit page that looks every second."""
    question = folder / "question.txt"
    question.write_text("Vraag 0", encoding="utf-8")
    seen: list[float] = []
    answers: list[float] = []
    with bare_server(folder, PLAIN_PAGE) as server:
        tabs = [Tab(server.port) for _ in range(count)]
        await tabs[0].open()
        start_memory = server.memory
        await asyncio.gather(*(tab.open() for tab in tabs[1:]))
        for turn in range(1, ROUNDS + 1):
            words = f"Vraag {turn}"
            question.write_text(words, encoding="utf-8")
            asked = perf_counter()
            moments = await asyncio.gather(
                *(_sees(t, n / count, words) for n, t in enumerate(tabs))
            )
            seen += [(moment - asked) * 1000 for moment in moments]
            answers += await asyncio.gather(*(t.answer(0, turn + n) for n, t in enumerate(tabs)))
        memory = (server.memory - start_memory) / MIB
        for tab in tabs:
            await tab.close()
    name = f"plain Streamlit, {count} tabs"
    note = f"{memory:.0f} MiB for these tabs"
    return [
        Row(f"{name}: new question on every screen, p95", high(seen)),
        Row(f"{name}: answer confirmed, all in one instant, p95", high(answers), note=note),
    ]


async def _sees(tab: Tab, first: float, words: str) -> float:
    """Look every second, as the page does, until the question is there."""
    ((fragment, every),) = tab.timers.items()
    await asyncio.sleep(first * every)
    while True:
        await tab.rerun(fragment)
        if any(part["text"] == words for part in tab.parts[-3:]):
            return perf_counter()
        await asyncio.sleep(every)
