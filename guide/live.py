"""Session -> what a phone or the public screen shows now; nothing else ever reaches them.

No private notes, no words for the gespreksleider, no suggestions of others, no names, no totals
over perspectives, and nothing about any answer before the reveal.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from guide.access import Access, spoken_code
from guide.content_models import Perspective
from guide.conversation import prompt
from guide.dutch_dates import time_in_words
from guide.judgements import picture
from guide.live_agreements import Agreement, agreements, is_over, is_reading_back, with_answer
from guide.live_earlier import reporting, with_report
from guide.live_models import (
    Choice,
    Option,
    PerspectiveSpread,
    PhoneRound,
    PhoneView,
    ProjectorRound,
    ProjectorView,
    Told,
    stamped,
)
from guide.live_rounds import Shown, for_device, projector_round, rounds_for_phones
from guide.region_time import REGION
from guide.roadmap import parked_points, priority_of
from guide.rounds import place_of, stands_out
from guide.session import Session, once
from guide.set_up import details, parties, perspectives
from guide.time_budget import time_budget

__all__ = [
    "Agreement",
    "Choice",
    "Option",
    "PerspectiveSpread",
    "PhoneRound",
    "PhoneView",
    "ProjectorRound",
    "ProjectorView",
    "Told",
    "phone_view",
    "projector_view",
]

_MOST_ACTIONS = 5


@dataclass(frozen=True, slots=True)
class _Everyone:
    """What all phones of a session have in common, worked out once for all of them."""

    blank: PhoneView
    shown: tuple[Shown, ...]
    risky: frozenset[str]


def phone_view(session: Session, device: str) -> PhoneView:
    """The screen of one phone; a device that does not take part yet has no answers to give."""
    common = _everyone(session)
    place = place_of(session, device)
    who = place.perspective if place is not None else ""
    mine = next((each for each in common.blank.perspectives if each.id == who), None)
    if mine is None:
        return stamped(common.blank)
    risky = mine.id in common.risky
    return stamped(
        replace(
            common.blank,
            joined=mine,
            rounds=for_device(session, device, mine.id, common.shown, risky=risky),
            earlier=tuple(with_report(session, each, device) for each in common.blank.earlier),
            agreements=tuple(
                with_answer(session, each, device) for each in common.blank.agreements
            ),
        )
    )


@once
def _everyone(session: Session) -> _Everyone:
    every = perspectives(session)
    risky = frozenset(each.id for each in every if stands_out(session, each.id))
    return _Everyone(_blank(session), rounds_for_phones(session), risky)


def _blank(session: Session) -> PhoneView:
    now = prompt(session)
    return PhoneView(
        seq=session.state.seq,
        region=details(session).region,
        heading=now.heading,
        question=now.question,
        subline=now.subline,
        about=now.about,
        about_text=_explanation(session, now.place.target),
        joined=None,
        perspectives=tuple(_choice(each) for each in perspectives(session)),
        organisations=tuple((party.perspective, party.name) for _, party in parties(session)),
        rounds=(),
        earlier=reporting(session),
        agreements=agreements(session) if is_reading_back(session) else (),
        done=is_over(session),
    )


def _choice(perspective: Perspective) -> Choice:
    return Choice(perspective.id, perspective.label, perspective.symbol)


def _explanation(session: Session, target: str) -> str:
    """What a norm, theme or priority means, in a few plain sentences."""
    norm, theme = session.script.norm_of(target), session.script.themes.get(target)
    if norm is not None:
        return norm.explanation
    if theme is not None:
        return theme.goal
    priority = priority_of(session, target)
    return priority.body.goal if priority else ""


def projector_view(
    session: Session, now: dt.datetime, joining: Access | None = None, address: str = ""
) -> ProjectorView:
    """The public screen at this moment.

    The code and the address where to type it are only there while joining is open.
    """
    asked_now = prompt(session)
    is_open = joining is not None and joining.is_open
    agreed = [each for each in agreements(session) if each.kind == "Actie"]
    return stamped(
        ProjectorView(
            seq=session.state.seq,
            region=details(session).region,
            heading=asked_now.heading,
            where=asked_now.where,
            question=asked_now.question,
            subline=asked_now.subline,
            about=asked_now.about,
            round=projector_round(session),
            shared=_shared(session, asked_now.place.target),
            actions=tuple(agreed[::-1][:_MOST_ACTIONS]),
            parked=sum(1 for point in parked_points(session) if not point.outcome),
            code=spoken_code(joining.code) if joining is not None and is_open else "",
            address=address if is_open else "",
            clock=_clock(session, now),
        )
    )


def _shared(session: Session, target: str) -> str:
    """How the talk about this norm or theme ended: 'Gedeeld beeld: Grotendeels'."""
    if target not in session.script.theme_of:
        return ""
    shared = picture(session, target).shared
    if shared is None:
        return ""
    return f"{shared.outcome.label}: {shared.value.label}" if shared.value else shared.outcome.label


def _clock(session: Session, now: dt.datetime) -> str:
    """The time and, on the day itself, the minutes left; it informs and never alarms."""
    moment = now.astimezone(REGION)
    budget = time_budget(session, moment)
    words = [time_in_words(moment.time())]
    if budget.paused:
        words.append("pauze")
    elif budget.available is not None:
        words.append(f"nog {budget.available} min.")
    return " · ".join(words)
