"""What may hold personal data: recorded only when a person says so, and never lost."""

import streamlit as st

from guide.entries import Body, Note
from guide.privacy import personal_data, warning
from guide.session import Session
from pages.widgets.plain import md
from pages.widgets.recording import HELD, Held, findings, keep, texts
from pages.widgets.typed import understood

CHANGING = "changing_held_back"


def show_held_back(session: Session) -> None:
    """The first of what waits: record it after all, or change it first."""
    waiting = st.session_state.get(HELD)
    if not waiting:
        return
    held = waiting[0]
    found = texts(held.body)
    with st.container(border=True, key="held_back"):
        st.warning(md(warning(personal_data("\n".join(found.values())))), icon="🔒")
        if st.session_state.get(CHANGING):
            _change(session, held)
            return
        # A private note is not repeated: the screen may be on the projector.
        private = isinstance(held.body, Note) and held.body.private
        st.text("(privénotitie)" if private else "\n".join(found.values()))
        st.caption("Dit is nog niet vastgelegd.")
        with st.container(horizontal=True):
            if st.button("Toch vastleggen", key="held_record") and keep(session, held):
                _done()
            if st.button("Niet vastleggen, ik pas het aan", key="held_drop", type="primary"):
                st.session_state[CHANGING] = True
                st.rerun()


def _change(session: Session, held: Held) -> None:
    """The text comes back to change; what it belongs to stays."""
    found = texts(held.body)
    shown = {("typed",): held.typed} if held.typed else {n: found[n] for n in findings(found)}
    with st.form("held_change", border=False, enter_to_submit=False):
        changed = {name: st.text_area("Pas de tekst aan", text) for name, text in shown.items()}
        sent = st.form_submit_button("Vastleggen", type="primary")
    if st.button("Weggooien", key="held_discard", type="tertiary"):
        _done()
    if not sent:
        return
    if held.typed:
        body: Body = understood(session, changed[("typed",)]).body
    else:
        body = _with(held.body, changed)
    better = Held(body, held.place, held.replaces, held.answers, changed.get(("typed",), ""))
    if findings(texts(body)):
        st.session_state[HELD][0] = better
        st.session_state.pop(CHANGING)
        st.rerun()
    elif keep(session, better):
        _done()


def _with(body: Body, changed: dict[tuple[str, ...], str]) -> Body:
    values = body.model_dump()
    for (name, *keys), text in changed.items():
        if keys:
            values[name][keys[0]] = text
        else:
            values[name] = text
    return type(body).model_validate(values)


def _done() -> None:
    st.session_state[HELD].pop(0)
    st.session_state.pop(CHANGING, None)
    st.rerun()
