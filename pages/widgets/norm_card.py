"""A norm or theme in plain words: explanation, elements, footnotes and exact source."""

import streamlit as st

from guide.content_models import Norm, Theme
from guide.session import Script
from pages.widgets.opened import library, sessions
from pages.widgets.plain import md


def show_norm(script: Script, norm: Norm) -> None:
    """Everything about one norm. Elements are talking points, not boxes to tick."""
    official = _show_official(norm)
    st.text(norm.explanation)
    if norm.elements_intro:
        st.text(norm.elements_intro)
    for element in norm.elements:
        st.text(f"{element.label}.  {element.text}")
        for footnote in element.footnotes:
            st.caption(md(f"Noot {footnote.number}: {footnote.text}"))
    for footnote in norm.footnotes:
        st.caption(md(f"Noot {footnote.number}: {footnote.text}"))
    notice = "" if official else f" {script.wording.own_words_notice}"
    st.caption(md(f"Bron: {library().source_in_words(norm.source)}.{notice}"))


def _show_official(norm: Norm) -> bool:
    """The official text as it stands in the source, where this organisation has loaded it."""
    kept = sessions().official.all()
    parts = [(element.label, kept.get(element.id, "")) for element in norm.elements]
    text = kept.get(norm.id, "")
    if text or any(words for _, words in parts):
        st.markdown("**Officiële tekst uit uw eigen exemplaar**")
    elif norm.official_text:
        st.markdown("**Officiële tekst**")
        text = norm.official_text
    else:
        return False
    if text:
        st.text(text)
    for label, words in parts:
        if words:
            # Elements with a number here are dashes in the source.
            st.text(f"–  {words}" if label.isdigit() else f"{label})  {words}")
    st.markdown("**In onze eigen woorden**")
    return True


def show_theme(script: Script, theme: Theme) -> None:
    """The goal of a theme and the headings of its norms."""
    st.text(theme.goal)
    for norm in theme.norms:
        st.text(f"{norm.number}  {norm.title}")
    for footnote in theme.footnotes:
        st.caption(md(f"Noot {footnote.number}: {footnote.text}"))
    st.caption(
        md(f"Bron: {library().source_in_words(theme.source)}. {script.wording.own_words_notice}")
    )
