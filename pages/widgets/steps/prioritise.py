"""Three to five priorities, by consent, with objections and what was done with them."""

import streamlit as st

from guide.agenda import Place, target_label, target_title
from guide.judgements import picked
from guide.models import RoundForm
from guide.roadmap import PRIORITY_TARGET, priorities
from guide.session import Session
from pages.widgets.kept_forms import has_unsent, start_fresh
from pages.widgets.plain import md
from pages.widgets.priority_form import priority_form
from pages.widgets.recording import record
from pages.widgets.round_panel import asked_next, show_round


def show_prioritise(session: Session, place: Place) -> None:
    """What was picked, what is already a priority, and the form for the next one."""
    candidates = "; ".join(
        f"{target_label(session, t)} {target_title(session, t)}" for t in picked(session)
    )
    if candidates:
        st.caption(md(f"Gekozen in de stille top drie: {candidates}"))
    for each in priorities(session):
        st.text(f"{each.number}  {each.body.title}")
        target = f"{PRIORITY_TARGET}{each.seq}"
        show_round(session, RoundForm.CONSENT, target, by_keyboard=target == asked_next(session))
    is_open = not priorities(session) or has_unsent(session, "priority")
    with st.expander("Prioriteit toevoegen", expanded=is_open, key="add_priority"):
        body = priority_form(session, "priority")
    if body is not None and record(session, body):
        start_fresh(session, "priority")
        st.rerun()
