"""Region, date, times, place and forms of opvang."""

import streamlit as st

from guide.content_models import Sector
from guide.models import DetailField
from guide.session import Session
from guide.set_up import details
from pages.widgets.detail_field import choices_field, date_field, text_field, time_field


def show_details(session: Session) -> None:
    """What a session needs to be found and announced."""
    known = details(session)
    left, right = st.columns(2)
    with left:
        text_field(session, DetailField.REGION)
        date_field(session, DetailField.DATE)
        text_field(
            session,
            DetailField.PLACE,
            help="Schrijf alleen een naam, zoals 'stadhuis'. "
            "Adressen van de opvang kunnen geheim zijn.",
        )
        text_field(session, DetailField.CASE_NUMBER)
    with right:
        time_field(session, DetailField.START, known.start)
        time_field(session, DetailField.END, known.end)
        text_field(session, DetailField.FACILITATOR)
        text_field(session, DetailField.NOTE_TAKER)
    choices_field(
        session,
        DetailField.SECTORS,
        {s.value: s.label for s in Sector},
        tuple(s.value for s in known.sectors),
    )
