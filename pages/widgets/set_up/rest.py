"""Spelregels, the house style for the minutes, and removing the session."""

import streamlit as st

from guide.models import DetailField
from guide.session import Session
from guide.set_up import details
from pages.widgets.detail_field import date_field, text_field
from pages.widgets.house_style import show_house_style
from pages.widgets.opened import sessions
from pages.widgets.set_up.papers import show_papers


def show_rest(session: Session) -> None:
    """What is said at the start, what the minutes look like, and the way to remove everything."""
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("Spelregels", anchor=False)
        for rule in details(session).ground_rules:
            st.text(f"•  {rule}")
        with st.expander("Eigen spelregels, één per regel"):
            text_field(session, DetailField.GROUND_RULES, tall=True)
        st.subheader("Na de sessie", anchor=False)
        date_field(session, DetailField.REMARKS_BEFORE)
        text_field(session, DetailField.REMARKS_TO)
        date_field(session, DetailField.NEXT_DATE)
    with right:
        show_papers(session)
        show_house_style(session)
        _remove(session)


def _remove(session: Session) -> None:
    st.subheader("Sessie verwijderen", anchor=False)
    st.caption(
        "Verwijder de sessie als het verslag is vastgesteld en in uw eigen zaaksysteem staat. "
        "Dit kan niet ongedaan worden gemaakt."
    )
    sure = st.checkbox("Ja, ik wil deze sessie met alles erin verwijderen", key="sure")
    if st.button("Sessie verwijderen", disabled=not sure, key="delete"):
        sessions().delete(session.id)
        st.switch_page("start.py")
