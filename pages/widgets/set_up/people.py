"""Perspectives, the parties in them, and who comes: functions, no names needed."""

import streamlit as st

from guide.entries import OwnPerspective, Party
from guide.models import DetailField
from guide.phrases import guest_in_words
from guide.session import Session
from guide.set_up import all_perspectives, guests, parties, perspective_label, perspectives
from pages.widgets.detail_field import choices_field
from pages.widgets.fresh_forms import form_key, start_fresh
from pages.widgets.opened import sessions
from pages.widgets.participant_form import participant_form
from pages.widgets.plain import md
from pages.widgets.recording import record


def show_people(session: Session) -> None:
    """Everyone who is needed at the table."""
    choices_field(
        session,
        DetailField.PERSPECTIVES,
        {p.id: md(f"{p.symbol} {p.label}") for p in all_perspectives(session)},
        tuple(p.id for p in perspectives(session)),
    )
    _own_perspective(session)
    left, right = st.columns(2, gap="large")
    with left:
        _parties(session)
    with right:
        _participants(session)


def _own_perspective(session: Session) -> None:
    with st.popover("Eigen perspectief toevoegen"):
        with st.form(form_key("own_perspective"), border=False, enter_to_submit=False):
            label = st.text_input("Naam van het perspectief", max_chars=40)
            sent = st.form_submit_button("Toevoegen")
        if sent and record(session, OwnPerspective(label=label)):
            start_fresh("own_perspective")
            st.rerun()


def _parties(session: Session) -> None:
    st.subheader("Partijen", anchor=False)
    for seq, party in parties(session):
        _line(session, seq, f"{party.name} · {perspective_label(session, party.perspective)}")
    known = {p.id: f"{p.symbol} {p.label}" for p in perspectives(session)}
    with st.form(form_key("party"), enter_to_submit=False):
        name = st.text_input("Organisatie")
        perspective = st.selectbox("Perspectief", list(known), format_func=known.__getitem__)
        sent = st.form_submit_button("Partij toevoegen")
    if sent and record(session, Party(name=name, perspective=perspective or "")):
        start_fresh("party")
        st.rerun()


def _participants(session: Session) -> None:
    st.subheader("Deelnemers", anchor=False)
    for guest in guests(session):
        label = perspective_label(session, guest.body.perspective)
        _line(session, guest.seq, f"{guest_in_words(guest.body)} · {label}")
    with st.container(border=True):
        participant_form(session, "participant")


def _line(session: Session, seq: int, words: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(words, width="stretch")
        if st.button("Verwijderen", key=f"remove:{seq}", type="tertiary"):
            sessions().withdraw(session, seq)
            st.rerun()
