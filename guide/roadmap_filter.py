"""Which actions of the groeipad somebody wants to see: of one trekker, status or norm."""

from __future__ import annotations

from dataclasses import dataclass

from guide.calendar_events import same_party
from guide.models import ActionStatus
from guide.roadmap import AgreedAction, actions, actions_about
from guide.session import Session


@dataclass(frozen=True, slots=True)
class RoadmapFilter:
    """What is asked for; '' and None ask for everything."""

    owner: str = ""
    status: ActionStatus | None = None
    norm: str = ""


def filtered(session: Session, wanted: RoadmapFilter) -> list[AgreedAction]:
    """The actions that fit everything that is asked for, in the order they were agreed."""
    about = {a.seq for a in actions_about(session, wanted.norm)} if wanted.norm else None
    return [
        action
        for action in actions(session)
        if (not wanted.owner or same_party(action.body.owner, wanted.owner))
        and wanted.status in (None, action.status)
        and (about is None or action.seq in about)
    ]


def norms_with_actions(session: Session) -> list[str]:
    """The norms and themes that actions name, in the order of the sources."""
    script = session.script
    named = {script.elements.get(n, n) for action in actions(session) for n in action.body.norms}
    return [target for target in (*script.themes, *script.norms) if target in named]
