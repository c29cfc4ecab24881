"""A popover of which the inside is drawn only when it is open, and that can be closed from here."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

# The browser finds a place for a popover while it is still empty: without room of its own it lands
# in the narrow strip below the buttons at the bottom, and stays there. look.css says how much room;
# a container that may be empty needs a height.
_HEIGHT = 240


@contextmanager
def lazy_popover(label: str, key: str) -> Iterator[bool]:
    """Gives whether it is open: only then draw what belongs in it, or when it would get lost.

    Opening and closing it is a run of the page.
    """
    if st.session_state.pop(_closing(key), False):
        st.session_state[key] = False
    elif st.session_state.get(key):
        # With another label it is another popover, and that would start closed.
        st.session_state[key] = True
    with (
        st.popover(label, on_change="rerun", key=key) as popover,
        st.container(height=_HEIGHT, border=False, key=f"lazy:{key}"),
    ):
        yield bool(popover.open)


def close_popover(key: str) -> None:
    """Close it in the next run: in this one it stands on the screen already."""
    st.session_state[_closing(key)] = True


def _closing(key: str) -> str:
    return f"{key}|close"
