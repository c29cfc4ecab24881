"""Preparing from home, from the gespreksleider's side: ask about all themes, reveal, begin."""

import streamlit as st

from guide.agenda import places, target_label
from guide.content_models import StepKind
from guide.preparation import (
    devices_ready,
    preparation,
    where_pictures_differ_most,
    where_to_begin,
)
from guide.rounds import is_recognisable
from guide.session import Session
from pages.widgets.following import go_along, shown_place
from pages.widgets.opened import room, sessions

MOST_BUTTONS = 3


def show_preparing(session: Session) -> None:
    """One press asks every theme, one shows them all, one closes them."""
    now = preparation(session)
    if not (now.waiting or now.revealed):
        st.caption("Voor de sessie kan iedereen thuis al een beeld per thema geven.")
        if st.button("Alle thema's openstellen", key="open_themes"):
            room().prepare(session)
            st.rerun()
        return
    if now.waiting:
        _waiting(session)
    if st.button("Thema's sluiten", key="close_themes"):
        room().close_round(session, *now.waiting, *now.revealed)
        st.rerun()


def _waiting(session: Session) -> None:
    now = preparation(session)
    ready = devices_ready(session)
    st.text(f"Thema's die openstaan: {len(now.waiting)}. Toestellen met een antwoord: {ready}.")
    with st.container(horizontal=True):
        if st.button("Laat alle thema's tegelijk zien", key="reveal_themes"):
            room().reveal(session, *now.waiting)
            st.rerun()
        recognisable = any(is_recognisable(session, each) for each in now.waiting)
        if recognisable and st.button("Alleen gezamenlijk beeld", key="reveal_themes_together"):
            room().reveal(session, *now.waiting, joint=True)
            st.rerun()


def show_where_to_begin(session: Session) -> None:
    """After the reveal: where the pictures differ most, in words, with the way there."""
    words = where_to_begin(session)
    here = shown_place(session).target
    differing = [each for each in where_pictures_differ_most(session) if each != here]
    if not words or not differing:
        return
    st.text(f"Gids: {words}")
    with st.container(horizontal=True):
        for target in differing[:MOST_BUTTONS]:
            if st.button(f"Naar {target_label(session, target)}", key=f"begin:{target}"):
                _go(session, target)


def _go(session: Session, target: str) -> None:
    about = (p for p in places(session) if (p.step.kind, p.target) == (StepKind.THEMES, target))
    place = next(about, None)
    if place is not None:
        sessions().go_to(session, place)
        go_along()
        st.rerun()
