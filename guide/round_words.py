"""A round in words: the question, the answers to choose from, and the spread after the reveal."""

from __future__ import annotations

from guide.agenda import target_label, target_title
from guide.content_models import StepKind, Wording
from guide.judgements import chosen_norms, discussed, session_themes
from guide.live_models import Option, PerspectiveSpread, Told
from guide.models import ANSWERS, JudgementValue, RoundForm, Support
from guide.round_outcomes import joint_answers
from guide.rounds import OpenRound, extremes, label_of, spread
from guide.session import Session
from guide.set_up import active_agenda

IS_RECOGNISABLE = "Bij minder dan drie antwoorden of één organisatie is te herkennen wie wat vindt."
MAY_BE_RECOGNISED = (
    "Namens uw perspectief doen weinig toestellen mee, of één organisatie. "
    "Anderen kunnen uw antwoord straks herkennen."
)

TOGETHER = "Alle antwoorden samen"

_CONSENT = "Hoeveel steun geven jullie aan deze prioriteit?"
_PICKS = "Welke drie zijn voor jullie het belangrijkst?"
_TIMES = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf",
)  # fmt: skip


def about(session: Session, target: str) -> str:
    """A norm, theme or priority with its heading; '' when there is none."""
    if not target:
        return ""
    return f"{target_label(session, target)}: {target_title(session, target)}".rstrip(": ")


def question_of(session: Session, round_: OpenRound) -> str:
    """What a round asks."""
    wording = session.script.wording
    match round_.form:
        case RoundForm.PICTURE if round_.target in session.script.themes:
            return wording.theme_question
        case RoundForm.PICTURE:
            return wording.judge_question
        case RoundForm.CONSENT:
            return _CONSENT
        case RoundForm.PICKS:
            steps = (step for item in active_agenda(session) for step in item.item.steps)
            asked = (step.question for step in steps if step.kind is StepKind.PICK)
            return next(asked, _PICKS)


def options(session: Session, form: RoundForm) -> tuple[Option, ...]:
    """The answers one can choose from."""
    match form:
        case RoundForm.PICTURE:
            return _picture_options(session.script.wording)
        case RoundForm.CONSENT:
            return tuple(Option(value.value, value.label) for value in Support)
        case RoundForm.PICKS:
            return tuple(Option(target, about(session, target)) for target in pickable(session))


def _picture_options(wording: Wording) -> tuple[Option, ...]:
    explained = {step.value: step.text for step in wording.scale}
    return tuple(
        Option(value.value, value.label, explained.get(value.value, "")) for value in ANSWERS
    )


def pickable(session: Session) -> tuple[str, ...]:
    """What was discussed or chosen; before anything was, the themes. In the order of the source."""
    found = {*(each.target for each in discussed(session)), *chosen_norms(session)}
    every = found or {theme.id for theme in session_themes(session)}
    return tuple(target for target in session.script.theme_of if target in every)


def spread_in_words(session: Session, round_: OpenRound) -> tuple[PerspectiveSpread, ...]:
    """The revealed answers per perspective, never added up; () before the reveal.

    Shown together they are one line: which answers were given, not by whom or how often.
    """
    if round_.joint:
        return (_together(session, round_),)
    return tuple(
        PerspectiveSpread(
            symbol=each.perspective.symbol,
            label=each.perspective.label,
            told=tuple(_told(session, round_.form, value, count) for value, count in each.values),
            recognisable=each.recognisable,
        )
        for each in spread(session, round_)
    )


def _together(session: Session, round_: OpenRound) -> PerspectiveSpread:
    said = joint_answers(session, round_)
    told = tuple(_told(session, round_.form, value) for value in said)
    return PerspectiveSpread(symbol="◎", label=TOGETHER, told=told, recognisable=False)


def _told(session: Session, form: RoundForm, value: str, count: int | None = None) -> Told:
    times = "" if count is None else f"{count_in_words(count)} keer"
    match form:
        case RoundForm.PICTURE:
            symbol, label = JudgementValue.of(value).symbol, label_of(form, value)
        case RoundForm.CONSENT:
            symbol, label = value, label_of(form, value)
        case RoundForm.PICKS:
            symbol, label = "•", about(session, value)
    return Told(symbol, label, times)


def count_in_words(count: int) -> str:
    """'drie', and a number in figures from thirteen on."""
    return _TIMES[count] if count < len(_TIMES) else str(count)


def who_tells_first(session: Session, round_: OpenRound) -> str:
    """'Laat eerst … vertellen, dan …': the extremes of the scale; '' when there are none."""
    first, last = extremes(spread(session, round_))
    if not first:
        return ""
    then = [who for who in last if who not in first]
    if not then:
        return (
            f"Binnen {_listed(first)} verschillen de beelden. "
            "Vraag eerst wat nog niet lukt, dan wat al goed gaat."
        )
    return f"Laat eerst {_listed(first)} vertellen, dan {_listed(then)}."


def _listed(words: tuple[str, ...] | list[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} en {last}" if before else last
