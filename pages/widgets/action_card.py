"""One action on the groeipad: its words, what is missing, its status, and editing in place."""

import streamlit as st

from guide.entries import ActionProgress
from guide.models import ActionStatus
from guide.phrases import action_facts
from guide.roadmap import AgreedAction
from guide.session import Session
from pages.widgets.editing import edit, is_edited, show_editor
from pages.widgets.opened import sessions
from pages.widgets.recording import record


def show_action(session: Session, action: AgreedAction) -> None:
    """A card; late or incomplete is said in words."""
    if is_edited("roadmap", action.seq):
        show_editor(session, action.seq, action.body)
        return
    with st.container(border=True):
        st.text(f"{action.number}  {action.body.what}")
        st.text("\n".join(_facts(session, action)))
        with st.container(horizontal=True):
            if st.button("Aanpassen", key=f"edit:{action.seq}"):
                edit("roadmap", action.seq)
            with st.popover(f"Status: {action.status.label}", key=f"status:{action.seq}"):
                _status(session, action)
            if st.button("Intrekken", key=f"withdraw:{action.seq}", type="tertiary"):
                sessions().withdraw(session, action.seq)
                st.rerun()


def _facts(session: Session, action: AgreedAction) -> list[str]:
    facts = action_facts(session, action.body)
    if not action.body.owner:
        facts.append("Nog geen trekker")
    if action.body.due is None and not action.body.due_words:
        facts.append("Nog geen datum")
    if action.body.sign:
        facts.append(f"We zien het aan: {action.body.sign}")
    if action.reason:
        facts.append(f"{action.status.label}: {action.reason}")
    return facts


def _status(session: Session, action: AgreedAction) -> None:
    with st.form(f"status-form:{action.seq}", border=False, enter_to_submit=False):
        status = st.radio(
            "Status",
            list(ActionStatus),
            index=list(ActionStatus).index(action.status),
            format_func=lambda s: s.label,
        )
        reason = st.text_input("Toelichting (nodig bij vervallen)", action.reason)
        sent = st.form_submit_button("Vastleggen")
    if not sent or status is None:
        return
    if status is ActionStatus.DROPPED and not reason.strip():
        st.error("Schrijf op waarom de actie vervalt.")
    elif record(session, ActionProgress(action=action.seq, status=status, reason=reason)):
        st.rerun()
