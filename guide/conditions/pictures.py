"""The conditions about pictures: where they differ, are open, low or not heard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.agenda import current_place, target_label
from guide.conditions.registry import Finding, condition
from guide.content_models import StepKind
from guide.judgements import Picture, child_voice, discussed, not_discussed, picture
from guide.models import JudgementValue, PictureOutcome
from guide.roadmap import actions_about
from guide.session import Session


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
