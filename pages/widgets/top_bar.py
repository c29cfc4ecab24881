"""The bar on every screen: which session this is, and the way to the other screens."""

from typing import Literal

import streamlit as st

from guide.dutch_dates import date_in_words
from guide.session import Session
from guide.set_up import details
from pages.widgets.following import go_along
from pages.widgets.opened import is_note_taker, open_screen

GOING_TO = "going_to"
TITLES = {
    "set_up": "Voorbereiden",
    "conversation": "Gesprek",
    "roadmap": "Groeipad",
    "minutes": "Verslag",
    "library": "Naslag",
}


def top_bar(session: Session, here: str) -> None:
    """Region and date at the left, the screens at the right; the present one is marked in words."""
    with st.container(key="top_bar", horizontal=True, vertical_alignment="center"):
        if st.button("Start", key="to_start", icon=":material/home:", type="tertiary"):
            st.session_state[GOING_TO] = ("start", "")
        st.text(_name(session), width="stretch")
        for page, title in TITLES.items():
            is_here = page == here
            kind: Literal["primary", "secondary"] = "primary" if is_here else "secondary"
            if st.button(title, key=f"to_{page}", type=kind) and not is_here:
                st.session_state[GOING_TO] = (page, session.id)


def go_on() -> None:
    """Go where the bar was pressed for, at the end of the page: its fields are saved by then."""
    page, session_id = st.session_state.pop(GOING_TO, ("", ""))
    if page:
        go_along()
    if session_id:
        open_screen(page, session_id)
    elif page:
        st.switch_page(f"{page}.py")


def _name(session: Session) -> str:
    set_up = details(session)
    date = date_in_words(set_up.date) if set_up.date else "datum nog niet bekend"
    name = f"{set_up.region} · {date}"
    return f"{name} · u schrijft mee" if is_note_taker() else name
