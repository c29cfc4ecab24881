"""Attendance: who is at the table, by organisation and function."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Attendance
from guide.models import Presence
from guide.phrases import guest_in_words
from guide.session import Session
from guide.set_up import guests, perspective_label
from pages.widgets import synced
from pages.widgets.participant_form import participant_form
from pages.widgets.plain import md
from pages.widgets.recording import record


def show_attend(session: Session, place: Place) -> None:
    """One row per participant; latecomers can be added here."""
    for guest in guests(session):
        who = f"{guest_in_words(guest.body)} · {perspective_label(session, guest.body.perspective)}"
        key = f"present:{guest.seq}"
        given = session.state.ever(("attendance", str(guest.seq)), Attendance)
        earlier = {None, *(body.presence for body in given)}
        start = synced.prepare(key, guest.presence, earlier, start="default")
        chosen = st.segmented_control(
            md(who), list(Presence), format_func=lambda p: p.label, key=key, required=True, **start
        )
        if chosen is None or not synced.edited(key, guest.presence):
            continue
        if record(session, Attendance(participant=guest.seq, presence=chosen)):
            synced.accept(key)
            st.rerun()
    with st.expander("Deelnemer toevoegen", expanded=not guests(session)):
        participant_form(session, f"add:{place.step.id}", place)
