"""Three to five priorities, by consent, with objections and what was done with them."""

import streamlit as st

from guide.agenda import Place, target_label, target_title
from guide.judgements import picked
from guide.models import RoundForm
from guide.roadmap import PRIORITY_TARGET, priorities
from guide.session import Session
from pages.widgets.fresh_forms import form_key, start_fresh
from pages.widgets.plain import md
from pages.widgets.priority_form import priority_form
from pages.widgets.recording import record
from pages.widgets.round_panel import show_round


def show_prioritise(session: Session, place: Place) -> None:
    """What was picked, what is already a priority, and the form for the next one."""
    candidates = "; ".join(
        f"{target_label(session, t)} {target_title(session, t)}" for t in picked(session)
    )
    if candidates:
        st.caption(md(f"Gekozen in de stille top drie: {candidates}"))
    for each in priorities(session):
        st.text(f"{each.number}  {each.body.title}")
        show_round(session, RoundForm.CONSENT, f"{PRIORITY_TARGET}{each.seq}")
    with st.expander("Prioriteit toevoegen", expanded=not priorities(session), key="add_priority"):
        body = priority_form(session, form_key("priority"))
    if body is not None and record(session, body):
        start_fresh("priority")
        st.rerun()
