"""Waiting for what is stored, as Playwright waits for what is shown."""

from __future__ import annotations

import time
from collections.abc import Callable


def until(holds: Callable[[], bool], seconds: float = 6.0) -> None:
    """Wait until this holds; fail when it does not within these seconds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"did not happen within {seconds} seconds"
        time.sleep(0.05)
