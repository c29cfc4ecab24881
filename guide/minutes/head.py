"""The head of the minutes: what, when, where, who, with which normenkaders (CHK-W1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from guide.content_models import Framework
from guide.dutch_dates import date_in_words, time_in_words
from guide.minutes.model import Column, Paragraph, Role, Section, Table
from guide.minutes.words import NOT_FILLED_IN, counted, listed
from guide.models import DetailField, Presence
from guide.plain_text import one_line
from guide.session import Session
from guide.set_up import (
    Guest,
    all_perspectives,
    details,
    frameworks,
    guests,
    parties,
    sectors,
    text,
)

_KEEP = "Bewaar dit verslag in het eigen zaaksysteem van de organisatie."


def head_section(session: Session) -> Section:
    """The table with facts, the privacy line and what these minutes are not."""
    script = session.script
    table = Table(
        (Column("Onderdeel", 1), Column("Gegevens", 3)),
        tuple((name, value or NOT_FILLED_IN) for name, value in _facts(session)),
        "Regio, datum, plaats, deelnemers en normenkaders van deze regiosessie.",
        header_column_only=True,
    )
    remarks = (
        Paragraph(script.agenda.privacy_line, "Afspraak bij dit gesprek", Role.REMARK),
        Paragraph(script.wording.minutes_disclaimer, role=Role.REMARK),
        Paragraph(_KEEP, role=Role.REMARK),
    )
    return Section("Gegevens", (table, *remarks))


def subject_in_words(session: Session) -> str:
    """What the session was about, on one line."""
    forms = listed(sector.label for sector in sectors(session))
    about = f"Kinderen in de opvang ({forms})" if forms else "Kinderen in de opvang"
    region, date = one_line(details(session).region), details(session).date
    where = f"regio {region}" if region else ""
    when = date_in_words(date) if date else ""
    return ", ".join(part for part in (about, where, when) if part)


def _facts(session: Session) -> Iterable[tuple[str, str]]:
    set_up = details(session)
    forms = listed(sector.label for sector in sectors(session))
    yield "Regio", set_up.region
    yield "Datum", date_in_words(set_up.date) if set_up.date else ""
    yield "Tijd", _times(session)
    yield "Plaats", set_up.place
    yield "Onderwerp", f"Kinderen in de opvang ({forms})" if forms else "Kinderen in de opvang"
    yield "Gespreksleider", set_up.facilitator
    yield "Verslaglegger", set_up.note_taker
    yield from _parties(session)
    yield "Aanwezig", _present(session)
    yield "Afwezig", _absent(session)
    yield "Normenkaders", "\n".join(_framework(each) for each in frameworks(session))
    yield "Zaaknummer of dossier", set_up.case_number


def _times(session: Session) -> str:
    """Only what was filled in: the usual times of a session are no fact."""
    set_up = details(session)
    start = time_in_words(set_up.start) if text(session, DetailField.START) else ""
    end = time_in_words(set_up.end) if text(session, DetailField.END) else ""
    if start and end:
        return f"van {start} tot {end}"
    return f"vanaf {start}" if start else f"tot {end}" if end else ""


def _parties(session: Session) -> Iterable[tuple[str, str]]:
    """One row per perspective that has parties."""
    found = [body for _, body in parties(session)]
    if not found:
        yield "Deelnemende partijen", ""
    for perspective in all_perspectives(session):
        names = [party.name for party in found if party.perspective == perspective.id]
        if names:
            yield f"Partijen: {perspective.label}", "\n".join(names)
    known = {perspective.id for perspective in all_perspectives(session)}
    rest = [party.name for party in found if party.perspective not in known]
    if rest:
        yield "Partijen: overig", "\n".join(rest)


def _present(session: Session) -> str:
    present = [each for each in guests(session) if each.presence is Presence.PRESENT]
    if not present:
        return "Niet vastgelegd"
    organisations = _organisations(present)
    people = counted(len(present), "deelnemer", "deelnemers")
    of = counted(len(organisations), "organisatie", "organisaties")
    return "\n".join((f"{people} van {of}:", *organisations))


def _absent(session: Session) -> str:
    away = [each for each in guests(session) if each.presence in _AWAY]
    if not away:
        known = any(each.presence for each in guests(session))
        return "Niemand afgemeld" if known else "Niet vastgelegd"
    return "\n".join(
        f"{organisation} ({presence.label.lower()})"
        for presence in _AWAY
        for organisation in _organisations([each for each in away if each.presence is presence])
    )


_AWAY = (Presence.EXCUSED, Presence.ABSENT)


def _organisations(found: Iterable[Guest]) -> list[str]:
    return list(dict.fromkeys(each.body.organisation for each in found))


def _framework(framework: Framework) -> str:
    return f"{framework.title}, {_date(framework.date)} (onze tekst: versie {framework.version})"


def _date(written: str) -> str:
    try:
        return date_in_words(dt.date.fromisoformat(written))
    except ValueError:
        return written
