"""One item of the naslag: its text, points, figures as a table, caveat and source."""

import streamlit as st

from guide.content_models import Amount, LibraryItem
from guide.dutch_dates import number
from pages.widgets.opened import library
from pages.widgets.plain import md


def show_card(item: LibraryItem) -> None:
    """Everything the naslag knows of this item, the caveat before the source."""
    st.text(item.text)
    for point in item.points:
        st.text(f"•  {point.text}")
    if item.amounts:
        _amounts(item.amounts)
    for action in item.actions:
        st.text(f"•  {action.text} (initiatief: {action.initiative}, {action.level})")
    for remark in (item.caveat, item.certainty):
        if remark:
            st.info(md(remark))
    st.caption(md(library().source_in_words(item.source)))


def _amounts(amounts: tuple[Amount, ...]) -> None:
    """Figures in a plain table: the words carry everything."""
    rows = [
        {"Wat": md(a.label), "Aantal": _shown(a), "Waarvan": md(a.base) or "–"} for a in amounts
    ]
    st.table(rows)


def _shown(amount: Amount) -> str:
    if amount.unit == "%":
        return f"{number(amount.value)}%"
    return md(f"{number(amount.value)} {amount.unit}".strip())
