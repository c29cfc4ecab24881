"""Forms that start empty again once what they held is recorded: not sooner, and only in this tab.

Streamlit's own clear_on_submit also empties a form that was refused; a key that counts what is
recorded empties it when another tab records something.
"""

import streamlit as st


def form_key(form: str) -> str:
    """The key to give the form now."""
    return f"{form}:{st.session_state.get(_count(form), 0)}"


def start_fresh(form: str) -> None:
    """Call when its content is recorded: the next drawing starts empty."""
    st.session_state[_count(form)] = st.session_state.get(_count(form), 0) + 1


def _count(form: str) -> str:
    return f"{form}|filled"
