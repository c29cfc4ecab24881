"""The conditions about what is agreed: priorities, actions, the next session, the parkeerlijst."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.conditions.registry import Finding, condition
from guide.models import Mandate
from guide.plain_text import one_line
from guide.roadmap import AgreedAction, actions, parked_points, priorities
from guide.session import Session
from guide.set_up import details

MOST_PRIORITIES = 5
FEWEST_ACTIONS_TO_SPREAD = 3


@condition("too-many-priorities")
def too_many_priorities(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """More than five priorities."""
    count = len(priorities(session))
    if count > MOST_PRIORITIES:
        yield {"count": str(count)}


@condition("priority-without-action")
def priority_without_action(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """A priority that nobody does anything for yet."""
    for each in priorities(session):
        if not each.actions:
            yield {"priority": one_line(each.body.title, 60)}


@condition("priority-without-first-year")
def priority_without_first_year(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """A priority with actions, but none in year 1."""
    for each in priorities(session):
        if each.actions and all(action.year not in (1, None) for action in each.actions):
            yield {"priority": one_line(each.body.title, 60)}


def _still_to_do(session: Session) -> list[AgreedAction]:
    """The actions without those that are done or dropped: nothing is asked about these any more."""
    return [each for each in actions(session) if not each.status.ended]


@condition("action-without-owner")
def action_without_owner(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """An action without a trekker."""
    for each in _still_to_do(session):
        if not each.body.owner:
            yield {"action": one_line(each.body.what, 60)}


@condition("action-without-date")
def action_without_date(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """An action without a moment."""
    for each in _still_to_do(session):
        if each.body.due is None and not each.body.due_words:
            yield {"action": one_line(each.body.what, 60)}


@condition("action-needs-mandate")
def action_needs_mandate(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """An action that people in the room may not decide about."""
    for each in _still_to_do(session):
        if each.body.mandate is Mandate.TO_SUBMIT:
            yield {
                "action": one_line(each.body.what, 60),
                "body": each.body.mandate_of or "het eigen bestuur",
            }


@condition("all-actions-one-party")
def all_actions_one_party(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Several actions, all with the same trekker."""
    owners = [each.body.owner for each in _still_to_do(session)]
    if len(owners) >= FEWEST_ACTIONS_TO_SPREAD and len(set(owners)) == 1 and owners[0]:
        yield {"owner": owners[0]}


@condition("no-next-session")
def no_next_session(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Nobody said when the region meets again."""
    if details(session).next_date is None:
        yield {}


@condition("parked-open")
def parked_open(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Parked points that nobody settled."""
    count = sum(1 for point in parked_points(session) if not point.outcome)
    if count:
        yield {"count": str(count)}
