"""How a priority is used in the opdrachtverlening, and the room left to professionals."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Use
from guide.models import Commissioning
from guide.roadmap import priority_of
from guide.session import Session
from pages.widgets.recording import record
from pages.widgets.steps.ask import show_ask


def show_use(session: Session, place: Place) -> None:
    """Expliciet, impliciet or niet: three good answers."""
    priority = priority_of(session, place.target)
    if priority is None:
        st.info("Er zijn nog geen prioriteiten. Ga terug, of bespreek de vraag in het algemeen.")
        show_ask(session, place)
        return
    known = priority.use
    with st.form(f"use:{place.target}", enter_to_submit=False):
        commissioning = st.radio(
            "In de opdrachtverlening",
            list(Commissioning),
            index=list(Commissioning).index(known.commissioning) if known else None,
            format_func=lambda c: c.label,
            horizontal=True,
        )
        room = st.text_area("Welke ruimte houden professionals?", known.room if known else "")
        sent = st.form_submit_button("Vastleggen", type="primary")
    if sent and commissioning is None:
        st.error("Kies eerst: expliciet, impliciet of niet.")
    elif sent and commissioning is not None:
        record(session, Use(priority=priority.seq, commissioning=commissioning, room=room))
        st.rerun()
    show_ask(session, place)
