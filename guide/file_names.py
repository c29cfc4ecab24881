"""Names of the files that leave the app: dated, telling, and safe on every system."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from guide.region_time import REGION
from guide.session import Session
from guide.set_up import details

_LONGEST = 60


def file_name(session: Session, kind: str, ending: str, part: str = "") -> str:
    """'2027-03-11-agenda-voorbeeldregio-gemeente.ics'; `part` is what it holds only a part of."""
    set_up = details(session)
    moment = session.state.at or dt.datetime.fromtimestamp(0, dt.UTC)
    date = set_up.date or moment.astimezone(REGION).date()
    names = [_plain(set_up.region) or "zonder-naam", _plain(part)]
    return "-".join([date.isoformat(), kind, *filter(None, names)]) + f".{ending}"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].rstrip("-")
