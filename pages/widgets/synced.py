"""A field that saves itself and follows what others record, without ever losing what was typed.

A widget's value is compared with what is stored in the body of the page: the first callback after a
lost connection is not called, the body is. Three values decide: what is stored, what this tab
showed last, and what the widget holds now.
"""

from collections.abc import Collection
from typing import Any

import streamlit as st

_MISSING = object()


def prepare(key: str, stored: Any, earlier: Collection[Any] = ()) -> None:
    """Call before the widget with this key is drawn.

    The widget takes the stored value, unless it holds an edit of this tab that is not stored yet.
    """
    held = st.session_state.get(key, _MISSING)
    shown = st.session_state.get(_shown(key), _MISSING)
    if held is _MISSING:
        st.session_state[key] = stored
    elif shown is _MISSING:
        # After a lost connection the browser sends its value back: an older stored value is only a
        # stale display, anything else is an edit made while the connection was gone.
        if held in earlier:
            st.session_state[key] = stored
    elif held == shown and stored != shown:
        st.session_state[key] = stored
    st.session_state[_shown(key)] = stored


def edited(key: str, stored: Any) -> bool:
    """Call after the widget: whether it holds something that is not stored."""
    return bool(st.session_state[key] != stored)


def accept(key: str) -> None:
    """Call after saving: what the widget holds is now what is stored."""
    st.session_state[_shown(key)] = st.session_state[key]


def forget(key: str) -> None:
    """Let the widget start from the stored value the next time it is drawn."""
    st.session_state.pop(key, None)
    st.session_state.pop(_shown(key), None)


def _shown(key: str) -> str:
    return f"{key}|shown"
