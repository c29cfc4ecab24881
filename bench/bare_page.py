"""A bare Streamlit page with the parts of the recipe in its address, or almost nothing."""

import streamlit as st

from bench.drawing import draw, recipe


@st.fragment(run_every=2)
def _poll() -> None:
    """As little as a poll can be."""


name = st.query_params.get("recipe", "")
if name:
    _poll()
    draw(recipe(name))
else:
    st.write("Hallo")
