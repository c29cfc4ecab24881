"""Rounds on the phones: answered in silence, revealed at once, the difference in words.

Counts are shown per perspective as 'twee keer Een begin': never a total over perspectives, an
average or a ranking. Nothing about the answers is known to any screen before the reveal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from guide.content_models import Perspective
from guide.entries import Answer, Body, Joined, Round, Slot, Suggestion
from guide.judgements import judging
from guide.models import SCALE, JudgementValue, RoundForm, RoundStage, Support
from guide.session import Session, once
from guide.set_up import parties, perspectives

FEWEST_TO_HIDE_IN = 3

B = TypeVar("B", bound=Body)


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round that is open or revealed, with its record number."""

    seq: int
    form: RoundForm
    target: str
    stage: RoundStage
    joint: bool = False


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


@once
def joined(session: Session) -> dict[str, Joined]:
    """Device -> for which perspective it takes part."""
    found = {}
    for _, body in session.state.all(Joined):
        newest = place_of(session, body.device)
        if newest is not None:
            found[body.device] = newest
    return found


def place_of(session: Session, device: str) -> Joined | None:
    """For which perspective this device takes part; None when it does not."""
    return session.state.value(("joined", device), Joined)


@once
def present(session: Session) -> dict[str, int]:
    """Perspective id -> how many devices take part, never who."""
    return dict(Counter(each.perspective for each in joined(session).values()))


def stands_out(session: Session, perspective: str) -> bool:
    """Whether an answer of this perspective tells who gave it; known before anybody answers."""
    few = present(session).get(perspective, 0) < FEWEST_TO_HIDE_IN
    return few or _organisations(session, perspective) == 1


def _organisations(session: Session, perspective: str) -> int:
    return sum(1 for _, party in parties(session) if party.perspective == perspective)


@once
def rounds(session: Session) -> tuple[OpenRound, ...]:
    """The rounds that are open or revealed, in the order they were opened."""
    found = {}
    for seq, body in session.state.all(Round):
        found[body.slot] = OpenRound(seq, body.form, body.target, body.stage, body.joint)
    return tuple(each for each in found.values() if each.stage is not RoundStage.CLOSED)


def is_asking(session: Session) -> bool:
    """Whether the room is answering something now."""
    return any(each.stage is RoundStage.OPEN for each in rounds(session))


def round_at(session: Session, form: RoundForm, target: str) -> OpenRound | None:
    """The round about this target, unless it is closed."""
    return next((r for r in rounds(session) if (r.form, r.target) == (form, target)), None)


def given(session: Session, round_: OpenRound) -> list[tuple[str, Answer]]:
    """(perspective, answer) of every device that was asked, each device once."""
    asked_here = {perspective.id for perspective in asked(session, round_.form, round_.target)}
    _, until = _window(session, round_)
    found = []
    for device in joined(session):
        answer = answer_of(session, round_, device)
        place = _within(session, ("joined", device), Joined, 0, until)
        if answer is not None and place is not None and place.perspective in asked_here:
            found.append((place.perspective, answer))
    return found


def answer_of(session: Session, round_: OpenRound, device: str) -> Answer | None:
    """What one device answered in this round: its newest answer before the reveal."""
    slot = ("answer", round_.form.value, round_.target, device)
    return _within(session, slot, Answer, *_window(session, round_))


def _window(session: Session, round_: OpenRound) -> tuple[int, float]:
    """Between which numbers an answer counts: after the reveal before this one, until this one.

    So an answer that crosses the reveal on its way cannot change what everybody already saw, and a
    question that is asked again starts empty.
    """
    slot = ("round", round_.form.value, round_.target)
    records = (session.state.records[seq] for seq in session.state.in_slot.get(slot) or ())
    reveals = [
        record.seq
        for record in records
        if isinstance(record.body, Round)
        and record.body.stage is RoundStage.REVEALED
        and not record.withdrawn
    ]
    until = float("inf") if round_.stage is RoundStage.OPEN else round_.seq
    return max((seq for seq in reveals if seq < until), default=0), until


def _within(session: Session, slot: Slot, kind: type[B], after: float, until: float) -> B | None:
    """What counted for a slot between two numbers."""
    for seq in session.state.in_slot.get(slot) or ():
        record = session.state.records[seq]
        if after < record.seq < until and not record.withdrawn and isinstance(record.body, kind):
            return record.body
    return None


def answered_count(session: Session, round_: OpenRound) -> int:
    """How many devices answered: the only thing known before the reveal."""
    return len(given(session, round_))


def spread(session: Session, round_: OpenRound) -> tuple[Spread, ...]:
    """The answers per perspective; empty before the reveal, and when all are shown together."""
    if round_.stage is RoundStage.OPEN or round_.joint:
        return ()
    answers = given(session, round_)
    return tuple(
        _spread(session, round_.form, perspective, [a for p, a in answers if p == perspective.id])
        for perspective in asked(session, round_.form, round_.target)
    )


def asked(session: Session, form: RoundForm, target: str) -> tuple[Perspective, ...]:
    """The perspectives that are asked in a round: VO does not judge MO norms."""
    return judging(session, target) if form is RoundForm.PICTURE else perspectives(session)


def _spread(
    session: Session, form: RoundForm, perspective: Perspective, answers: list[Answer]
) -> Spread:
    counted = Counter(value for answer in answers for value in answer.values)
    return Spread(
        perspective,
        tuple((value, counted[value]) for value in in_order(session, form, counted)),
        tuple(answer.remark for answer in answers if answer.remark),
        recognisable=_tells_who(session, perspective.id, len(answers)),
    )


def _tells_who(session: Session, perspective: str, answers: int) -> bool:
    """Whether this many answers of a perspective tell who gave them."""
    few = 0 < answers < FEWEST_TO_HIDE_IN
    return few or (answers > 0 and _organisations(session, perspective) == 1)


def is_recognisable(session: Session, round_: OpenRound) -> bool:
    """Whether the spread tells, or would tell, of some perspective who gave which answer."""
    counted = Counter(perspective for perspective, _ in given(session, round_))
    return any(_tells_who(session, each, answers) for each, answers in counted.items())


def in_order(session: Session, form: RoundForm, values: Iterable[str]) -> tuple[str, ...]:
    """Answers in the order of the scale, picks in the order of the sources; each once."""
    known: dict[RoundForm, Iterable[str]] = {
        RoundForm.PICTURE: JudgementValue,
        RoundForm.CONSENT: Support,
        RoundForm.PICKS: session.script.theme_of,
    }
    chosen = set(values)
    return tuple(str(value) for value in known[form] if value in chosen)


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


def waiting_suggestions(session: Session) -> list[tuple[int, Suggestion]]:
    """What participants offered and nobody took over or put aside yet."""
    every = session.state.all(Suggestion)
    return [(seq, body) for seq, body in every if not session.state.is_answered(seq)]
