"""Perspectives, the parties in them, and who comes: functions, no names needed."""

import streamlit as st

from guide.entries import OwnPerspective, Party
from guide.models import DetailField
from guide.phrases import guest_in_words
from guide.session import Session
from guide.set_up import all_perspectives, guests, parties, perspective_label, perspectives
from pages.widgets.detail_field import choices_field
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.opened import sessions
from pages.widgets.participant_form import participant_form, perspective_field
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
        with kept_form(session, "own_perspective") as form:
            label = form.field(st.text_input, "Naam van het perspectief", "label", max_chars=40)
            sent = form.sent("Toevoegen")
        body = OwnPerspective(label=label)
        if sent and record(session, body, key=form.delivery(body)):
            start_fresh(session, "own_perspective")
            st.rerun()


def _parties(session: Session) -> None:
    st.subheader("Partijen", anchor=False)
    for seq, party in parties(session):
        _line(session, seq, f"{party.name} · {perspective_label(session, party.perspective)}")
    with kept_form(session, "party", border=True) as form:
        name = form.field(st.text_input, "Organisatie", "name")
        perspective = perspective_field(session, form, st.selectbox)
        sent = form.sent("Partij toevoegen")
    body = Party(name=name, perspective=perspective)
    if sent and record(session, body, key=form.delivery(body)):
        start_fresh(session, "party")
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
