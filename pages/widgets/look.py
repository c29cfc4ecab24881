"""The look that the theme settings cannot give: one constant stylesheet, no user text in it."""

from pathlib import Path

import streamlit as st

STYLESHEET = Path(__file__).resolve().parent / "look.css"


def apply_look() -> None:
    """Add the stylesheet to the page."""
    st.html(STYLESHEET)
