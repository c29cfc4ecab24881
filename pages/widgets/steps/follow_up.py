"""When the region meets again, and where the agreements land."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Detail
from guide.models import DetailField
from guide.session import Session
from guide.set_up import details
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.recording import record
from pages.widgets.steps.ask import show_ask


def show_follow_up(session: Session, place: Place) -> None:
    """One date, and what the room says about it."""
    known = details(session).next_date
    with kept_form(session, "next_session", border=True) as form:
        question = "Wanneer zien jullie elkaar weer?"
        date = form.field(st.date_input, question, "date", known, format="DD-MM-YYYY")
        sent = form.sent("Datum vastleggen", type="primary")
    if (
        sent
        and date is not None
        and record(session, Detail(field=DetailField.NEXT_DATE, value=date.isoformat()))
    ):
        start_fresh(session, "next_session")
        st.rerun()
    show_ask(session, place)
