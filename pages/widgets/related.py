"""What else the naslag has about a norm: terms, examples, preconditions, its neighbour."""

import streamlit as st

from guide.session import Session
from pages.widgets.library_card import show_card
from pages.widgets.opened import library
from pages.widgets.plain import md


def show_terms(norm_id: str) -> None:
    """The terms of a norm, explained where they are met."""
    for item in library().related(norm_id).definitions:
        st.caption(f"**{md(item.title)}**: {md(item.text)}")


def show_related(session: Session, norm_id: str) -> None:
    """Folds of related items; the neighbours are our own interpretation and say so."""
    related = library().related(norm_id)
    preconditions = [item for item, _ in related.preconditions]
    for heading, items in (
        ("Begrippen", related.definitions),
        ("Praktijkvoorbeelden", related.examples),
        ("Randvoorwaarden en acties van anderen", preconditions),
        ("Verder in de naslag", related.others),
    ):
        if items:
            st.subheader(heading, anchor=False)
        for item in items:
            with st.expander(md(item.title), on_change="rerun", key=f"related:{item.id}") as fold:
                if fold.open:
                    show_card(item)
    if related.neighbours:
        st.subheader("Verwant in het andere normenkader (eigen duiding)", anchor=False)
    for norm in related.neighbours:
        st.text(f"{session.script.label(norm.id)}: {norm.title}")
