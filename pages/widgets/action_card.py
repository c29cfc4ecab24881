"""One action on the groeipad: its words, what is missing, its status, and editing in place."""

import streamlit as st

from guide.entries import ActionProgress
from guide.models import ActionStatus
from guide.phrases import action_facts
from guide.region_time import region_now
from guide.roadmap import AgreedAction
from guide.session import Session
from pages.widgets.editing import edit, is_edited, show_editor
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.opened import sessions
from pages.widgets.recording import record


def show_action(session: Session, action: AgreedAction) -> None:
    """A card; late or incomplete is said in words."""
    if is_edited(session, "roadmap", action.seq):
        show_editor(session, action.seq, action.body)
        return
    with st.container(border=True):
        st.text(f"{action.number}  {action.body.what}")
        st.text("\n".join(_facts(session, action)))
        with st.container(horizontal=True):
            if st.button("Aanpassen", key=f"edit:{action.seq}"):
                edit(session, "roadmap", action.seq)
            label, key = f"Status: {action.status.label}", f"status:{action.seq}"
            with st.popover(label, on_change="rerun", key=key) as fold:
                if fold.open:
                    _status(session, action)
            if st.button("Intrekken", key=f"withdraw:{action.seq}", type="tertiary"):
                sessions().withdraw(session, action.seq)
                st.rerun()


def _facts(session: Session, action: AgreedAction) -> list[str]:
    facts = action_facts(session, action.body)
    if action.is_late(region_now().date()):
        facts.append("Te laat: de datum is voorbij")
    if action.moved:
        facts.append(f"Verschoven: {action.moved} keer")
    if not action.body.owner:
        facts.append("Nog geen trekker")
    if action.body.due is None and not action.body.due_words:
        facts.append("Nog geen datum")
    if action.body.sign:
        facts.append(f"We zien het aan: {action.body.sign}")
    if action.reason:
        facts.append(f"{action.status.label}: {action.reason}")
    if action.noticed:
        facts.append(f"Gemerkt: {action.noticed}")
    return facts


def _status(session: Session, action: AgreedAction) -> None:
    key = f"status-form:{action.seq}"
    with kept_form(session, key) as form:
        status = form.field(
            st.radio,
            "Status",
            "status",
            action.status,
            options=list(ActionStatus),
            format_func=lambda s: s.label,
        )
        question = "Toelichting (nodig bij vervallen)"
        reason = form.field(st.text_input, question, "reason", action.reason)
        noticed = form.field(st.text_input, "Wat is gemerkt?", "noticed", action.noticed)
        sent = form.sent("Vastleggen")
    if sent and record(
        session,
        ActionProgress(action=action.seq, status=status, reason=reason, noticed=noticed),
    ):
        start_fresh(session, key)
        st.rerun()
