"""Which rounds a phone and the public screen show now, and what they may know of the answers."""

from __future__ import annotations

from guide.agenda import Place, current_place
from guide.content_models import Perspective, StepKind
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
from guide.rounds import OpenRound, answer_of, answered_count, asked, rounds, stands_out
from guide.session import Session

# Steps where a round can be asked that is about something else than the place itself.
_ASKING = (StepKind.CHOOSE, StepKind.PICK, StepKind.WEIGH, StepKind.PRIORITISE, StepKind.AGREE)


def phone_rounds(session: Session, device: str, mine: Perspective) -> tuple[PhoneRound, ...]:
    """What this perspective is asked, the present question first, and what was revealed here."""
    place = current_place(session)
    here = [each for each in rounds(session) if _is_at(session, each, place)]
    elsewhere = [each for each in rounds(session) if each not in here]
    waiting = [each for each in elsewhere if each.stage is RoundStage.OPEN]
    shown = [
        each
        for each in (*here, *waiting)
        if each.stage is RoundStage.REVEALED or mine in asked(session, each.form, each.target)
    ]
    risky = stands_out(session, mine.id)
    return tuple(_phone_round(session, device, each, risky=risky) for each in shown)


def _is_at(session: Session, round_: OpenRound, place: Place) -> bool:
    """Whether a round is about this place, or was asked or revealed there."""
    is_top_three = round_.form is RoundForm.PICKS and place.step.kind is StepKind.PICK
    if is_top_three or (round_.target and round_.target == place.target):
        return True
    entry = session.state.records[round_.seq].first
    asked_here = (entry.step, entry.target) == (place.step.id, place.target)
    return asked_here and place.step.kind in _ASKING


def _phone_round(session: Session, device: str, round_: OpenRound, *, risky: bool) -> PhoneRound:
    answer = answer_of(session, round_, device)
    is_open = round_.stage is RoundStage.OPEN
    return PhoneRound(
        seq=round_.seq,
        form=round_.form,
        target=round_.target,
        stage=round_.stage,
        question=question_of(session, round_),
        about=about(session, round_.target),
        options=options(session, round_.form),
        mine=answer.values if answer else (),
        my_remark=answer.remark if answer else "",
        most=most(round_.form),
        notice=MAY_BE_RECOGNISED if risky and is_open else "",
        spread_words=tuple(
            f"{each.symbol} {each.label}: {each.words}" for each in spread_in_words(session, round_)
        ),
    )


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
