"""Agreeing on actions: per priority what happens, who pulls it, when it is ready."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Action
from guide.phrases import action_facts
from guide.roadmap import AgreedAction, actions, priority_of
from guide.session import Session
from pages.widgets.action_form import action_form
from pages.widgets.kept_forms import start_fresh
from pages.widgets.recording import record
from pages.widgets.steps.ask import show_ask


def show_agree(session: Session, place: Place) -> None:
    """The actions so far at this priority, and the form for the next one."""
    priority = priority_of(session, place.target)
    so_far = list(priority.actions) if priority else actions(session)
    for action in so_far:
        _line(session, action)
    start = Action.model_construct(what="", norms=(), priority=priority.seq if priority else None)
    with st.expander("Actie toevoegen", expanded=True, key=f"add_action:{place.target}"):
        body = action_form(session, f"action:{place.target}", start, submit="Actie vastleggen")
    if body is not None and record(session, body):
        start_fresh(session, f"action:{place.target}")
        st.rerun()
    show_ask(session, place)


def _line(session: Session, action: AgreedAction) -> None:
    facts = action_facts(session, action.body)
    st.text(f"{action.number}  {action.body.what}" + (f"\n{' · '.join(facts)}" if facts else ""))
