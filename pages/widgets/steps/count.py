"""Numbers of children, per form of opvang, with what makes a number mean something."""

import streamlit as st

from guide.agenda import Place
from guide.content_models import Sector
from guide.entries import NumberOfChildren
from guide.models import Exactness
from guide.phrases import count_in_words
from guide.session import Session
from guide.set_up import sectors
from pages.widgets.plain import md
from pages.widgets.recording import record
from pages.widgets.steps.ask import show_ask


def show_count(session: Session, place: Place) -> None:
    """One form per form of opvang: they are never added up."""
    columns = st.columns(len(sectors(session)) or 1)
    for column, sector in zip(columns, sectors(session), strict=False):
        with column:
            _form(session, sector)
    show_ask(session, place)


def _form(session: Session, sector: Sector) -> None:
    known = session.state.value(("number_of_children", sector.value), NumberOfChildren)
    definitions = {d.id: d for d in session.script.wording.count_definitions}
    with st.form(f"count:{sector.value}", enter_to_submit=False):
        st.subheader(sector.label.capitalize(), anchor=False)
        if known:
            st.text(count_in_words(known))
        count = st.number_input(
            "Aantal kinderen",
            0,
            1_000_000,
            known.count if known else None,
            step=1,
            placeholder="niet ingevuld",
        )
        exactness = st.radio(
            "Hoe zeker is dit?",
            list(Exactness),
            index=list(Exactness).index(known.exactness) if known else 1,
            format_func=lambda e: e.label,
            horizontal=True,
        )
        definition = st.selectbox(
            "Wie tellen mee?",
            ["", *definitions],
            index=[*["", *definitions]].index(known.definition) if known else 0,
            format_func=lambda d: definitions[d].label if d else "Nog niet gekozen",
        )
        if definition:
            st.caption(md(definitions[definition].text))
        date = st.text_input("Peildatum of periode", known.reference_date if known else "")
        origin = st.text_input("Bron", known.origin if known else "")
        remark = st.text_input("Toelichting", known.remark if known else "")
        sent = st.form_submit_button("Vastleggen")
    if (
        sent
        and exactness
        and record(
            session,
            NumberOfChildren(
                sector=sector.value,
                count=None if exactness is Exactness.UNKNOWN else count,
                exactness=exactness,
                definition=definition,
                reference_date=date,
                origin=origin,
                remark=remark,
            ),
        )
    ):
        st.rerun()
