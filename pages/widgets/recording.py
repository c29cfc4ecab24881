"""From a screen to the record: one door, with the warning about personal data before it."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Body
from guide.errors import GuideError
from guide.privacy import personal_data, warning
from guide.session import Session
from pages.widgets.failures import show_failure
from pages.widgets.opened import sessions
from pages.widgets.plain import md

HELD = "held_back"


def record(
    session: Session,
    body: Body,
    *,
    place: Place | None = None,
    replaces: int | None = None,
    answers: int | None = None,
    sure: bool = False,
) -> bool:
    """Record a body; False when it was refused or is held back for a look at personal data."""
    findings = () if sure else personal_data(_texts(body))
    if findings:
        st.session_state[HELD] = (body, place, replaces, answers)
        return True
    try:
        if replaces is not None:
            sessions().correct(session, replaces, body)
        elif answers is not None:
            sessions().accept(session, answers, body)
        else:
            sessions().record(session, body, place=place)
    except GuideError as error:
        show_failure(error)
        return False
    return True


def show_held_back(session: Session) -> None:
    """The thing that may hold personal data: recorded only when a person says so."""
    held = st.session_state.get(HELD)
    if held is None:
        return
    body, place, replaces, answers = held
    text = _texts(body)
    with st.container(border=True, key="held_back"):
        st.warning(md(warning(personal_data(text))), icon="🔒")
        st.text(text)
        st.caption("Dit is nog niet vastgelegd.")
        with st.container(horizontal=True):
            if st.button("Toch vastleggen", key="held_record"):
                del st.session_state[HELD]
                if record(
                    session, body, place=place, replaces=replaces, answers=answers, sure=True
                ):
                    st.rerun()
            if st.button("Niet vastleggen, ik pas het aan", key="held_drop", type="primary"):
                st.session_state["chat_again"] = getattr(body, "text", "")
                del st.session_state[HELD]
                st.rerun()


def _texts(body: Body) -> str:
    """Every text in a body, joined: what the check for personal data reads."""
    return "\n".join(
        value
        for name, value in body.model_dump().items()
        if isinstance(value, str) and value and name not in ("kind", "perspective", "target")
    )
