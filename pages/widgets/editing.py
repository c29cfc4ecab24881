"""Changing what was recorded: the new wording counts, the old one stays in the history."""

import streamlit as st

from guide.entries import Action, Body, Decision, Note, Parked, Priority
from guide.session import Session
from guide.set_up import perspectives
from pages.widgets.action_form import action_form
from pages.widgets.priority_form import priority_form
from pages.widgets.recording import record

_EDITING = "editing"


def edit(part: str, seq: int) -> None:
    """Let this record be changed in this part of the screen: it may stand in two at once."""
    st.session_state[_EDITING] = (part, seq)
    st.rerun()


def is_edited(part: str, seq: int) -> bool:
    """Whether the editor of this record stands in this part of the screen."""
    return bool(st.session_state.get(_EDITING) == (part, seq))


def show_editor(session: Session, seq: int, body: Body) -> None:
    """The form that fits what is being changed, with a way out."""
    with st.container(border=True):
        changed: Body | None = None
        if isinstance(body, Action):
            changed = action_form(session, f"editor:{seq}", body)
        elif isinstance(body, Priority):
            changed = priority_form(session, f"editor:{seq}", body)
        elif isinstance(body, Note | Decision | Parked):
            changed = _text_form(session, f"editor:{seq}", body)
        if st.button("Niet aanpassen", key=f"keep:{seq}", type="tertiary"):
            _done()
        if changed is not None and (changed == body or record(session, changed, replaces=seq)):
            _done()


def _done() -> None:
    st.session_state.pop(_EDITING, None)
    st.rerun()


def _text_form(session: Session, key: str, body: Note | Decision | Parked) -> Body | None:
    with st.form(key, border=False, enter_to_submit=False):
        text = st.text_area("Tekst", body.text)
        update = {"text": text}
        if isinstance(body, Note):
            labels = {
                "": "De zaal",
                **{p.id: f"{p.symbol} {p.label}" for p in perspectives(session)},
            }
            options = list(labels)
            index = options.index(body.perspective) if body.perspective in labels else 0
            update["perspective"] = st.selectbox(
                "Wie zei dit?", options, index, format_func=labels.__getitem__
            )
        if st.form_submit_button("Vastleggen", type="primary"):
            return body.model_copy(update=update)
    return None
