"""Preparing from home: a picture of every theme before the session, and where to begin then."""

from __future__ import annotations

from dataclasses import dataclass

from guide.agenda import target_label
from guide.entries import Round
from guide.judgements import picture, session_themes
from guide.models import SCALE, RoundForm, RoundStage
from guide.round_outcomes import joint_answers
from guide.rounds import OpenRound, answer_of, joined, round_at, spread
from guide.session import Session, once


@dataclass(frozen=True, slots=True)
class Preparation:
    """The themes that can still be asked, and the rounds about themes that are under way."""

    to_open: tuple[str, ...]
    waiting: tuple[OpenRound, ...]
    revealed: tuple[OpenRound, ...]


@once
def preparation(session: Session) -> Preparation:
    """How far the preparation of the themes is."""
    themes = [theme.id for theme in session_themes(session)]
    found = {theme: round_at(session, RoundForm.PICTURE, theme) for theme in themes}
    known = [each for each in found.values() if each is not None]
    return Preparation(
        to_open=tuple(theme for theme, each in found.items() if each is None),
        waiting=tuple(each for each in known if each.stage is RoundStage.OPEN),
        revealed=tuple(each for each in known if each.stage is RoundStage.REVEALED),
    )


def opening(theme: str) -> Round:
    """What asks every device for its picture of a theme."""
    return Round(form=RoundForm.PICTURE, target=theme, stage=RoundStage.OPEN)


def devices_ready(session: Session) -> int:
    """How many devices filled in at least one theme: all that is known before the reveal."""
    waiting = preparation(session).waiting
    devices = joined(session)
    return sum(any(answer_of(session, r, device) for r in waiting) for device in devices)


@once
def where_pictures_differ_most(session: Session) -> tuple[str, ...]:
    """The themes with the widest difference nobody talked about yet, in the order of the sources.

    How wide is never said or shown: it only tells where the talk may begin.
    """
    open_ones = [t.id for t in session_themes(session) if picture(session, t.id).shared is None]
    widths = {theme: _width(session, theme) for theme in open_ones}
    widest = max(widths.values(), default=0)
    return tuple(theme for theme, width in widths.items() if widest and width == widest)


def _width(session: Session, theme: str) -> int:
    """How many steps of the scale lie between the lowest and the highest answer."""
    scale = [value.value for value in SCALE]
    places = [scale.index(value) for value in _answers(session, theme) if value in scale]
    return max(places) - min(places) if places else 0


def _answers(session: Session, theme: str) -> set[str]:
    """Every answer about a theme that everybody may know."""
    found = {view.value.value for view in picture(session, theme).given}
    revealed = round_at(session, RoundForm.PICTURE, theme)
    if revealed is not None:
        found |= {value for each in spread(session, revealed) for value, _ in each.values}
        found |= set(joint_answers(session, revealed))
    return found


def where_to_begin(session: Session) -> str:
    """A suggestion in words; '' when no theme stands out."""
    differing = where_pictures_differ_most(session)
    if not differing or len(differing) == len(session_themes(session)):
        return ""
    *before, last = (target_label(session, theme) for theme in differing)
    names = f"{', '.join(before)} en {last}" if before else last
    return f"De beelden verschillen het meest bij {names}. Begin daar, als de zaal dat wil."
