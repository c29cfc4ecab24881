"""What participants offer on their phones: taken over, made an action, parked, or put aside."""

import streamlit as st

from guide.entries import Action, Note, Parked, Suggestion
from guide.rounds import waiting_suggestions
from guide.session import Session
from guide.set_up import perspective_label
from pages.widgets.opened import room

GUIDE_AVATAR = ":material/smartphone:"


def show_suggestions(session: Session) -> None:
    """Only here; never straight onto the public screen."""
    for seq, body in waiting_suggestions(session):
        _show(session, seq, body)


def _show(session: Session, seq: int, body: Suggestion) -> None:
    with st.chat_message("Voorstel", avatar=GUIDE_AVATAR):
        st.text(f"Voorstel van {perspective_label(session, body.perspective)}: {body.text}")
        with st.container(horizontal=True):
            if st.button("Overnemen", key=f"take:{seq}", type="primary"):
                note = Note(text=body.text, perspective=body.perspective)
                room().adopt(session, seq, note)
                st.rerun()
            if st.button("Maak er een actie van", key=f"take_action:{seq}"):
                room().adopt(session, seq, Action(what=body.text))
                st.rerun()
            if st.button("Parkeer", key=f"take_park:{seq}"):
                room().adopt(session, seq, Parked(text=body.text))
                st.rerun()
            if st.button("Opzij", key=f"take_aside:{seq}", type="tertiary"):
                room().put_aside(session, seq)
                st.rerun()
