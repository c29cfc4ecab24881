"""Folding: from nothing, and one more entry on a state that has seen many or few."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.result import Row, processor_milliseconds, side_by_side
from bench.sample import TALK, new_sessions, session_with
from guide.entries import Entry, Note
from guide.fold import SessionState, apply, fold
from guide.models import Author
from guide.sessions import Sessions
from guide.store import now

SIZES = (50, 5000, 50_000)
MOST_TIMES_SHORT = 2.0
COLD = 5
TIMES = 2000


def measure(folder: Path) -> Iterator[Row]:
    """Cold for 5,000 entries; warm for each size, the shortest being the measure of the others."""
    sessions = new_sessions(folder)
    ids = {size: session_with(sessions, size).id for size in SIZES}
    entries = {size: sessions.store.entries_after(id_) for size, id_ in ids.items()}
    yield from _cold(sessions, ids[5000], entries[5000])
    states = {size: fold(found) for size, found in entries.items()}
    step = states[50].step
    for size in SIZES[1:]:
        more, less = _one_more(states[size], states[SIZES[0]], step)
        yield Row(
            f"one new entry after {size:,} (bare: after {SIZES[0]})",
            more,
            "ms",
            less,
            MOST_TIMES_SHORT,
        )
    sessions.store.close()


def _cold(sessions: Sessions, session_id: str, entries: Sequence[Entry]) -> Iterator[Row]:
    rows = [entry.model_dump_json() for entry in entries]
    only_fold = statistics.median(
        processor_milliseconds(lambda: fold(entries)) for _ in range(COLD)
    )
    yield Row("cold fold of 5,000 entries", only_fold)

    def load() -> None:
        Sessions(sessions.store, sessions.content).load(session_id)

    taken = side_by_side(COLD, load, lambda: [json.loads(row) for row in rows])
    yield Row(
        "opening 5,000 entries from the database (bare: json.loads)", taken[0], "ms", taken[1]
    )


def _one_more(state: SessionState, short: SessionState, step: str) -> list[float]:
    return side_by_side(
        TIMES, lambda: apply(state, _next(state, step)), lambda: apply(short, _next(short, step))
    )


def _next(state: SessionState, step: str) -> Entry:
    body = Note(text=TALK)
    return Entry.model_construct(
        seq=state.seq + 1, at=now(), key="k" * 8, author=Author.FACILITATOR, step=step, target="",
        body=body, replaces=None, answers=None,
    )  # fmt: skip
