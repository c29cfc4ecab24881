"""The lists of the minutes: decisions, actions, parked points, follow-up and participants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from guide.dutch_dates import date_in_words
from guide.minutes.actions import actions_in_short
from guide.minutes.model import Block, Bullets, Paragraph, Section
from guide.minutes.words import (
    NO_NORM,
    NOT_FILLED_IN,
    OPEN_POINT,
    counted,
    item_name,
    list_section,
    listed,
    objection_paragraphs,
    priority_in_short,
    target_labels,
)
from guide.roadmap import (
    Agreed,
    ParkedPoint,
    actions,
    decisions,
    parked_points,
    priorities,
)
from guide.session import Session
from guide.set_up import Details, Guest, details, guests, perspective_label


def summary_sections(session: Session) -> list[Section]:
    """What was agreed in a few sentences, the besluitenlijst, and the actions in short."""
    chosen = tuple(priority_in_short(each) for each in priorities(session))
    blocks: list[Block] = [Paragraph(_summary(session))]
    if chosen:
        blocks.append(Bullets(chosen))
    return [
        Section("Samenvatting: besluiten en acties", tuple(blocks)),
        _decisions(session),
        actions_in_short(session),
    ]


def _summary(session: Session) -> str:
    agreed, every = decisions(session), actions(session)
    open_points = [point for point in parked_points(session) if not point.outcome]
    unowned = [action.number for action in every if not action.body.owner]
    said = [
        f"De deelnemers nemen {counted(len(agreed), 'besluit', 'besluiten')}, kiezen "
        f"{counted(len(priorities(session)), 'prioriteit', 'prioriteiten')} en spreken "
        f"{counted(len(every), 'actie', 'acties')} af."
    ]
    if unowned:
        said.append(f"Nog zonder trekker: {listed(unowned)}.")
    if open_points:
        said.append(f"Nog open op de parkeerlijst: {listed(p.number for p in open_points)}.")
    return " ".join(said)


def _decisions(session: Session) -> Section:
    found = decisions(session)
    return list_section(
        "Besluitenlijst",
        "Er zijn geen besluiten genomen.",
        (("Nr.", 0.6), ("Besluit", 4.0), ("Agendapunt", 1.5), ("Norm", 1.2)),
        [_decision_row(session, each) for each in found],
        "Alle besluiten met het agendapunt en de norm waar zij bij horen.",
        more=_objections(session, found),
        level=2,
    )


def _decision_row(session: Session, each: Agreed) -> tuple[str, ...]:
    step = session.state.records[each.seq].first.step
    norms = target_labels(session, each.body.norms) or NO_NORM
    return each.number, each.body.text, item_name(session, step), norms


def _objections(session: Session, found: Sequence[Agreed | ParkedPoint]) -> list[Paragraph]:
    return [p for each in found for p in objection_paragraphs(session, each.seq, each.number)]


def parked_section(session: Session) -> Section:
    """The parkeerlijst; a point without an outcome stays visible as an open point."""
    found = parked_points(session)
    return list_section(
        "Parkeerlijst",
        "Er staat niets op de parkeerlijst.",
        (("Nr.", 0.6), ("Punt", 3.5), ("Wat ermee gebeurt", 2.5)),
        [(each.number, each.body.text, each.outcome or OPEN_POINT) for each in found],
        "De geparkeerde punten en wat ermee gebeurt.",
        more=_objections(session, found),
    )


def follow_up_section(session: Session, *, adopted: bool) -> Section:
    """When the region meets again, where the actions land, and how to react to a concept."""
    set_up = details(session)
    landing: dict[str, list[str]] = {}
    for each in actions(session):
        if each.body.lands_in:
            landing.setdefault(each.body.lands_in, []).append(each.number)
    where = [f"{place}: {listed(numbers)}" for place, numbers in landing.items()]
    blocks = [Paragraph(_next_session(set_up.next_date))]
    if not adopted and _remarks(set_up):
        blocks.append(Paragraph(_remarks(set_up)))
    if not where:
        return Section("Vervolg", (*blocks, Paragraph(_NO_PLACE)))
    return Section("Vervolg", (*blocks, Paragraph(_PLACES), Bullets(tuple(where))))


_PLACES = "Deze acties komen terug in een overleg dat er al is:"
_NO_PLACE = "Er is nog niet afgesproken in welk overleg de acties terugkomen."


def _next_session(date: dt.date | None) -> str:
    if date is None:
        return "Er is nog geen datum voor de volgende regiosessie."
    return f"De volgende regiosessie is op {date_in_words(date)}."


def _remarks(set_up: Details) -> str:
    before = f" vóór {date_in_words(set_up.remarks_before)}" if set_up.remarks_before else ""
    to = f" aan {set_up.remarks_to}" if set_up.remarks_to else ""
    return f"Opmerkingen op dit conceptverslag graag{before}{to}." if before or to else ""


def participants_section(session: Session, *, names: bool) -> Section:
    """Who took part: organisation and function, with names only when that was chosen."""
    found = guests(session)
    with_names = names and any(each.body.name for each in found)
    columns = [("Organisatie", 2.0), ("Functie", 2.0), ("Perspectief", 1.5), ("Aanwezigheid", 1.5)]
    if with_names:
        columns.append(("Naam", 1.5))
    return list_section(
        "Bijlage: deelnemers",
        "Er zijn geen deelnemers vastgelegd.",
        columns,
        [_guest_row(session, each)[: len(columns)] for each in found],
        "De deelnemers met organisatie, functie, perspectief en aanwezigheid.",
    )


def _guest_row(session: Session, each: Guest) -> tuple[str, ...]:
    return (
        each.body.organisation,
        each.body.function or NOT_FILLED_IN,
        perspective_label(session, each.body.perspective),
        each.presence.label if each.presence else "Niet vastgelegd",
        each.body.name or "Niet genoemd",
    )
