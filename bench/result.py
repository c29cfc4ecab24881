"""One row of the benchmark, how two things are timed side by side, and the table to read."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter, process_time

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured: ours against something bare, with a limit for the ratio or for ours."""

    what: str
    ours: float
    unit: str = "ms"
    bare: float | None = None
    most: float | None = None
    """The highest ratio to `bare` that is within budget; without a `bare`, the highest `ours`."""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the bare way."""
        return self.ours / self.bare if self.bare else None

    @property
    def verdict(self) -> str:
        """'within', 'over budget', or nothing when there is no budget."""
        measured = self.ours if self.bare is None else self.ratio
        if self.most is None or measured is None:
            return ""
        return "within" if measured <= self.most else "over budget"

    def cells(self) -> tuple[str, ...]:
        """The row as words."""
        limit = "" if self.most is None else f"≤ {self.most:g}"
        return (
            self.what,
            _number(self.ours, self.unit),
            "" if self.bare is None else _number(self.bare, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            limit + ("" if self.bare is not None or not limit else f" {self.unit}"),
            self.verdict,
            self.note,
        )


HEADER = ("what", "ours", "bare", "ratio", "budget", "", "note")


def _number(value: float, unit: str) -> str:
    return f"{value:.3f} {unit}" if abs(value) < 1 else f"{value:.1f} {unit}"


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    lines: list[tuple[str, ...]] = [HEADER, ("---", "---:", "---:", "---:", "---", "---", "---")]
    lines += [row.cells() for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def processor_milliseconds(work: Work) -> float:
    """How much processor time one call takes: a busy machine changes it less than the wait."""
    return _milliseconds(work, process_time)


def _milliseconds(work: Work, clock: Clock) -> float:
    start = clock()
    work()
    return (clock() - start) * 1000


def side_by_side(
    times: int,
    *works: Work,
    warm_up: int = 1,
    clock: Clock = process_time,
    tidy: bool = False,
) -> list[float]:
    """The median milliseconds of each, measured in turns so that noise falls on all of them.

    Processor time, unless another clock is given: where the disk is waited for, the wait counts.
    With `tidy` nobody pays for the memory that another left behind: for work of many milliseconds.
    """
    for work in works:
        for _ in range(warm_up):
            work()
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, found in zip(works, taken, strict=True):
            if tidy:
                gc.collect()
            found.append(_milliseconds(work, clock))
    return [statistics.median(found) for found in taken]


def waiting(times: int, *works: Work, warm_up: int = 1) -> list[float]:
    """The same by the clock on the wall."""
    return side_by_side(times, *works, warm_up=warm_up, clock=perf_counter)


def high(values: Sequence[float], share: float = 0.95) -> float:
    """The value that this share of all values stays below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
