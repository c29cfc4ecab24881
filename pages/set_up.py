"""Voorbereiden: when, who, which agenda and which norms; everything saves itself."""

import streamlit as st

from pages.widgets.held_back import show_held_back
from pages.widgets.opened import opened_session
from pages.widgets.set_up.agenda_plan import show_agenda_plan
from pages.widgets.set_up.details import show_details
from pages.widgets.set_up.norms import show_norms
from pages.widgets.set_up.people import show_people
from pages.widgets.set_up.rest import show_rest
from pages.widgets.top_bar import top_bar

PARTS = {
    "Wanneer en waar": show_details,
    "Wie": show_people,
    "Agenda": show_agenda_plan,
    "Normen": show_norms,
    "Spelregels en verslag": show_rest,
}

session = opened_session()
top_bar(session, "set_up")
st.title("Voorbereiden", anchor=False)
st.caption("Alles wordt meteen bewaard zodra u een veld verlaat. Alleen regio en datum zijn nodig.")
show_held_back(session)
for tab, show in zip(
    st.tabs(list(PARTS), key="part", on_change="rerun"), PARTS.values(), strict=True
):
    if tab.open:
        with tab:
            show(session)
