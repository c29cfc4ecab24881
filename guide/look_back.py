"""Terugblik: what became of the actions of earlier sessions, and what goes on from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guide.entries import Action, ActionProgress, ActionReport, EarlierAction
from guide.models import ActionStatus
from guide.region_time import REGION
from guide.roadmap import AgreedAction, actions
from guide.session import Session, once
from guide.set_up import details, earlier_session

EARLIER_TARGET = "earlier-"


@dataclass(frozen=True, slots=True)
class EarlierAgreement:
    """An earlier action, what was said of it now, and the action that carries it on.

    `said_on` is the day on which this session said what became of it; None as long as it did not,
    and then status, reason and noticed are those of then.
    """

    seq: int
    body: EarlierAction
    status: ActionStatus
    reason: str
    noticed: str
    said_on: dt.date | None
    carried: AgreedAction | None
    reports: tuple[ActionReport, ...]

    @property
    def settled(self) -> bool:
        """Whether it ended or goes on: nobody has to come back to it."""
        return self.status.ended or self.carried is not None

    @property
    def moved(self) -> int:
        """How often its deadline was changed so far."""
        return self.carried.moved if self.carried else self.body.moved


@once
def earlier_actions(session: Session) -> list[EarlierAgreement]:
    """The earlier actions: those that were open first, each group in the order of then."""
    carried = {a.body.earlier: a for a in actions(session) if a.body.earlier is not None}
    reports: dict[int, list[ActionReport]] = {}
    for _, report in session.state.all(ActionReport):
        reports.setdefault(report.action, []).append(report)
    found = [
        _agreement(session, seq, body, carried.get(seq), _newest_of_each(reports.get(seq, [])))
        for seq, body in session.state.all(EarlierAction)
    ]
    return sorted(found, key=lambda each: each.body.status.ended)


def _agreement(
    session: Session,
    seq: int,
    body: EarlierAction,
    carried: AgreedAction | None,
    reports: tuple[ActionReport, ...],
) -> EarlierAgreement:
    said = session.state.newest(("action_progress", str(seq)))
    now = said.body if said and isinstance(said.body, ActionProgress) else body
    return EarlierAgreement(
        seq=seq,
        body=body,
        status=now.status,
        reason=now.reason,
        noticed=now.noticed,
        said_on=said.entry.at.astimezone(REGION).date() if said else None,
        carried=carried,
        reports=reports,
    )


def _newest_of_each(reports: list[ActionReport]) -> tuple[ActionReport, ...]:
    """One report per device: it may have said it again."""
    return tuple({report.device: report for report in reports}.values())


def earlier_of(session: Session, target: str) -> EarlierAgreement | None:
    """The earlier action behind a target such as 'earlier-12'."""
    return next(
        (each for each in earlier_actions(session) if f"{EARLIER_TARGET}{each.seq}" == target), None
    )


def still_open_then(session: Session) -> list[EarlierAgreement]:
    """What the talk walks along: the actions that had not ended when this session was made."""
    return [each for each in earlier_actions(session) if not each.body.status.ended]


def unsettled(session: Session) -> list[EarlierAgreement]:
    """The earlier actions that neither ended nor go on."""
    return [each for each in earlier_actions(session) if not each.settled]


def carried_on(session: Session, earlier: EarlierAgreement) -> Action:
    """The earlier action as a new one on this groeipad, to be looked at before it is recorded.

    Norms that this session does not know any more are left out, and years count from now.
    """
    action = earlier.body.action
    script = session.script
    known = tuple(n for n in action.norms if n in script.theme_of or n in script.elements)
    return action.model_copy(
        update={
            "norms": known,
            "priority": None,
            "year": _year_from_now(session, action),
            "earlier": earlier.seq,
        }
    )


def _year_from_now(session: Session, action: Action) -> int | None:
    then, now = earlier_session(session), details(session).date
    if action.year is None or action.due is not None:
        return None  # the deadline says which year it is
    if then is None or then.held_on is None or now is None:
        return action.year
    return max(1, action.year - round((now - then.held_on).days / 365))
