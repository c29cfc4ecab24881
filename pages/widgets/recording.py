"""From a screen to the record: one door, with the warning about personal data before it."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from guide.agenda import Place, current_place
from guide.entries import Body
from guide.errors import GuideError
from guide.privacy import personal_data
from guide.session import Session
from guide.sessions import SET_UP
from pages.widgets.failures import show_failure
from pages.widgets.opened import sessions

HELD = "held_back"
_NO_TEXTS = ("kind", "field", "perspective", "target")


@dataclass(frozen=True)
class Held:
    """Something to record, with where it belongs; `typed` is the line it was understood from."""

    body: Body
    place: Place | None = None
    replaces: int | None = None
    answers: int | None = None
    typed: str = ""


def record(
    session: Session,
    body: Body,
    *,
    place: Place | None = None,
    replaces: int | None = None,
    answers: int | None = None,
    typed: str = "",
    sure: bool = False,
) -> bool:
    """Record a body where the talk is; True as well when it is held back for personal data.

    False when it was refused: that is said on the screen, and what was typed has to stay there.
    """
    if place is None and not isinstance(body, SET_UP):
        place = current_place(session)
    held = Held(body, place, replaces, answers, typed)
    if sure or not findings(texts(body)):
        return keep(session, held)
    # One after another: several can come at once, one per perspective.
    waiting = st.session_state.setdefault(HELD, [])
    if held not in waiting:
        waiting.append(held)
    return True


def keep(session: Session, held: Held) -> bool:
    """Record it whatever is in it."""
    try:
        if held.replaces is not None:
            sessions().correct(session, held.replaces, held.body)
        elif held.answers is not None:
            sessions().accept(session, held.answers, held.body)
        else:
            sessions().record(session, held.body, place=held.place)
    except GuideError as error:
        show_failure(error)
        return False
    return True


def texts(body: Body) -> dict[tuple[str, ...], str]:
    """Every text of people in a body, by the name of its field and, within a field, its key."""
    found: dict[tuple[str, ...], str] = {}
    for name, value in body:
        if isinstance(value, Mapping):
            found |= {(name, key): text for key, text in value.items() if text}
        elif type(value) is str and value and name not in _NO_TEXTS:
            found[(name,)] = value
    return found


def findings(found: Mapping[tuple[str, ...], str]) -> list[tuple[str, ...]]:
    """The names of the texts that seem to hold personal data."""
    return [name for name, text in found.items() if personal_data(text)]
