"""How what comes from the room becomes entries: one delivery once, one reveal at once."""

from __future__ import annotations

import hashlib

from guide.agenda import Place, current_place, places
from guide.entries import Body, Entry, NewEntry, Round, Slot
from guide.fold import apply
from guide.models import Author, RoundForm, RoundStage
from guide.round_outcomes import agreed
from guide.rounds import OpenRound, round_at
from guide.rules import check
from guide.session import Session
from guide.store import new_key, now


def revealing(
    session: Session, round_: OpenRound, author: Author, *, joint: bool = False
) -> list[NewEntry]:
    """The entries of a reveal, made from the session as it will be just after it."""
    body = Round(form=round_.form, target=round_.target, stage=RoundStage.REVEALED, joint=joint)
    check(session, body)
    where = _where(session, round_)
    first = entry_of(body, author, place=where)
    seen = Entry(seq=session.state.seq + 1, at=now(), **dict(first))
    after = Session(session.id, session.script, apply(session.state, seen))
    shown = round_at(after, round_.form, round_.target)
    found = agreed(after, shown) if shown is not None else ()
    # By the participants: what the gespreksleider takes back then is the reveal itself.
    return [first, *(entry_of(each, Author.PARTICIPANT, place=where) for each in found)]


def _where(session: Session, round_: OpenRound) -> Place:
    """Where the talk is; what was answered at home about a theme belongs to that theme."""
    here = current_place(session)
    if round_.form is not RoundForm.PICTURE or round_.target == here.target:
        return here
    return next((place for place in places(session) if place.target == round_.target), here)


def entry_of(body: Body, author: Author, *, place: Place | None = None, key: str = "") -> NewEntry:
    """An entry that is made at a place of the agenda, or outside it."""
    return NewEntry(
        key=key or new_key(),
        author=author,
        step=place.step.id if place else "",
        target=place.target if place else "",
        body=body,  # type: ignore[arg-type]  # NewEntry validates that it is one of the kinds
    )


def delivery_key(body: Body, delivery: str) -> str:
    """The key of one delivery of this by the device that is named in it; '' without a delivery.

    No other device can use it up, and another answer from the same page is another delivery.
    """
    if not delivery:
        return ""
    said = f"{delivery}:{body.model_dump_json()}"
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:40]


def is_known(session: Session, slot: Slot, key: str) -> bool:
    """Whether this very delivery arrived before, also when the answer was changed since."""
    seqs = session.state.in_slot.get(slot) or ()
    return any(session.state.records[seq].first.key == key for seq in seqs)
