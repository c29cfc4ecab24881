"""Adopting the minutes: an explicit step, with its date and version."""

import streamlit as st

from guide.dutch_dates import date_in_words
from guide.entries import Adoption
from guide.region_time import region_now
from guide.session import Session
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.opened import sessions
from pages.widgets.recording import record


def show_adoption(session: Session) -> None:
    """Concept until somebody says otherwise; that too can be taken back."""
    st.subheader("Status", anchor=False)
    adopted = session.state.newest(("adoption",))
    if adopted is not None and isinstance(adopted.body, Adoption):
        body = adopted.body
        st.text(f"Vastgesteld op {date_in_words(body.date)}, versie {body.version}.")
        if st.button("Terug naar concept", key="unadopt"):
            sessions().withdraw(session, adopted.seq)
            st.rerun()
        return
    st.text("Concept.")
    with st.expander("Verslag vaststellen"):
        with kept_form(session, "adopt") as form:
            today = region_now().date()
            date = form.field(st.date_input, "Vastgesteld op", "date", today, format="DD-MM-YYYY")
            version = form.field(st.text_input, "Versie", "version", "1.0")
            sent = form.sent("Vaststellen")
        if sent and date and record(session, Adoption(date=date, version=version)):
            start_fresh(session, "adopt")
            st.rerun()
