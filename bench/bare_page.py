"""A bare Streamlit page with the parts of a recipe; BENCH_RECIPE names the file, if any."""

import os

import streamlit as st

from bench.drawing import draw, recipe


@st.fragment(run_every=2)
def _poll() -> None:
    """As little as a poll can be."""


if os.environ.get("BENCH_RECIPE"):
    _poll()
    draw(recipe(os.environ["BENCH_RECIPE"]))
else:
    st.write("Hallo")
