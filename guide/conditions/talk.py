"""The conditions about the talk itself: who was heard, the time, the numbers of children."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.agenda import Place, current_place
from guide.conditions.registry import Finding, condition
from guide.content_models import Sector, StepKind
from guide.entries import Note, NumberOfChildren, Picks
from guide.judgements import judging, picks, picture
from guide.phrases import SMALL_NUMBER
from guide.session import Session
from guide.set_up import perspectives
from guide.time_budget import time_budget


@condition("perspective-not-heard")
def perspective_not_heard(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """At this place some perspectives were heard and others were not."""
    place = current_place(session)
    heard = _heard(session, place)
    expected = judging(session, place.target) if place.target else perspectives(session)
    silent = [p.label for p in expected if p.id not in heard]
    if silent and (heard or place.step.hear_everyone):
        yield {"perspectives": ", ".join(silent)}


def _heard(session: Session, place: Place) -> set[str]:
    if place.step.kind in (StepKind.THEMES, StepKind.NORMS):
        return {view.perspective.id for view in picture(session, place.target).given}
    if place.step.kind is StepKind.PICK:
        return set(picks(session))
    return {
        body.perspective
        for record in session.state.latest_at(place.step.id)
        for body in (record.body,)
        if isinstance(body, Note | Picks) and body.perspective and not record.withdrawn
    }


@condition("item-over-time")
def item_over_time(session: Session, now: dt.datetime) -> Iterator[Finding]:
    """The current item takes longer than planned."""
    current = time_budget(session, now).current
    if current and current.over > 0:
        yield {"item": current.title, "minutes": str(current.over)}


@condition("time-short")
def time_short(session: Session, now: dt.datetime) -> Iterator[Finding]:
    """The rest of the agenda needs more minutes than there are left."""
    short = time_budget(session, now).short
    if short > 0:
        yield {"minutes": str(short)}


@condition("small-number")
def small_number(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """A number of children below ten can point to a family."""
    for _seq, body in session.state.all(NumberOfChildren):
        if body.count is not None and body.count < SMALL_NUMBER:
            yield {"sector": Sector(body.sector).label}


@condition("figure-without-definition")
def figure_without_definition(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """A number of children without saying who counts."""
    for _seq, body in session.state.all(NumberOfChildren):
        if body.count is not None and not body.definition:
            yield {"sector": Sector(body.sector).label}
