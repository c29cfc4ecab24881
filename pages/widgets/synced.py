"""A field that saves itself and follows what others record, without ever losing what was typed.

A widget's value is compared with what is stored in the body of the page: the first callback after a
lost connection is not called, the body is. Three values decide: what is stored, what this tab
showed last, and what the widget holds now.
"""

from collections.abc import Collection
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_MISSING = object()


def prepare(
    key: str, stored: Any, earlier: Collection[Any] | None = None, *, start: str = "value"
) -> dict[str, Any]:
    """Call before the widget with this key is drawn, and hand the result to the widget.

    The widget takes the stored value, unless it holds an edit of this tab that is not stored yet.
    `earlier` is every value that was ever stored; `start` is what the widget calls its first value.
    """
    held = st.session_state.get(key, _MISSING)
    shown = st.session_state.get(_shown(key), _MISSING)
    is_new = shown is _MISSING and earlier is not None
    st.session_state[_shown(key)] = stored
    st.session_state[_earlier(key)] = earlier if is_new else None
    if is_new:
        # After a restart of the server the browser sends its value back. It comes out of the widget
        # only when nothing is set for it here.
        return {start: stored}
    if held is _MISSING or (held == shown and stored != shown):
        st.session_state[key] = stored
    return {}


def edited(key: str, stored: Any) -> bool:
    """Call after the widget: whether it holds something that is not stored."""
    held = st.session_state[key]
    earlier = st.session_state.get(_earlier(key))
    if held != stored and earlier is not None and held in earlier:
        # Not an edit: the screen still showed what was stored before the connection was lost.
        del st.session_state[key]
        st.rerun()
    return bool(held != stored)


def is_pressed_now() -> bool:
    """Ask in the callback of a field: whether a person did something.

    The timer of a fragment also sends what the fields hold, and that may be what stood there before
    another tab recorded something newer.
    """
    context = get_script_run_ctx()
    return context is not None and not context.fragment_ids_this_run


def accept(key: str) -> None:
    """Call after saving: what the widget holds is now what is stored."""
    st.session_state[_shown(key)] = st.session_state[key]


def forget(key: str) -> None:
    """Let the widget start from the stored value the next time it is drawn."""
    st.session_state.pop(key, None)


def _shown(key: str) -> str:
    return f"{key}|shown"


def _earlier(key: str) -> str:
    return f"{key}|earlier"
