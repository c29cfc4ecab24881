"""An action as it stood earlier in the session: what a file said when it was made."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from guide.entries import Action, ActionProgress
from guide.fold import Record
from guide.models import ActionStatus
from guide.roadmap import AgreedAction, year_of
from guide.session import Session
from guide.set_up import details


def as_it_stood(session: Session, action: AgreedAction, stand: int) -> AgreedAction:
    """The action after that many entries of the session; it must have been there by then."""
    newest = next((each for each in _told_by(session, action, stand) if not each.withdrawn), None)
    progress = cast(ActionProgress, newest.body) if newest else None
    body = cast(Action, _until(session.state.records[action.seq], stand).body)
    return replace(
        action,
        body=body,
        year=year_of(body, details(session).date),
        status=progress.status if progress else ActionStatus.OPEN,
        reason=progress.reason if progress else "",
        noticed=progress.noticed if progress else "",
    )


def _told_by(session: Session, action: AgreedAction, stand: int) -> list[Record]:
    """What was said about its progress by then, the newest first."""
    slot = ActionProgress(action=action.seq, status=ActionStatus.OPEN).slot
    said = (session.state.records[seq] for seq in session.state.in_slot.get(slot) or ())
    return [_until(record, stand) for record in said if record.seq <= stand]


def _until(record: Record, stand: int) -> Record:
    """The record without what happened to it later.

    What was taken back and given back again after that moment counts as there; only the last of
    the two is known.
    """
    return Record(
        tuple(
            version if version.marked_by <= stand else replace(version, withdrawn=False)
            for version in record.versions
            if version.entry.seq <= stand
        )
    )
