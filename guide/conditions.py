"""The conditions that follow-ups in content/ may name: each finds where something asks attention.

A condition gives one finding per occurrence: the names that the follow-up's text fills in. Adding a
condition here is code; when and how it is said is content.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from guide.agenda import Place, current_place, target_label
from guide.content_models import Sector, StepKind
from guide.entries import Note, NumberOfChildren, Picks
from guide.judgements import (
    Picture,
    child_voice,
    discussed,
    judging,
    not_discussed,
    picks,
    picture,
)
from guide.models import JudgementValue, Mandate, PictureOutcome
from guide.phrases import SMALL_NUMBER
from guide.plain_text import one_line
from guide.roadmap import AgreedAction, actions, actions_about, parked_points, priorities
from guide.session import Session
from guide.set_up import details, perspectives
from guide.time_budget import time_budget

Finding = dict[str, str]
Condition = Callable[[Session, dt.datetime], Iterator[Finding]]

MOST_PRIORITIES = 5
FEWEST_ACTIONS_TO_SPREAD = 3
CONDITIONS: dict[str, Condition] = {}


def condition(name: str) -> Callable[[Condition], Condition]:
    """Register a condition under the name that content uses."""

    def register(function: Condition) -> Condition:
        CONDITIONS[name] = function
        return function

    return register


def _pictures_here(session: Session) -> list[Picture]:
    """The picture of the current norm or theme; elsewhere everything discussed."""
    place = current_place(session)
    if place.step.kind in (StepKind.THEMES, StepKind.NORMS):
        return [picture(session, place.target)] if place.target else []
    return discussed(session)


def _label(session: Session, target: str) -> str:
    return target_label(session, target)


@condition("pictures-differ")
def pictures_differ(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Two perspectives stand apart on the scale and nobody said yet how that ends."""
    for each in _pictures_here(session):
        lowest, highest = each.extremes
        if lowest and each.outcome is None:
            yield {
                "target": _label(session, each.target),
                "first": " en ".join(view.perspective.label for view in lowest),
                "last": " en ".join(view.perspective.label for view in highest),
            }


@condition("picture-open")
def picture_open(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Pictures were given, alike, but the outcome is not recorded or still open."""
    for each in _pictures_here(session):
        unsettled = each.outcome is None and not each.differs and len(each.given) > 1
        if unsettled or each.outcome is PictureOutcome.OPEN:
            yield {"target": _label(session, each.target)}


@condition("low-without-action")
def low_without_action(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """'Nog niet' or 'een begin' and no action names this norm."""
    for each in _pictures_here(session):
        if each.is_low and not actions_about(session, each.target):
            yield {"target": _label(session, each.target)}


@condition("unknown-picture")
def unknown_picture(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Somebody does not know yet."""
    for each in _pictures_here(session):
        for view in each.given:
            if view.value is JudgementValue.UNKNOWN:
                yield {
                    "target": _label(session, each.target),
                    "perspective": view.perspective.label,
                }


@condition("not-applicable-without-reason")
def not_applicable_without_reason(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """'Geldt hier niet' without a reason (ontwerp: reason required)."""
    for each in _pictures_here(session):
        for view in each.given:
            if view.value is JudgementValue.NOT_APPLICABLE and not view.remark:
                yield {"target": _label(session, each.target)}
                break


@condition("well-assured")
def well_assured(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """A shared picture that it goes well, without what makes it so."""
    for each in _pictures_here(session):
        if (
            each.shared
            and each.shared.value is JudgementValue.ASSURED
            and not each.shared.going_well
        ):
            yield {"target": _label(session, each.target)}


@condition("no-child-voice")
def no_child_voice(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """The theme is being talked about and the child was not heard on it."""
    for each in _pictures_here(session):
        theme = session.script.theme_of.get(each.target)
        if theme and each.discussed and child_voice(session, each.target) is None:
            yield {"target": _label(session, theme.id)}


@condition("chain-without-mover")
def chain_without_mover(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """A keten norm was discussed and nobody said who is aan zet."""
    for each in _pictures_here(session):
        said = each.shared is not None and bool(each.shared.mover)
        if session.script.is_chain(each.target) and each.discussed and not said:
            yield {"target": _label(session, each.target)}


@condition("norm-not-discussed")
def norm_not_discussed(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Chosen norms about which nothing was recorded."""
    missing = not_discussed(session)
    if missing:
        yield {"count": str(len(missing))}


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


@condition("open-points")
def open_points(session: Session, _: dt.datetime) -> Iterator[Finding]:
    """Pictures that are still open or unknown."""
    count = sum(1 for each in discussed(session) if is_open(each))
    if count:
        yield {"count": str(count)}


def is_open(each: Picture) -> bool:
    """Whether a picture still asks for something: open, unknown, or different without outcome."""
    unknown = any(view.value is JudgementValue.UNKNOWN for view in each.given)
    undecided = each.differs and each.outcome is None
    return each.outcome is PictureOutcome.OPEN or unknown or undecided
