"""From a screen to the record: one door, with the warning about personal data before it."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from guide.agenda import Place
from guide.entries import Body
from guide.errors import GuideError
from guide.privacy import personal_data
from guide.session import Session
from guide.sessions import SET_UP
from pages.widgets.failures import show_failure
from pages.widgets.following import shown_place
from pages.widgets.opened import sessions

_NO_TEXTS = ("kind", "field", "perspective", "target")


@dataclass(frozen=True)
class Held:
    """Something to record, with where it belongs; `typed` is the line it was understood from."""

    body: Body
    place: Place | None = None
    replaces: int | None = None
    answers: int | None = None
    typed: str = ""
    key: str | None = None


def record(
    session: Session,
    body: Body,
    *,
    place: Place | None = None,
    replaces: int | None = None,
    answers: int | None = None,
    typed: str = "",
    key: str | None = None,
    sure: bool = False,
) -> bool:
    """Record a body at the place on the screen; True as well when personal data holds it back.

    False when it was refused: that is said on the screen, and what was typed has to stay there.
    With a `key` the same thing is recorded once, however often it is sent.
    """
    if place is None and not isinstance(body, SET_UP):
        place = shown_place(session)
    held = Held(body, place, replaces, answers, typed, key)
    if sure or not findings(texts(body)):
        return keep(session, held)
    # One after another: several can come at once, one per perspective.
    if held not in waiting(session):
        waiting(session).append(held)
    return True


def record_beforehand(session: Session, body: Body) -> None:
    """Record in the callback of a field: the page is then drawn once, with it.

    Raises GuideError. Whatever stands in the way is for the page: it sees that the field holds
    something that is not recorded, tries again and says what is wrong. So it does after a lost
    connection, when the first callback is not called.
    """
    if not findings(texts(body)):
        sessions().record(session, body, place=shown_place(session))


def waiting(session: Session) -> list[Held]:
    """What this tab holds back in this session, in the order it came."""
    found: list[Held] = st.session_state.setdefault(f"held_back|{session.id}", [])
    return found


def keep(session: Session, held: Held) -> bool:
    """Record it whatever is in it."""
    try:
        if held.replaces is not None:
            sessions().correct(session, held.replaces, held.body)
        elif held.answers is not None:
            sessions().accept(session, held.answers, held.body)
        else:
            sessions().record(session, held.body, place=held.place, key=held.key)
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
