"""What a device may report of earlier actions, before and during the Terugblik."""

from __future__ import annotations

from dataclasses import replace

from guide.agenda import current_place, places
from guide.content_models import StepKind
from guide.entries import ActionReport
from guide.errors import InputError
from guide.live_models import Option, Reporting
from guide.look_back import EarlierAgreement, still_open_then
from guide.models import ActionStatus
from guide.phrases import earlier_facts
from guide.session import Session, once


@once
def reporting(session: Session) -> tuple[Reporting, ...]:
    """The earlier actions that nobody has settled yet; () when the talk has gone past them."""
    if not _is_asked(session):
        return ()
    waiting = [each for each in still_open_then(session) if not each.settled]
    return tuple(_one(session, each) for each in waiting)


def check_reporting(session: Session, action: int) -> None:
    """Raise InputError when nothing is asked about this earlier action any more."""
    if action not in {each.seq for each in reporting(session)}:
        raise InputError("Deze actie is al besproken.", "Vertel het in het gesprek.")


def with_report(session: Session, each: Reporting, device: str) -> Reporting:
    """The action with what this device said of it."""
    slot = ("action_report", str(each.seq), device)
    said = session.state.value(slot, ActionReport)
    return replace(each, mine=said.status.value, my_noticed=said.noticed) if said else each


def _is_asked(session: Session) -> bool:
    """Until the talk has passed the Terugblik; also when it has not begun."""
    every = places(session)
    last = max((n for n, p in enumerate(every) if p.step.kind is StepKind.LOOK_BACK), default=-1)
    here = current_place(session)
    now = next((n for n, p in enumerate(every) if p == here), 0)
    return now <= last


def _one(session: Session, each: EarlierAgreement) -> Reporting:
    return Reporting(
        seq=each.seq,
        number=each.body.number,
        text=each.body.action.what,
        facts=tuple(earlier_facts(session, each)),
        options=tuple(Option(status.value, status.label) for status in ActionStatus),
    )
