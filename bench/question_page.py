"""The same question put by plain Streamlit: a fragment that looks for it, a row of answers."""

import os
from pathlib import Path

import streamlit as st

from guide.models import ANSWERS

QUESTION = Path(os.environ["BENCH_RECIPES"]) / "question.txt"


@st.fragment(run_every=1)
def _ask() -> None:
    st.text(QUESTION.read_text(encoding="utf-8"))


_ask()
st.segmented_control("Uw antwoord", [value.label for value in ANSWERS], key="answer")
