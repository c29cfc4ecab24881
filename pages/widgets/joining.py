"""Letting the room take part: the code, how many are in per perspective, and the public screen."""

from urllib.parse import urlsplit

import streamlit as st

from guide.access import spoken_code
from guide.network_address import for_other_devices, is_this_computer
from guide.rounds import present
from guide.session import Session
from guide.set_up import perspectives
from pages.widgets.lazy_popover import lazy_popover
from pages.widgets.note_taking import show_note_taking
from pages.widgets.opened import is_note_taker, room
from pages.widgets.plain import md
from pages.widgets.preparing import show_preparing

ONLY_HERE = ("127.0.0.1", "localhost", "::1")


def show_joining(session: Session) -> None:
    """One button; what is behind it may be shown to the room. Who writes along lets nobody in."""
    if is_note_taker():
        return
    count = sum(present(session).values())
    label = f"Deelnemers ({count})" if count else "Deelnemers"
    with lazy_popover(label, "joining") as is_open:
        if not is_open:
            return
        origin = origin_for_others()
        if not origin:
            _say_nobody_can_reach()
        access = room().joining(session.id)
        if access is None or not access.is_open:
            st.text("Meedoen is nu gesloten. Deelnemers hebben geen naam of account nodig.")
            if st.button("Deelnemers laten meedoen", key="open_joining", type="primary"):
                room().open_joining(session.id)
                st.rerun()
        else:
            _open(session, access.code, origin)
        show_preparing(session)
        _projector(session)
        show_note_taking(session, origin)


def origin_for_others() -> str:
    """Where other devices find the guide; '' when it lets in only this computer."""
    opened = urlsplit(st.context.url or "http://localhost")
    if is_this_computer(opened.netloc) and st.get_option("server.address") in ONLY_HERE:
        return ""
    port = int(st.get_option("server.port"))
    return for_other_devices(opened.scheme, opened.netloc, port)


def _projector(session: Session) -> None:
    """The link is made when it is asked for: drawing a page never writes."""
    made = f"projector_of:{session.id}"
    if st.button("Publieksscherm", key="projector"):
        st.session_state[made] = room().projector(session.id).key
        st.rerun()
    if made in st.session_state:
        st.link_button("Publieksscherm openen", f"/scherm/{st.session_state[made]}")


def _say_nobody_can_reach() -> None:
    """Who can reach the guide at all is decided when it is started, not here."""
    st.info(
        "De gids is nu alleen op deze computer te openen: telefoons kunnen de QR-code en het adres "
        "niet gebruiken. Start hem met `make run HOST=0.0.0.0` om apparaten op hetzelfde netwerk "
        "toe te laten. Doe dat alleen op een netwerk dat u vertrouwt."
    )


def _open(session: Session, code: str, origin: str) -> None:
    where = f"**{md(urlsplit(origin).netloc)}/mee**" if origin else "**/mee** op deze computer"
    st.markdown(f"Ga naar {where} en vul in: **{spoken_code(code)}**")
    counts = present(session)
    for perspective in perspectives(session):
        word = counts.get(perspective.id, 0)
        st.text(f"{perspective.symbol} {perspective.label}: {word or 'nog niemand'}")
    with st.container(horizontal=True):
        if st.button("Nieuwe code", key="renew_code"):
            room().renew_code(session.id)
            st.rerun()
        if st.button("Meedoen sluiten", key="close_joining"):
            room().close_joining(session.id)
            st.rerun()
