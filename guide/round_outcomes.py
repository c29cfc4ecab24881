"""What a revealed round comes to: pictures and picks to record, or what all said together."""

from __future__ import annotations

from collections import Counter

from guide.entries import Answer, Body, Judgement, Picks
from guide.models import JudgementValue, RoundForm, RoundStage
from guide.room_rules import MOST_PICKS
from guide.rounds import OpenRound, given, in_order, spread
from guide.session import Session


def agreed(session: Session, round_: OpenRound) -> tuple[Body, ...]:
    """What a reveal records: the answer of every perspective whose devices are of one mind.

    Without their remarks: only the gespreksleider takes words over into the record. Nothing when
    all answers are shown together.
    """
    match round_.form:
        case RoundForm.PICTURE:
            return agreed_views(session, round_)
        case RoundForm.PICKS:
            return agreed_picks(session, round_)
        case RoundForm.CONSENT:
            return ()


def agreed_views(session: Session, round_: OpenRound) -> tuple[Judgement, ...]:
    """A judgement for every perspective whose devices all gave the same answer."""
    return tuple(
        Judgement(
            target=round_.target,
            perspective=each.perspective.id,
            value=JudgementValue.of(each.unanimous),
        )
        for each in spread(session, round_)
        if each.unanimous is not None
    )


def agreed_picks(session: Session, round_: OpenRound) -> tuple[Picks, ...]:
    """The picks of every perspective whose devices all chose the same, in any order."""
    found = []
    for perspective, answers in _picked(session, round_).items():
        if len({frozenset(answer.values) for answer in answers}) == 1:
            targets = in_order(session, RoundForm.PICKS, answers[0].values)
            found.append(Picks(perspective=perspective, targets=targets))
    return tuple(found)


def suggested_picks(session: Session, round_: OpenRound, perspective: str) -> tuple[str, ...]:
    """What most devices of one perspective picked: where the gespreksleider may start from.

    What was picked equally often stays out when it does not fit all together.
    """
    answers = _picked(session, round_).get(perspective, [])
    counted = Counter(value for answer in answers for value in answer.values)
    chosen: list[str] = []
    for times in sorted(set(counted.values()), reverse=True):
        alike = [value for value, count in counted.items() if count == times]
        if len(chosen) + len(alike) > MOST_PICKS:
            break
        chosen += alike
    return in_order(session, RoundForm.PICKS, chosen)


def _picked(session: Session, round_: OpenRound) -> dict[str, list[Answer]]:
    """Perspective -> the answers of its devices; {} before the reveal, and when shown together."""
    found: dict[str, list[Answer]] = {}
    if round_.stage is RoundStage.REVEALED and not round_.joint:
        for perspective, answer in given(session, round_):
            found.setdefault(perspective, []).append(answer)
    return found


def joint_answers(session: Session, round_: OpenRound) -> tuple[str, ...]:
    """Every answer that was given, each once: who gave it and how often is not told."""
    if not _is_joint(round_):
        return ()
    said = (value for _, answer in given(session, round_) for value in answer.values)
    return in_order(session, round_.form, said)


def joint_remarks(session: Session, round_: OpenRound) -> tuple[str, ...]:
    """What was written beside those answers, in an order that tells nothing."""
    if not _is_joint(round_):
        return ()
    return tuple(sorted(answer.remark for _, answer in given(session, round_) if answer.remark))


def _is_joint(round_: OpenRound) -> bool:
    return round_.stage is RoundStage.REVEALED and round_.joint
