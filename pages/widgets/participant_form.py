"""The form to add a participant: organisation and function; a name is not needed."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Participant
from guide.session import Session
from guide.set_up import perspectives
from pages.widgets.fresh_forms import form_key, start_fresh
from pages.widgets.recording import record


def participant_form(session: Session, key: str, place: Place | None = None) -> None:
    """Adds a participant when it is sent; during the talk at the place where it is."""
    known = {p.id: f"{p.symbol} {p.label}" for p in perspectives(session)}
    with st.form(form_key(key), border=False, enter_to_submit=False):
        first, second = st.columns(2)
        organisation = first.text_input("Organisatie")
        function = second.text_input("Functie")
        perspective = first.selectbox("Perspectief", list(known), format_func=known.__getitem__)
        name = second.text_input("Naam (mag leeg blijven)")
        sent = st.form_submit_button("Deelnemer toevoegen")
    if sent and record(
        session,
        Participant(
            organisation=organisation, function=function, perspective=perspective or "", name=name
        ),
        place=place,
    ):
        start_fresh(key)
        st.rerun()
