"""Which rounds a phone and the public screen show now, and what they may know of the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guide.agenda import Place, current_place
from guide.content_models import StepKind
from guide.live_models import PhoneRound, ProjectorRound
from guide.models import RoundForm, RoundStage
from guide.room_rules import most
from guide.round_words import (
    IS_RECOGNISABLE,
    MAY_BE_RECOGNISED,
    about,
    options,
    question_of,
    spread_in_words,
    who_tells_first,
)
from guide.rounds import OpenRound, answer_of, answered_count, asked, rounds
from guide.session import Session

# Steps where a round can be asked that is about something else than the place itself.
_ASKING = (StepKind.CHOOSE, StepKind.PICK, StepKind.WEIGH, StepKind.PRIORITISE, StepKind.AGREE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A round as every phone may show it, and the perspectives it is for."""

    round: OpenRound
    blank: PhoneRound
    asked: frozenset[str]


def rounds_for_phones(session: Session) -> tuple[Shown, ...]:
    """What is asked, the present question first, and what was revealed at this place."""
    place = current_place(session)
    here = [each for each in rounds(session) if _is_at(session, each, place)]
    elsewhere = [each for each in rounds(session) if each not in here]
    waiting = [each for each in elsewhere if each.stage is RoundStage.OPEN]
    return (
        *(_shown(session, each) for each in here),
        *(_shown(session, each, ahead=each.target in session.script.themes) for each in waiting),
    )


def _shown(session: Session, round_: OpenRound, *, ahead: bool = False) -> Shown:
    blank = PhoneRound(
        seq=round_.seq,
        form=round_.form,
        target=round_.target,
        stage=round_.stage,
        question=question_of(session, round_),
        about=about(session, round_.target),
        options=options(session, round_.form),
        mine=(),
        my_remark="",
        most=most(round_.form),
        ahead=ahead,
        spread_words=tuple(
            f"{each.symbol} {each.label}: {each.words}" for each in spread_in_words(session, round_)
        ),
    )
    return Shown(round_, blank, frozenset(p.id for p in asked(session, round_.form, round_.target)))


def for_device(
    session: Session, device: str, perspective: str, shown: tuple[Shown, ...], *, risky: bool
) -> tuple[PhoneRound, ...]:
    """The rounds as one device sees them: with its own answers, and only what it is asked."""
    return tuple(
        _own(session, device, each, risky=risky)
        for each in shown
        if each.round.stage is RoundStage.REVEALED or perspective in each.asked
    )


def _own(session: Session, device: str, shown: Shown, *, risky: bool) -> PhoneRound:
    answer = answer_of(session, shown.round, device)
    is_open = shown.round.stage is RoundStage.OPEN
    return replace(
        shown.blank,
        mine=answer.values if answer else (),
        my_remark=answer.remark if answer else "",
        notice=MAY_BE_RECOGNISED if risky and is_open else "",
    )


def _is_at(session: Session, round_: OpenRound, place: Place) -> bool:
    """Whether a round is about this place, or was asked or revealed there."""
    is_top_three = round_.form is RoundForm.PICKS and place.step.kind is StepKind.PICK
    if is_top_three or (round_.target and round_.target == place.target):
        return True
    entry = session.state.records[round_.seq].first
    asked_here = (entry.step, entry.target) == (place.step.id, place.target)
    return asked_here and place.step.kind in _ASKING


def projector_round(session: Session) -> ProjectorRound | None:
    """The newest round at this place: only how many answered, until the reveal."""
    place = current_place(session)
    here = [each for each in rounds(session) if _is_at(session, each, place)]
    if not here:
        return None
    round_ = max(here, key=lambda each: each.seq)
    spread = spread_in_words(session, round_)
    is_picture = round_.form is RoundForm.PICTURE
    return ProjectorRound(
        seq=round_.seq,
        form=round_.form,
        stage=round_.stage,
        question=question_of(session, round_),
        about=about(session, round_.target),
        answered=answered_count(session, round_) if round_.stage is RoundStage.OPEN else None,
        spread=spread,
        extremes=who_tells_first(session, round_) if is_picture else "",
        notice=IS_RECOGNISABLE if any(each.recognisable for each in spread) else "",
    )
