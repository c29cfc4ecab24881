"""Measures speed and writes bench/results.md: `make bench`, or `python -m bench word fold`.

Ratios against something bare in the same run are what to look at: the milliseconds of another
machine, or of a busy one, say little. Nothing here fails: 'over budget' is said, not enforced.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import streamlit

from bench import folding, phones, recording, reruns, room, starting, word, writing, years
from bench.result import Row, table
from bench.server import ROOT

Subject = Callable[[Path], Iterator[Row]]
SUBJECTS: dict[str, Subject] = {
    "reruns": reruns.measure,
    "recording": recording.measure,
    "folding": folding.measure,
    "word": word.measure,
    "years": years.measure,
    "starting": starting.measure,
    "room": room.measure,
    "writing": writing.measure,
    "phones": phones.measure,
}
RESULTS = ROOT / "bench" / "results.md"


def main(chosen: list[str]) -> None:
    """Measure the chosen subjects, or all; only a whole run is written down."""
    start = perf_counter()
    done = {name: _measured(name) for name in SUBJECTS if not chosen or name in chosen}
    page = _page(done, perf_counter() - start)
    print(page)
    if not chosen:
        RESULTS.write_text(page, encoding="utf-8")


def _measured(name: str) -> list[Row]:
    print(f"{name} …", file=sys.stderr, flush=True)
    # As the app does once it is loaded: else the clean-up of memory looks at all of that each time.
    gc.collect()
    gc.freeze()
    scratch = ROOT / "bench" / "out"
    scratch.mkdir(exist_ok=True)
    # On the disk of the project: elsewhere a 'disk' may be memory.
    with tempfile.TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as folder:
        return list(SUBJECTS[name](Path(folder)))


def _page(done: dict[str, list[Row]], seconds: float) -> str:
    over = [row for rows in done.values() for row in rows if row.verdict == "over budget"]
    said = [
        f"over budget: {row.what} ({row.cells()[3] or row.cells()[1]}, {row.cells()[4]})"
        for row in over
    ]
    return "\n".join([
        "# Results of `make bench`",
        "",
        f"{dt.date.today().isoformat()} · {_machine()} · {seconds:.0f} s",
        "",
        "Medians. 'ours' and 'bare' were measured in turns in the same run; look at the ratio.",
        "Waits (the room, 'seen after', recording) mean little when the load is above the cores.",
        "",
        *(f"## {name}\n\n{table(rows)}\n" for name, rows in done.items()),
        "## Over budget",
        "",
        *([f"- {line}" for line in said] or ["Nothing."]),
        "",
    ])  # fmt: skip


def _machine() -> str:
    cores = f"{os.cpu_count()} cores (load {os.getloadavg()[0]:.1f})"
    system = f"{platform.system()} {platform.machine()}"
    versions = f"Python {platform.python_version()}, Streamlit {streamlit.__version__}"
    return f"{cores}, {system}, {versions}"


if __name__ == "__main__":
    main(sys.argv[1:])
