"""What leaves the groeipad: Excel, calendar, picture and Word, made when somebody asks for it.

The libraries are loaded at the first download: they cost start-up time.
"""

from typing import Literal

import streamlit as st

from guide.calendar_events import calendar_owners
from guide.file_names import file_name
from guide.one_page import make_one_page
from guide.session import Session
from pages.widgets.download import offer_file
from pages.widgets.house_style import house_style
from pages.widgets.word_file import WORD, word_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ICS = "text/calendar"
ZIP = "application/zip"
_EVERYBODY = "Alle trekkers"


def show_roadmap_files(session: Session) -> None:
    """The files behind one button: a file is made only when the fold is open."""
    with st.popover("Downloaden", on_change="rerun", key="roadmap_files") as fold:
        if not fold.open:
            return
        name = file_name(session, "actielijst", "xlsx")
        offer_file("Actielijst (Excel)", lambda: _excel(session), name, XLSX)
        _calendar(session)
        paper = make_one_page(session)
        label = "Eén pagina voor bestuurders (Word)"
        offer_file(label, lambda: word_file(paper, house_style(session)), paper.file_name, WORD)
        name = file_name(session, "groeipad", "png")
        offer_file("Afbeelding (PNG)", lambda: _picture(session, "png"), name, "image/png")
        if _sheets(session) > 1:
            name = file_name(session, "groeipad-vellen", "zip")
            offer_file("Afbeelding per vel A4 (zip)", lambda: _zipped(session), name, ZIP)
        name = file_name(session, "groeipad", "svg")
        offer_file("Afbeelding (SVG)", lambda: _picture(session, "svg"), name, "image/svg+xml")


def _calendar(session: Session) -> None:
    owner = st.selectbox("Agenda voor", [_EVERYBODY, *calendar_owners(session)], key="ics_owner")
    chosen = None if owner == _EVERYBODY else owner
    name = file_name(session, "agenda", "ics", chosen or "")
    offer_file("Agenda (.ics)", lambda: _ics(session, chosen), name, ICS)


def _excel(session: Session) -> bytes:
    from guide.export.xlsx import write_action_list

    return write_action_list(session)


def _ics(session: Session, owner: str | None) -> bytes:
    from guide.export.ics import write_calendar

    return write_calendar(session, owner)


def _picture(session: Session, kind: Literal["png", "svg"]) -> bytes:
    from guide.export.roadmap_picture import draw_roadmap

    return draw_roadmap(session, kind)


def _sheets(session: Session) -> int:
    from guide.export.roadmap_picture import count_sheets

    return count_sheets(session)


def _zipped(session: Session) -> bytes:
    from guide.export.roadmap_picture import zip_roadmap_sheets

    return zip_roadmap_sheets(session)
