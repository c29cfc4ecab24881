"""Start: make a session for a region, or go on with one."""

import streamlit as st

from guide.errors import GuideError
from guide.region_time import region_now
from guide.session_list import lines
from pages.widgets.failures import show_failure
from pages.widgets.opened import is_at_this_computer, open_screen, sessions
from pages.widgets.session_intake import show_session_intake
from pages.widgets.session_row import show_line

MOST_SHOWN = 12


def new_session() -> None:
    """Region and date are enough; everything else has a sensible default."""
    # As in kept_forms.py: filling in starts no run, and what is typed counts at once.
    with st.container(border=True, key="kept:new"):
        st.subheader("Nieuwe regiosessie", anchor=False)
        region = st.text_input("Regio", key="region", max_chars=120, on_change="ignore")
        today = region_now().date()
        date = st.date_input("Datum", today, format="DD-MM-YYYY", on_change="ignore")
        agendas = {a.id: a.title for a in sessions().content.agendas}
        agenda = next(iter(agendas))
        if len(agendas) > 1:
            agenda = st.selectbox(
                "Agenda", list(agendas), format_func=agendas.__getitem__, on_change="ignore"
            )
        first, second = st.columns(2)
        prepare = first.button("Voorbereiden", type="primary", width="stretch")
        begin = second.button("Meteen beginnen", width="stretch")
    if prepare or begin:
        try:
            made = sessions().start(region, date.isoformat() if date else "", agenda_id=agenda)
        except GuideError as error:
            show_failure(error)
            return
        open_screen("set_up" if prepare else "conversation", made)


st.title("Gespreksleidraad kinderen in de opvang", anchor=False)
st.text(
    "Voor een regiosessie van centrumgemeenten, opvangorganisaties en partners. "
    "Samen een beeld vormen, kiezen wat voor kinderen het meeste uitmaakt, "
    "en afspreken wie wat doet."
)
if not is_at_this_computer():
    # The room's network may reach this page; the list of sessions is not for the room.
    st.text("Doet u mee aan een regiosessie? Vul dan de code in die de gespreksleider laat zien.")
    st.link_button("Meedoen", "/mee", type="primary")
    st.stop()
left, right = st.columns([2, 3], gap="large")
with left:
    new_session()
with right:
    st.subheader("Sessies op deze computer", anchor=False)
    found = lines(sessions())
    for each in found[:MOST_SHOWN]:
        show_line(each)
    if len(found) > MOST_SHOWN:
        with st.expander(f"Nog {len(found) - MOST_SHOWN} eerdere sessies"):
            for each in found[MOST_SHOWN:]:
                show_line(each)
    show_session_intake()
st.caption(
    "Alles blijft op deze computer. "
    "Dit is geen officiële uitgave van VWS, VNG, Valente of Q-Consult Zorg."
)
