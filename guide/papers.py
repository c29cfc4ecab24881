"""What the papers beside the minutes share: their title, date, file name and markers."""

from __future__ import annotations

from collections.abc import Iterable

from guide.dutch_dates import date_in_words
from guide.file_names import file_name
from guide.minutes import last_moment, marker_fields
from guide.minutes.head import subject_in_words
from guide.minutes.model import Minutes, Section
from guide.plain_text import one_line
from guide.region_time import REGION
from guide.session import Session
from guide.set_up import details

_LONGEST_NAME = 80


def paper(session: Session, name: str, status: str, sections: Iterable[Section]) -> Minutes:
    """A document called `name` with the region behind it; the same for the same session."""
    set_up = details(session)
    made = last_moment(session).astimezone(REGION)
    held = (f"Regiosessie van {date_in_words(set_up.date)}",) if set_up.date else ()
    return Minutes(
        title=f"{name} {one_line(set_up.region, _LONGEST_NAME)}".strip(),
        subject=subject_in_words(session),
        status_line=" · ".join((*held, *((status,) if status else ()))),
        made_at=made,
        file_name=file_name(session, name.lower(), "docx"),
        sections=tuple(sections),
        fields=marker_fields(set_up),
    )
