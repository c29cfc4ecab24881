"""What else the naslag has about a norm: terms, examples, preconditions, its neighbour."""

import streamlit as st

from guide.entries import Neighbours
from guide.judgements import neighbours
from guide.session import Session
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.library_card import show_card
from pages.widgets.opened import library
from pages.widgets.plain import md
from pages.widgets.recording import record


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
    _neighbours(session, norm_id)


def _neighbours(session: Session, norm_id: str) -> None:
    """Our suggestion, which the region may change for its own session."""
    st.subheader("Verwant in het andere normenkader (eigen duiding)", anchor=False)
    shown = neighbours(session, norm_id)
    for norm in shown:
        st.text(f"{session.script.label(norm)}: {session.script.title(norm)}")
    others = {
        norm: f"{session.script.label(norm)}: {session.script.title(norm)}"
        for norm, framework in session.script.framework_of.items()
        if norm in session.script.norms and framework != session.script.framework_of[norm_id]
    }
    key = f"neighbours:{norm_id}"
    with st.expander("Aanpassen voor deze sessie"), kept_form(session, key) as form:
        st.text("De rapporten leggen dit verband niet. Het is een voorstel van de makers.")
        chosen = form.field(
            st.pills,
            "Welke normen gaan over hetzelfde?",
            "norms",
            [norm for norm in shown if norm in others],
            options=list(others),
            selection_mode="multi",
            format_func=lambda norm: md(others.get(norm) or norm),
        )
        sent = form.sent("Vastleggen")
    if sent and record(session, Neighbours(target=norm_id, norms=tuple(chosen)), sure=True):
        start_fresh(session, key)
        st.rerun()
