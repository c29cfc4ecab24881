"""Where the conversation is and where it can go: items, steps and what a step walks along."""

from __future__ import annotations

from dataclasses import dataclass

from guide.content_models import Step, StepKind
from guide.judgements import chosen_norms, picked, session_themes
from guide.look_back import EARLIER_TARGET, earlier_of, still_open_then
from guide.roadmap import PRIORITY_TARGET, priorities
from guide.session import Session, once
from guide.set_up import PlannedItem, active_agenda, agenda


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the conversation: a step, and what it is about right now ('' for nothing)."""

    item: PlannedItem
    step: Step
    target: str = ""


def targets(session: Session, step: Step) -> tuple[str, ...]:
    """What a step walks along: themes, norms, priorities, earlier actions; () when nothing."""
    match step.kind:
        case StepKind.THEMES:
            return tuple(theme.id for theme in session_themes(session))
        case StepKind.NORMS:
            return chosen_norms(session)
        case StepKind.WEIGH:
            return picked(session)
        case StepKind.USE | StepKind.AGREE:
            return tuple(f"{PRIORITY_TARGET}{p.seq}" for p in priorities(session))
        case StepKind.LOOK_BACK:
            return tuple(f"{EARLIER_TARGET}{each.seq}" for each in still_open_then(session))
        case _:
            return ()


@once
def places(session: Session) -> list[Place]:
    """Every place of the session in order."""
    return [
        Place(item, step, target)
        for item in active_agenda(session)
        for step in item.item.steps
        for target in targets(session, step) or ("",)
    ]


@once
def current_place(session: Session) -> Place:
    """Where the conversation is; its very beginning when nothing was opened yet."""
    state = session.state
    for item in agenda(session):
        for step in item.item.steps:
            if step.id == state.step:
                return Place(item, step, _valid_target(session, step, state.target))
    return places(session)[0]


def _valid_target(session: Session, step: Step, target: str) -> str:
    """The target, or the first one of the step when it is no longer there."""
    possible = targets(session, step)
    return target if target in possible else next(iter(possible), "")


def neighbour(session: Session, offset: int) -> Place | None:
    """The place that many places further (or back); None past either end."""
    every, here = places(session), current_place(session)
    where = next((n for n, place in enumerate(every) if _same(place, here)), None)
    if where is None:
        # Its item was switched off: count from the gap that it left.
        gap = sum(place.item.order < here.item.order for place in every)
        where = gap - 1 if offset > 0 else gap
    return every[where + offset] if 0 <= where + offset < len(every) else None


def _same(one: Place, other: Place) -> bool:
    return (one.step.id, one.target) == (other.step.id, other.target)


def first_of_item(session: Session, item_id: str) -> Place | None:
    """The first place of an agenda item."""
    return next((place for place in places(session) if place.item.id == item_id), None)


def item_of_step(session: Session, step_id: str) -> PlannedItem | None:
    """The agenda item that a step belongs to."""
    return next(
        (item for item in agenda(session) if any(s.id == step_id for s in item.item.steps)), None
    )


def item_number(session: Session, item_id: str) -> int:
    """The number of an active agenda item, counted from 1; 0 when it is switched off."""
    ids = [item.id for item in active_agenda(session)]
    return ids.index(item_id) + 1 if item_id in ids else 0


def target_label(session: Session, target: str) -> str:
    """A target as people call it: 'Norm 8 MO', 'Thema 2 MO', 'Prioriteit P01', 'Actie A03'."""
    if target.startswith(EARLIER_TARGET):
        earlier = earlier_of(session, target)
        return f"Eerdere actie {earlier.body.number}" if earlier else "Eerdere actie"
    if target.startswith(PRIORITY_TARGET):
        found = next(
            (p for p in priorities(session) if f"{PRIORITY_TARGET}{p.seq}" == target), None
        )
        return f"Prioriteit {found.number}" if found else "Prioriteit"
    return session.script.label(target)


def target_title(session: Session, target: str) -> str:
    """The heading of a target."""
    if target.startswith(EARLIER_TARGET):
        earlier = earlier_of(session, target)
        return earlier.body.action.what if earlier else ""
    if target.startswith(PRIORITY_TARGET):
        titles = {f"{PRIORITY_TARGET}{p.seq}": p.body.title for p in priorities(session)}
        return titles.get(target, "")
    return session.script.title(target)
