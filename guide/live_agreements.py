"""What was agreed, as every device may read it back: at the end, and afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guide.content_models import StepKind
from guide.entries import Adoption
from guide.errors import InputError
from guide.models import ActionStatus
from guide.phrases import action_facts
from guide.roadmap import actions, confirmation, decisions
from guide.session import Session
from guide.set_up import active_agenda

CORRECT, WRONG = "klopt", "klopt niet"
_LAST = 4  # after the three years


@dataclass(frozen=True, slots=True)
class Agreement:
    """A decision or an action, and what this device said of it: 'klopt', 'klopt niet' or ''."""

    seq: int
    number: str
    kind: str
    text: str
    group: str
    facts: tuple[str, ...] = ()
    mine: str = ""
    my_objection: str = ""


def is_over(session: Session) -> bool:
    """Whether the last step of the agenda is done, or the minutes are vastgesteld."""
    last = active_agenda(session)[-1].item.steps[-1]
    return last.id in session.state.closed or is_adopted(session)


def is_adopted(session: Session) -> bool:
    """Whether the minutes are vastgesteld: then nobody says 'klopt niet' any more."""
    return session.state.value(("adoption",), Adoption) is not None


def is_reading_back(session: Session) -> bool:
    """Whether the conversation came to the check-out, or is over."""
    steps = [step for item in active_agenda(session) for step in item.item.steps]
    ids = [step.id for step in steps]
    ends = [step.id for step in steps if step.kind is StepKind.CHECK_OUT]
    here = session.state.step
    at_the_end = bool(ends) and here in ids and ids.index(here) >= ids.index(ends[0])
    return at_the_end or is_over(session)


def check_reading_back(session: Session) -> None:
    """Raise InputError when nobody is asked 'klopt dit?' now."""
    if is_adopted(session):
        raise InputError(
            "Het verslag is al vastgesteld.", "Neem contact op met wie de sessie organiseerde."
        )
    if not is_reading_back(session):
        raise InputError("De afspraken worden nog gemaakt.", "U leest ze aan het eind terug.")


def agreements(session: Session) -> tuple[Agreement, ...]:
    """Every decision and action that still stands, without what anybody said of it."""
    found = [
        Agreement(each.seq, each.number, "Besluit", each.body.text, "Besluiten")
        for each in decisions(session)
    ]
    going = [each for each in actions(session) if each.status is not ActionStatus.DROPPED]
    for each in sorted(going, key=lambda each: each.year or _LAST):
        group = f"Jaar {each.year}" if each.year else "Jaar nog te bepalen"
        facts = tuple(action_facts(session, each.body))
        if each.status is not ActionStatus.OPEN:
            facts += (f"Status: {each.status.label.lower()}",)
        found.append(Agreement(each.seq, each.number, "Actie", each.body.what, group, facts))
    return tuple(found)


def with_answer(session: Session, each: Agreement, device: str) -> Agreement:
    """The agreement with what this device said of it as it reads now."""
    said = confirmation(session, each.seq, device)
    if said is None:
        return each
    mine = CORRECT if said.correct else WRONG
    return replace(each, mine=mine, my_objection=said.objection)
