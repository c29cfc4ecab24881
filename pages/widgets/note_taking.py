"""A schrijver on another laptop: a link of its own that can be renewed and closed."""

import streamlit as st

from guide.session import Session
from pages.widgets.opened import NOTE_TAKER, room


def show_note_taking(session: Session, origin: str) -> None:
    """Give the link, once it is asked for; `origin` is where other devices find the guide."""
    access = room().note_taker(session.id)
    if access is None:
        if st.button("Schrijver laten meeschrijven", key="open_note_taking"):
            room().open_note_taker(session.id)
            st.rerun()
        return
    st.text("Link voor de schrijver. Wie hem heeft, schrijft mee: geef hem aan niemand anders.")
    st.code(f"{origin}/gesprek?{NOTE_TAKER}={access.key}", language=None, wrap_lines=True)
    with st.container(horizontal=True):
        if st.button("Nieuwe link", key="renew_note_taking"):
            room().open_note_taker(session.id)
            st.rerun()
        if st.button("Meeschrijven sluiten", key="close_note_taking"):
            room().close_note_taker(session.id)
            st.rerun()
