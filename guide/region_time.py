"""The time of the region: what the clock on the wall says, wherever the server stands."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

REGION = ZoneInfo("Europe/Amsterdam")


def region_now() -> dt.datetime:
    """This moment in the Netherlands."""
    return dt.datetime.now(REGION)


def region_time(moment: dt.datetime) -> dt.time:
    """The time on the wall at a moment that knows its time zone."""
    return moment.astimezone(REGION).time()
