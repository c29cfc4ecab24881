"""A norm or theme in plain words: explanation, elements, footnotes and exact source."""

import streamlit as st

from guide.content_models import Norm, Theme
from guide.session import Script
from pages.widgets.opened import library
from pages.widgets.plain import md


def show_norm(script: Script, norm: Norm) -> None:
    """Everything about one norm. Elements are talking points, not boxes to tick."""
    st.text(norm.official_text or norm.explanation)
    if norm.elements_intro:
        st.text(norm.elements_intro)
    for element in norm.elements:
        st.text(f"{element.label}.  {element.text}")
        for footnote in element.footnotes:
            st.caption(md(f"Noot {footnote.number}: {footnote.text}"))
    for footnote in norm.footnotes:
        st.caption(md(f"Noot {footnote.number}: {footnote.text}"))
    st.caption(
        md(f"Bron: {library().source_in_words(norm.source)}. {script.wording.own_words_notice}")
    )


def show_theme(script: Script, theme: Theme) -> None:
    """The goal of a theme and the headings of its norms."""
    st.text(theme.goal)
    for norm in theme.norms:
        st.text(f"{norm.number}  {norm.title}")
    st.caption(
        md(f"Bron: {library().source_in_words(theme.source)}. {script.wording.own_words_notice}")
    )
