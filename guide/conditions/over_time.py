"""The conditions about earlier sessions and about the time until the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.agenda import current_place, target_label
from guide.conditions.registry import Finding, condition
from guide.content_models import StepKind
from guide.dutch_dates import date_in_words
from guide.look_back import EarlierAgreement, earlier_of, unsettled
from guide.models import ActionStatus
from guide.plain_text import one_line
from guide.roadmap import actions
from guide.session import Session
from guide.set_up import details
from guide.then_and_now import ThenAndNow, outcome_in_words, then_and_now

_OFTEN = 2


def _then_here(session: Session) -> ThenAndNow | None:
    """Then and now of the norm or theme that the conversation is at."""
    place = current_place(session)
    judges = place.step.kind in (StepKind.THEMES, StepKind.NORMS)
    return then_and_now(session, place.target) if judges and place.target else None


@condition("earlier-picture")
def earlier_picture(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """An earlier session talked about this norm, and its picture can be set beside today's."""
    found = _then_here(session)
    if found is not None and found.comparable:
        then = found.then
        words = outcome_in_words(then.outcome, then.value, nothing="nog niet samen bepaald")
        yield {
            "target": target_label(session, then.about),
            "date": date_in_words(then.held_on) if then.held_on else "datum onbekend",
            "outcome": words.lower(),
        }


@condition("earlier-changed")
def earlier_changed(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """An earlier session talked about this norm, but text or scope changed since."""
    found = _then_here(session)
    if found is not None and not found.comparable:
        yield {"target": target_label(session, found.then.about), "change": found.changed}


def _action_here(session: Session) -> EarlierAgreement | None:
    return earlier_of(session, current_place(session).target)


@condition("earlier-moved")
def earlier_moved(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """The earlier action that is being looked back at was put off more than once."""
    found = _action_here(session)
    if found is not None and found.moved >= _OFTEN:
        yield {"action": found.body.number, "count": str(found.moved)}


@condition("earlier-done-unnoticed")
def earlier_done_unnoticed(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """The earlier action is done and nobody said what came of it."""
    found = _action_here(session)
    if found is not None and found.status is ActionStatus.DONE and not found.noticed:
        yield {"action": found.body.number}


@condition("earlier-unsettled")
def earlier_unsettled(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """An earlier action that neither ended nor goes on."""
    for each in unsettled(session):
        yield {"action": f"{each.body.number} ‘{one_line(each.body.action.what, 60)}’"}


@condition("nothing-before-next-session")
def nothing_before_next_session(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """There are actions with a date, and none is due before the region meets again."""
    next_date = details(session).next_date
    dates = [each.body.due for each in actions(session) if each.body.due is not None]
    if next_date is not None and dates and min(dates) > next_date:
        yield {"date": date_in_words(next_date)}
