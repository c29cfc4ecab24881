"""What leaves the groeipad: Excel, calendar, picture and Word, made when somebody asks for it."""

from collections.abc import Callable

import streamlit as st

from guide.calendar_events import calendar_owners
from guide.file_names import file_name
from guide.one_page import make_one_page
from guide.session import Session
from pages.widgets.failures import calm_failures
from pages.widgets.house_style import house_style
from pages.widgets.word_file import WORD, word_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ICS = "text/calendar"
NOT_MADE = (
    "Dit bestand kon niet worden gemaakt. Wat is vastgelegd, is bewaard. "
    "Ververs de pagina (F5) en probeer het opnieuw."
)


def show_roadmap_files(session: Session) -> None:
    """The files behind one button: a file is made only when the fold is open."""
    with st.popover("Downloaden", on_change="rerun", key="roadmap_files") as fold:
        if not fold.open:
            return
        name = file_name(session, "actielijst", "xlsx")
        _offer("Actielijst (Excel)", _excel, session, name, XLSX)
        _calendar(session)
        name = file_name(session, "groeipad", "docx")
        _offer("Eén pagina voor bestuurders (Word)", _one_page, session, name, WORD)
        for kind, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
            name = file_name(session, "groeipad", kind)
            _offer(f"Afbeelding ({kind.upper()})", _picture(kind), session, name, mime)


def _calendar(session: Session) -> None:
    everybody = "Alle trekkers"
    owner = st.selectbox("Agenda voor", [everybody, *calendar_owners(session)], key="ics_owner")
    chosen = None if owner == everybody else owner
    name = file_name(session, "agenda", "ics", chosen or "")
    _offer("Agenda (.ics)", lambda s: _ics(s, chosen), session, name, ICS)


def _offer(
    label: str, make: Callable[[Session], bytes], session: Session, name: str, mime: str
) -> None:
    # The libraries are loaded at the first download: they cost start-up time.
    with calm_failures(NOT_MADE):
        st.download_button(label, make(session), name, mime, on_click="ignore", key=f"file:{name}")


def _excel(session: Session) -> bytes:
    from guide.export.xlsx import write_action_list

    return write_action_list(session)


def _ics(session: Session, owner: str | None) -> bytes:
    from guide.export.ics import write_calendar

    return write_calendar(session, owner)


def _picture(kind: str) -> Callable[[Session], bytes]:
    from guide.export.roadmap_picture import draw_roadmap

    return lambda session: draw_roadmap(session, "png" if kind == "png" else "svg")


def _one_page(session: Session) -> bytes:
    return word_file(make_one_page(session), house_style(session))
