"""State -> what stands on the screen now: the question in its fixed place, and the turns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from guide.agenda import Place, current_place, item_number, target_label, target_title, targets
from guide.content_models import Step, StepKind
from guide.descriptions import describe
from guide.entries import (
    ActionReport,
    Answer,
    Attendance,
    Body,
    Confirmation,
    Detail,
    Dismissal,
    Draft,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    ItemPlan,
    Joined,
    LibraryQuestion,
    Neighbours,
    Note,
    Round,
    Suggestion,
)
from guide.fold import Record
from guide.models import Author
from guide.session import Session, once
from guide.set_up import PlannedItem, agenda, all_perspectives

# More than a screen shows at once is a fold further.
MOST_TURNS = 14

# These are recorded, but are not part of the talk.
_SILENT = (
    ActionReport,
    Answer,
    Attendance,
    Confirmation,
    Detail,
    Dismissal,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    ItemPlan,
    Joined,
    Neighbours,
    Round,
    Suggestion,
)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the guide asks now."""

    place: Place
    heading: str
    about: str
    question: str
    subline: str
    script: tuple[str, ...]
    help: str
    where: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn in the conversation: who (word and symbol), what, and whether it still counts.

    A turn of the guide has no body and no record number.
    """

    seq: int
    at: dt.datetime
    speaker: str
    symbol: str
    text: str
    body: Body | None = None
    withdrawn: bool = False
    corrected: bool = False
    waiting: bool = False
    private: bool = False


def prompt(session: Session, place: Place | None = None) -> Prompt:
    """The question at a place (the current one unless given) with all that helps to ask it."""
    place = place or current_place(session)
    step, wording = place.step, session.script.wording
    question, subline, about = step.question, step.subline, ""
    if place.target:
        about = f"{target_label(session, place.target)}: {target_title(session, place.target)}"
    if place.target and step.kind is StepKind.NORMS:
        question, subline = wording.judge_question, wording.judge_subline
    elif place.target and step.kind is StepKind.THEMES:
        question, subline = wording.theme_question, wording.judge_subline
    number = item_number(session, place.item.id)
    return Prompt(
        place=place,
        heading=f"{number} {place.item.item.title}" if number else place.item.item.title,
        about=about,
        question=question,
        subline=subline,
        script=step.script,
        help=step.help,
        where=_where(session, place),
    )


def _where(session: Session, place: Place) -> str:
    steps = place.item.item.steps
    where = f"stap {steps.index(place.step) + 1} van {len(steps)}" if len(steps) > 1 else ""
    every = targets(session, place.step)
    if place.target in every and len(every) > 1:
        where += f", {every.index(place.target) + 1} van {len(every)}"
    return where


def turns(session: Session, item: PlannedItem, most: int = MOST_TURNS) -> list[Turn]:
    """The newest turns of an agenda item, oldest first: the guide asks, the room answers."""
    return _turns(session, item.id, most)


@once
def _turns(session: Session, item_id: str, most: int) -> list[Turn]:
    # By id: what a whole item holds is slow to look up by.
    item = next(each for each in agenda(session) if each.id == item_id)
    found = [
        turn
        for step in item.item.steps
        for source in (_asked_at(session, step), _said_at(session, step.id))
        for turn in islice(source, most)
    ]
    return sorted(found, key=lambda turn: (turn.at, turn.seq))[-most:]


def _asked_at(session: Session, step: Step) -> Iterator[Turn]:
    """The guide's question at every place of a step that was opened."""
    for target in ("", *targets(session, step)):
        opened = session.state.opened.get(f"{step.id}/{target}")
        if opened is not None:
            about = f"{target_label(session, target)}: {target_title(session, target)}"
            yield Turn(0, opened, Author.GUIDE.label, "", about if target else step.question)


def _said_at(session: Session, step: str) -> Iterator[Turn]:
    for record in session.state.latest_at(step):
        if not isinstance(record.body, _SILENT):
            yield _turn(session, record)


def _turn(session: Session, record: Record) -> Turn:
    body = record.body
    speaker, symbol = _speaker(session, record)
    return Turn(
        seq=record.seq,
        at=record.first.at,
        speaker=speaker,
        symbol=symbol,
        text=describe(session, body),
        body=body,
        withdrawn=record.withdrawn,
        corrected=len(record.versions) > 1,
        waiting=_is_waiting(session, record),
        private=isinstance(body, Note) and body.private,
    )


def _is_waiting(session: Session, record: Record) -> bool:
    counts = isinstance(record.body, Draft) and not record.withdrawn
    return counts and not session.state.is_answered(record.seq)


def _speaker(session: Session, record: Record) -> tuple[str, str]:
    body = record.body
    if isinstance(body, Note) and body.private:
        return "Privé, alleen voor de gespreksleider", "✎"
    if isinstance(body, LibraryQuestion | Draft):
        return Author.FACILITATOR.label, "✎"
    perspective = getattr(body, "perspective", "")
    for known in all_perspectives(session):
        if known.id == perspective:
            return known.label, known.symbol
    return "De zaal", "◎"


def waiting_drafts(session: Session) -> list[tuple[int, Draft]]:
    """The drafts nobody confirmed or put aside yet."""
    drafts = session.state.all(Draft)
    return [(seq, draft) for seq, draft in drafts if not session.state.is_answered(seq)]
