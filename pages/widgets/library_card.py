"""One item of the naslag: its text, points, figures as a table, caveat and source."""

import streamlit as st

from guide.content_models import LibraryItem, Remark
from pages.widgets.bars import show_bars, shown
from pages.widgets.opened import library
from pages.widgets.plain import md


def show_card(item: LibraryItem) -> None:
    """Everything the naslag knows of this item, the caveat before the source."""
    st.text(item.text)
    for point in item.points:
        st.text(f"•  {point.text}")
    if item.amounts:
        _amounts(item)
    for action in item.actions:
        st.text(f"•  {action.text} (initiatief: {action.initiative}, {action.level})")
    for remark in (item.caveat, item.certainty):
        if remark:
            st.info(md(remark))
    st.caption(md(library().source_in_words(item.source)))


def show_remark(remark: Remark) -> None:
    """A statement about a whole normenkader."""
    st.text(remark.text)
    if remark.source is not None:
        st.caption(md(library().source_in_words(remark.source)))


def _amounts(item: LibraryItem) -> None:
    """Figures as plain bars, and the same in a table: the words carry everything."""
    show_bars(item.amounts, item.title)
    st.table(
        [
            {"Wat": md(a.label), "Aantal": md(shown(a)), "Waarvan": md(a.base) or "–"}
            for a in item.amounts
        ]
    )
