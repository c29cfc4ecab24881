"""One region on the start screen: its newest session, and behind a fold what else one can do."""

import datetime as dt

import streamlit as st

from guide.dutch_dates import date_in_words
from guide.errors import GuideError
from guide.export.session_file import write_session_file
from guide.file_names import file_name
from guide.session import Session
from guide.session_list import SessionSummary
from guide.set_up import details
from pages.widgets.failures import show_failure
from pages.widgets.opened import open_screen, sessions

_A_YEAR = dt.timedelta(days=364)  # the same day of the week


def show_line(line: tuple[SessionSummary, ...]) -> None:
    """The sessions of one region over the years: the newest large, earlier ones behind a fold."""
    newest, *earlier = line
    with st.container(border=True):
        _row(newest)
        if earlier:
            label = f"Eerder in deze regio ({len(earlier)})"
            with st.expander(label, key=f"earlier:{newest.id}"):
                for each in earlier:
                    _row(each)


def name_of(summary: SessionSummary) -> str:
    """'Voorbeeldregio · 12 maart 2027'."""
    date = date_in_words(summary.date) if summary.date else "datum nog niet bekend"
    mark = " · voorbeeld" if summary.example else ""
    return f"{summary.region or 'Zonder naam'} · {date}{mark}"


def _row(summary: SessionSummary) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(name_of(summary), width="stretch")
        if st.button("Voorbereiden", key=f"prepare:{summary.id}"):
            open_screen("set_up", summary.id)
        if st.button("Gesprek", key=f"open:{summary.id}", type="primary"):
            open_screen("conversation", summary.id)
        key = f"more:{summary.id}"
        with st.popover("Meer", on_change="rerun", key=key) as more:
            if more.open:
                session = sessions().load(summary.id)
                _follow(session)
                _offer_session_file(session)


def _follow(session: Session) -> None:
    """The next session of this region starts from this one."""
    st.markdown("**Vervolgsessie**")
    st.caption(
        "Neemt partijen, normenkaders en agenda over. "
        "Open acties en de beelden van nu komen terug in de Terugblik."
    )
    label, key = "Datum van de vervolgsessie", f"next:{session.id}"
    date = st.date_input(label, _suggested(session), format="DD-MM-YYYY", key=key)
    if st.button("Vervolgsessie maken", key=f"follow:{session.id}", type="primary"):
        try:
            made = sessions().follow(session, date.isoformat() if date else "")
        except GuideError as error:
            show_failure(error)
            return
        open_screen("set_up", made)


def _suggested(session: Session) -> dt.date | None:
    set_up = details(session)
    return set_up.next_date or (set_up.date + _A_YEAR if set_up.date else None)


def _offer_session_file(session: Session) -> None:
    """Everything of this session in one file, to go on elsewhere or to keep."""
    st.markdown("**Sessie bewaren**")
    st.caption(
        "Eén bestand met alles wat is vastgelegd, ook privénotities. "
        "Lees het op een andere computer in om verder te gaan."
    )
    st.download_button(
        "Sessiebestand downloaden",
        write_session_file(*sessions().everything(session.id)),
        file_name(session, "sessie", "json"),
        "application/json",
        on_click="ignore",
        key=f"file:{session.id}",
    )
