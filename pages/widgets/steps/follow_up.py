"""When the region meets again, and where the agreements land."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Detail
from guide.models import DetailField
from guide.session import Session
from guide.set_up import details
from pages.widgets.recording import record
from pages.widgets.steps.ask import show_ask


def show_follow_up(session: Session, place: Place) -> None:
    """One date, and what the room says about it."""
    known = details(session).next_date
    with st.form("next_session", enter_to_submit=False):
        date = st.date_input("Wanneer zien jullie elkaar weer?", known, format="DD-MM-YYYY")
        sent = st.form_submit_button("Datum vastleggen", type="primary")
    if sent and date is not None:
        record(session, Detail(field=DetailField.NEXT_DATE, value=date.isoformat()))
        st.rerun()
    show_ask(session, place)
