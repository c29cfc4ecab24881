"""Changing what was recorded: the new wording counts, the old one stays in the history."""

import streamlit as st

from guide.entries import Action, Body, Decision, Note, Parked, Priority
from guide.session import Session
from guide.set_up import perspectives
from pages.widgets.action_form import action_form
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.priority_form import priority_form
from pages.widgets.recording import record

_EDITING = "editing"


def edit(session: Session, part: str, seq: int) -> None:
    """Let this record be changed in this part of the screen: it may stand in two at once."""
    st.session_state[_EDITING] = (session.id, part, seq)
    st.rerun()


def is_edited(session: Session, part: str, seq: int) -> bool:
    """Whether the editor of this record stands in this part of the screen."""
    return bool(st.session_state.get(_EDITING) == (session.id, part, seq))


def show_editor(session: Session, seq: int, body: Body) -> None:
    """The form that fits what is being changed, with a way out."""
    key = f"editor:{seq}"
    with st.container(border=True):
        changed: Body | None = None
        if isinstance(body, Action):
            changed = action_form(session, key, body)
        elif isinstance(body, Priority):
            changed = priority_form(session, key, body)
        elif isinstance(body, Note | Decision | Parked):
            changed = _text_form(session, key, body)
        if st.button("Niet aanpassen", key=f"keep:{seq}", type="tertiary"):
            _done(session, key)
        if changed is not None and (changed == body or record(session, changed, replaces=seq)):
            _done(session, key)


def _done(session: Session, key: str) -> None:
    start_fresh(session, key)
    st.session_state.pop(_EDITING, None)
    st.rerun()


def _text_form(session: Session, key: str, body: Note | Decision | Parked) -> Body | None:
    with kept_form(session, key) as form:
        update = {"text": form.field(st.text_area, "Tekst", "text", body.text)}
        if isinstance(body, Note):
            labels = {
                "": "De zaal",
                **{p.id: f"{p.symbol} {p.label}" for p in perspectives(session)},
            }
            update["perspective"] = form.field(
                st.selectbox,
                "Wie zei dit?",
                "perspective",
                body.perspective if body.perspective in labels else "",
                options=list(labels),
                format_func=lambda p: labels.get(p, p),
            )
        if form.sent("Vastleggen", type="primary"):
            return body.model_copy(update=update)
    return None
