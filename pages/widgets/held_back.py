"""What may hold personal data: recorded only when a person says so, and never lost."""

from dataclasses import replace

import streamlit as st

from guide.entries import Body, Note
from guide.privacy import personal_data, warning
from guide.session import Session
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.plain import md
from pages.widgets.recording import Held, findings, keep, texts, waiting
from pages.widgets.typed import understood

CHANGING = "changing_held_back"
FORM = "held_change"


def show_held_back(session: Session) -> None:
    """The first of what waits: record it after all, or change it first."""
    if not waiting(session):
        return
    held = waiting(session)[0]
    found = texts(held.body)
    with st.container(border=True, key="held_back"):
        st.warning(md(warning(personal_data("\n".join(found.values())))), icon="🔒")
        if st.session_state.get(CHANGING) == session.id:
            _change(session, held)
            return
        # A private note is not repeated: the screen may be on the projector.
        private = isinstance(held.body, Note) and held.body.private
        st.text("(privénotitie)" if private else "\n".join(found.values()))
        st.caption("Dit is nog niet vastgelegd.")
        with st.container(horizontal=True):
            if st.button("Toch vastleggen", key="held_record") and keep(session, held):
                _done(session)
            if st.button("Niet vastleggen, ik pas het aan", key="held_drop", type="primary"):
                st.session_state[CHANGING] = session.id
                st.rerun()


def _change(session: Session, held: Held) -> None:
    """The text comes back to change; what it belongs to stays."""
    found = texts(held.body)
    shown = {("typed",): held.typed} if held.typed else {n: found[n] for n in findings(found)}
    with kept_form(session, FORM, everywhere=True) as form:
        changed = {
            name: form.field(st.text_area, "Pas de tekst aan", ".".join(name), text)
            for name, text in shown.items()
        }
        sent = form.sent("Vastleggen", type="primary")
    if st.button("Weggooien", key="held_discard", type="tertiary"):
        _done(session)
    if not sent:
        return
    if held.typed:
        body: Body = understood(session, changed[("typed",)]).body
    else:
        body = _with(held.body, changed)
    better = replace(held, body=body, typed=changed.get(("typed",), ""))
    if findings(texts(body)):
        waiting(session)[0] = better
        _shown_again(session)
    elif keep(session, better):
        _done(session)


def _with(body: Body, changed: dict[tuple[str, ...], str]) -> Body:
    values = body.model_dump()
    for (name, *keys), text in changed.items():
        if keys:
            values[name][keys[0]] = text
        else:
            values[name] = text
    return type(body).model_validate(values)


def _done(session: Session) -> None:
    waiting(session).pop(0)
    _shown_again(session)


def _shown_again(session: Session) -> None:
    start_fresh(session, FORM)
    st.session_state.pop(CHANGING, None)
    st.rerun()
