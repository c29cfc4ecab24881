"""Session -> Minutes: the order of the document, its head and its summary. No Word in it.

Every decision, action and picture stands in full in exactly one place, so that somebody who
changes the Word file changes it once:

- decisions in the besluitenlijst, which is part of the summary because readers turn there first;
- actions in the actielijst; the summary and the groeipad give their number and first words;
- pictures in the overview of their normenkader; the stories behind them in the part on that norm.

Elsewhere, as at the agenda items, only the number stands (B01, A03, P02, K01). Private notes,
drafts, questions to the naslag and what was withdrawn are never in the minutes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from guide.dutch_dates import date_in_words
from guide.entries import Adoption
from guide.file_names import file_name
from guide.minutes.actions import actions_section
from guide.minutes.agenda import agenda_sections
from guide.minutes.head import head_section, subject_in_words
from guide.minutes.lists import (
    follow_up_section,
    parked_section,
    participants_section,
    summary_sections,
)
from guide.minutes.look_back import look_back_sections, then_and_now_sections
from guide.minutes.model import Minutes, Section
from guide.minutes.pictures import picture_sections
from guide.minutes.roadmap import roadmap_sections
from guide.plain_text import one_line
from guide.region_time import REGION
from guide.session import Session
from guide.set_up import Details, details

_FIRST_VERSION = "0.1"


@dataclass(frozen=True, slots=True)
class MinutesOptions:
    """What the reader of these minutes gets to see."""

    names: bool = False
    """Also the names of participants (CHK-P4: only with a purpose)."""
    notes: Literal["items", "summary"] = "items"
    """'items': every note under its agenda item; 'summary': only what came out."""


def make_minutes(
    session: Session, options: MinutesOptions | None = None, *, now: dt.datetime | None = None
) -> Minutes:
    """The minutes of a session as it stands; the same for the same session and the same `now`.

    Without `now` they are dated by the last thing that was recorded.
    """
    chosen = options or MinutesOptions()
    set_up = details(session)
    made = (now or last_moment(session)).astimezone(REGION)
    region = one_line(set_up.region)
    status = status_line(session, made.date())
    return Minutes(
        title=f"Verslag regiosessie {region}".strip(),
        subject=subject_in_words(session),
        status_line=status,
        made_at=made,
        file_name=file_name(session, "verslag-regiosessie", "docx"),
        sections=_sections(session, chosen),
        fields=marker_fields(set_up),
    )


def _sections(session: Session, chosen: MinutesOptions) -> tuple[Section, ...]:
    return (
        head_section(session),
        *look_back_sections(session),
        *summary_sections(session),
        *agenda_sections(session, every_note=chosen.notes == "items"),
        *picture_sections(session),
        *then_and_now_sections(session),
        *roadmap_sections(session),
        actions_section(session),
        parked_section(session),
        follow_up_section(session, adopted=adoption(session) is not None),
        participants_section(session, names=chosen.names),
    )


def adoption(session: Session) -> Adoption | None:
    """When the minutes were vastgesteld, and as which version; None while they are a concept."""
    return session.state.value(("adoption",), Adoption)


def status_line(session: Session, made: dt.date) -> str:
    """'Concept, versie 0.1 · 12 maart 2027 · kan openbaar worden (Woo)'."""
    adopted = adoption(session)
    if adopted is None:
        status = f"Concept, versie {_FIRST_VERSION} · {date_in_words(made)}"
    else:
        on = date_in_words(adopted.date)
        status = f"Vastgesteld op {on}, versie {one_line(adopted.version)}"
    return f"{status} · kan openbaar worden (Woo)"


def marker_fields(set_up: Details) -> tuple[tuple[str, str], ...]:
    """What the markers {{regio}} and {{datum}} of a house template stand for."""
    date = (("datum", date_in_words(set_up.date)),) if set_up.date else ()
    return (("regio", one_line(set_up.region)), *date)


def last_moment(session: Session) -> dt.datetime:
    """When something was last recorded or opened: files are dated by it."""
    moments = [
        version.entry.at for record in session.state.records.values() for version in record.versions
    ]
    if session.state.clock.since is not None:
        moments.append(session.state.clock.since)
    return max(moments, default=dt.datetime.fromtimestamp(0, dt.UTC))
