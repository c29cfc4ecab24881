"""Where conditions are known by the name that content uses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from guide.session import Session

Finding = dict[str, str]
Condition = Callable[[Session, dt.datetime], Iterator[Finding]]

CONDITIONS: dict[str, Condition] = {}


def condition(name: str) -> Callable[[Condition], Condition]:
    """Register a condition under the name that content uses."""

    def register(function: Condition) -> Condition:
        CONDITIONS[name] = function
        return function

    return register
