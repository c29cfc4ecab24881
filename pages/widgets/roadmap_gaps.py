"""What the guide notices about the groeipad as a whole; each point can be put aside."""

import streamlit as st

from guide.entries import Dismissal
from guide.follow_ups import gaps
from guide.region_time import region_now
from guide.session import Session
from pages.widgets.recording import record


def show_gaps(session: Session) -> None:
    """The points one by one, behind a fold; nothing when all is well."""
    found = gaps(session, region_now())
    if not found:
        return
    with st.expander(f"Wat de gids opvalt ({len(found)})", key="gaps"):
        for each in found:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(each.text, width="stretch")
                pressed = st.button("Niet nodig", key=f"gap:{each.key}", type="tertiary")
            if pressed and record(session, Dismissal(what=each.key)):
                st.rerun()
