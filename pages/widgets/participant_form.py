"""The form to add a participant: organisation and function; a name is not needed."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from guide.agenda import Place
from guide.entries import Participant
from guide.session import Session
from guide.set_up import perspectives
from pages.widgets.kept_forms import KeptForm, kept_form, start_fresh
from pages.widgets.recording import record


def participant_form(session: Session, key: str, place: Place | None = None) -> None:
    """Adds a participant when it is sent; during the talk at the place where it is."""
    with kept_form(session, key) as form:
        first, second = st.columns(2)
        organisation = form.field(first.text_input, "Organisatie", "organisation")
        function = form.field(second.text_input, "Functie", "function")
        perspective = perspective_field(session, form, first.selectbox)
        name = form.field(second.text_input, "Naam (mag leeg blijven)", "name")
        sent = form.sent("Deelnemer toevoegen")
    body = Participant(
        organisation=organisation, function=function, perspective=perspective, name=name
    )
    if sent and record(session, body, place=place, key=form.delivery(body)):
        start_fresh(session, key)
        st.rerun()


def perspective_field(session: Session, form: KeptForm, draw: Callable[..., Any]) -> str:
    """The choice of the perspective that somebody or a party belongs to."""
    known = {p.id: f"{p.symbol} {p.label}" for p in perspectives(session)}
    first = next(iter(known), "")
    chosen = form.field(
        draw,
        "Perspectief",
        "perspective",
        first,
        options=list(known),
        format_func=lambda p: known.get(p, p),
    )
    return chosen or ""
