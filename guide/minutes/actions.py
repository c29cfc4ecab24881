"""The actions in the minutes: in short for the summary, and in full in the actielijst."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.minutes.model import Paragraph, Section
from guide.minutes.words import (
    NO_NORM,
    TO_DECIDE,
    in_short,
    labelled,
    lines,
    list_section,
    objection_paragraphs,
    target_labels,
)
from guide.phrases import due_in_words, mandate_in_words
from guide.roadmap import AgreedAction, actions, priorities
from guide.session import Session

_IN_FULL = "De acties staan volledig in de actielijst."
_NONE = "Er zijn geen acties afgesproken."


def actions_in_short(session: Session) -> Section:
    """The actions by number and first words, with trekker and moment."""
    found = _in_order(session)
    return list_section(
        "Acties in het kort",
        _NONE,
        (("Actie", 3.0), ("Trekker", 2.0), ("Klaar", 1.4)),
        [(in_short(each), each.body.owner or TO_DECIDE, _due(each)) for each in found],
        "De acties met hun nummer, trekker en moment.",
        more=(Paragraph(_IN_FULL),),
        level=2,
    )


def _in_order(session: Session) -> list[AgreedAction]:
    """By year, then by deadline; what has none comes last."""
    return sorted(
        actions(session),
        key=lambda each: (each.year or 4, each.body.due or dt.date.max, each.number),
    )


def _due(each: AgreedAction) -> str:
    return due_in_words(each.body.due, each.body.due_words) or TO_DECIDE


def actions_section(session: Session) -> Section:
    """The actielijst, with what does not fit in its columns below it."""
    found = _in_order(session)
    extra = [
        paragraph
        for each in found
        for paragraph in (*_more(each), *objection_paragraphs(session, each.seq, each.number))
    ]
    return list_section(
        "Actielijst",
        _NONE,
        _ACTION_COLUMNS,
        [_action_row(session, each) for each in found],
        "Alle acties met trekker, moment, norm, resultaat, mandaat en status.",
        more=extra,
        landscape=True,
    )


_ACTION_COLUMNS = (
    ("Nr.", 0.6), ("Wat", 3.2), ("Trekker", 1.8), ("Met wie", 1.6), ("Klaar", 1.3), ("Jaar", 0.9),
    ("Norm of prioriteit", 1.7), ("Waaraan zien we het", 2.2), ("Mandaat", 1.3), ("Status", 1.0),
)  # fmt: skip


def _action_row(session: Session, each: AgreedAction) -> tuple[str, ...]:
    body = each.body
    return (
        each.number,
        body.what,
        body.owner or TO_DECIDE,
        body.partners or "Niet genoemd",
        _due(each),
        str(each.year) if each.year else TO_DECIDE,
        _belongs_to(session, each),
        body.sign or TO_DECIDE,
        mandate_in_words(body),
        lines(each.status.label, each.reason),
    )


def _belongs_to(session: Session, each: AgreedAction) -> str:
    priority = [p.number for p in priorities(session) if p.seq == each.body.priority]
    return lines(*priority, target_labels(session, each.body.norms)) or NO_NORM


def _more(each: AgreedAction) -> Iterator[Paragraph]:
    body = each.body
    text = lines(
        labelled("Waar", body.where),
        labelled("Wat is nodig", body.needs),
        labelled("Terugkijken", body.review),
    )
    if text:
        yield Paragraph(text, each.number)
