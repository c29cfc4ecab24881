"""Numbers of children, per form of opvang, with what makes a number mean something."""

import streamlit as st

from guide.agenda import Place
from guide.content_models import Sector
from guide.entries import NumberOfChildren
from guide.models import Exactness
from guide.phrases import count_in_words
from guide.session import Session
from guide.set_up import sectors
from pages.widgets.kept_forms import kept_form, start_fresh
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
    key = f"count:{sector.value}"
    with kept_form(session, key, border=True) as form:
        st.subheader(sector.label.capitalize(), anchor=False)
        if known:
            st.text(count_in_words(known))
        start = known or NumberOfChildren(sector=sector.value, exactness=Exactness.ESTIMATE)
        count = form.field(
            st.number_input,
            "Aantal kinderen",
            "count",
            start.count,
            min_value=0,
            max_value=1_000_000,
            step=1,
            placeholder="niet ingevuld",
        )
        exactness = form.field(
            st.radio,
            "Hoe zeker is dit?",
            "exactness",
            start.exactness,
            options=list(Exactness),
            format_func=lambda e: e.label,
            horizontal=True,
        )
        definition = form.field(
            st.selectbox,
            "Wie tellen mee?",
            "definition",
            start.definition if start.definition in definitions else "",
            options=["", *definitions],
            format_func=lambda d: definitions[d].label if d in definitions else "Nog niet gekozen",
        )
        if definition:
            st.caption(md(definitions[definition].text))
        date = form.field(
            st.text_input, "Peildatum of periode", "reference_date", start.reference_date
        )
        origin = form.field(st.text_input, "Bron", "origin", start.origin)
        remark = form.field(st.text_input, "Toelichting", "remark", start.remark)
        sent = form.sent("Vastleggen")
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
        start_fresh(session, key)
        st.rerun()
