"""Rounds on the phones: answered in silence, revealed at once, the difference in words.

Counts are shown per perspective as 'twee keer Een begin': never a total over perspectives, an
average or a ranking. Nothing about the answers is known to any screen before the reveal.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from guide.content_models import Perspective
from guide.entries import Answer, Joined, Judgement, Round, Suggestion
from guide.judgements import judging
from guide.models import SCALE, JudgementValue, RoundForm, RoundStage, Support
from guide.session import Session
from guide.set_up import parties, perspectives

FEWEST_TO_HIDE_IN = 3


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round that is open or revealed, with its record number."""

    seq: int
    form: RoundForm
    target: str
    stage: RoundStage


@dataclass(frozen=True, slots=True)
class Spread:
    """The answers of one perspective: (value, how often), in the order of the scale."""

    perspective: Perspective
    values: tuple[tuple[str, int], ...]
    remarks: tuple[str, ...]
    recognisable: bool

    @property
    def unanimous(self) -> str | None:
        """The one value everybody gave; None when they differ or nobody answered."""
        return self.values[0][0] if len(self.values) == 1 else None


def joined(session: Session) -> dict[str, Joined]:
    """Device -> for which perspective it takes part."""
    found = {}
    for _, body in session.state.all(Joined):
        newest = session.state.value(("joined", body.device), Joined)
        if newest is not None:
            found[body.device] = newest
    return found


def present(session: Session) -> dict[str, int]:
    """Perspective id -> how many devices take part, never who."""
    return dict(Counter(each.perspective for each in joined(session).values()))


def rounds(session: Session) -> tuple[OpenRound, ...]:
    """The rounds that are open or revealed, in the order they were opened."""
    found = {}
    for seq, body in session.state.all(Round):
        found[body.slot] = OpenRound(seq, body.form, body.target, body.stage)
    return tuple(each for each in found.values() if each.stage is not RoundStage.CLOSED)


def round_at(session: Session, form: RoundForm, target: str) -> OpenRound | None:
    """The round about this target, unless it is closed."""
    return next((r for r in rounds(session) if (r.form, r.target) == (form, target)), None)


def given(session: Session, round_: OpenRound) -> list[tuple[str, Answer]]:
    """(perspective, answer) of every device, in the order they first answered."""
    devices = joined(session)
    slots = {
        body.slot: body.device
        for _, body in session.state.all(Answer)
        if (body.form, body.target) == (round_.form, round_.target)
    }
    newest = ((d, session.state.value(slot, Answer)) for slot, d in slots.items())
    return [
        (devices[device].perspective, answer)
        for device, answer in newest
        if answer is not None and device in devices
    ]


def answered_count(session: Session, round_: OpenRound) -> int:
    """How many devices answered: the only thing known before the reveal."""
    return len(given(session, round_))


def spread(session: Session, round_: OpenRound) -> tuple[Spread, ...]:
    """The answers per perspective; empty before the reveal."""
    if round_.stage is RoundStage.OPEN:
        return ()
    answers = given(session, round_)
    return tuple(
        _spread(session, round_.form, perspective, [a for p, a in answers if p == perspective.id])
        for perspective in _asked(session, round_)
    )


def _asked(session: Session, round_: OpenRound) -> tuple[Perspective, ...]:
    if round_.form is RoundForm.PICTURE:
        return judging(session, round_.target)
    return perspectives(session)


def _spread(
    session: Session, form: RoundForm, perspective: Perspective, answers: list[Answer]
) -> Spread:
    counted = Counter(value for answer in answers for value in answer.values)
    order = _order(form)
    ranked = sorted(counted.items(), key=lambda item: order.get(item[0], len(order)))
    organisations = sum(1 for _, party in parties(session) if party.perspective == perspective.id)
    few = 0 < len(answers) < FEWEST_TO_HIDE_IN
    return Spread(
        perspective,
        tuple(ranked),
        tuple(answer.remark for answer in answers if answer.remark),
        recognisable=few or (bool(answers) and organisations == 1),
    )


def _order(form: RoundForm) -> dict[str, int]:
    values: tuple[str, ...] = ()
    if form is RoundForm.PICTURE:
        values = tuple(value.value for value in JudgementValue)
    elif form is RoundForm.CONSENT:
        values = tuple(value.value for value in Support)
    return {value: position for position, value in enumerate(values)}


def label_of(form: RoundForm, value: str) -> str:
    """The Dutch words of an answer; a pick is named by its target elsewhere."""
    if form is RoundForm.PICTURE:
        return JudgementValue.of(value).label
    return Support.of(value).label if form is RoundForm.CONSENT else value


def extremes(spreads: tuple[Spread, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Perspectives with the lowest and with the highest answer on the scale; () when alike."""
    scale = [value.value for value in SCALE]
    placed = [
        (scale.index(value), each.perspective.label)
        for each in spreads
        for value, _ in each.values
        if value in scale
    ]
    if not placed or min(placed)[0] == max(placed)[0]:
        return (), ()
    low, high = min(placed)[0], max(placed)[0]
    return (
        tuple(dict.fromkeys(who for place, who in placed if place == low)),
        tuple(dict.fromkeys(who for place, who in placed if place == high)),
    )


def agreed_views(session: Session, round_: OpenRound) -> tuple[Judgement, ...]:
    """A judgement for every perspective whose devices all gave the same answer."""
    return tuple(
        Judgement(
            target=round_.target,
            perspective=each.perspective.id,
            value=JudgementValue.of(each.unanimous),
            remark=each.remarks[0] if each.remarks else "",
        )
        for each in spread(session, round_)
        if each.unanimous is not None
    )


def waiting_suggestions(session: Session) -> list[tuple[int, Suggestion]]:
    """What participants offered and nobody took over or put aside yet."""
    every = session.state.all(Suggestion)
    return [(seq, body) for seq, body in every if not session.state.is_answered(seq)]
