"""How a priority is used in the opdrachtverlening, and the room left to professionals."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Use
from guide.models import Commissioning
from guide.roadmap import priority_of
from guide.session import Session
from pages.widgets.kept_forms import kept_form, start_fresh
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
    key = f"use:{place.target}"
    with kept_form(session, key, border=True) as form:
        commissioning = form.field(
            st.radio,
            "In de opdrachtverlening",
            "commissioning",
            known.commissioning if known else None,
            options=list(Commissioning),
            format_func=lambda c: c.label,
            horizontal=True,
        )
        question = "Welke ruimte houden professionals?"
        room = form.field(st.text_area, question, "room", known.room if known else "")
        sent = form.sent("Vastleggen", type="primary")
    if sent and commissioning is None:
        st.error("Kies eerst: expliciet, impliciet of niet.")
    elif sent and record(
        session, Use(priority=priority.seq, commissioning=commissioning, room=room)
    ):
        start_fresh(session, key)
        st.rerun()
    show_ask(session, place)
