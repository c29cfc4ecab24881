"""Letting the room take part: the code, how many are in per perspective, and the public screen."""

import streamlit as st

from guide.access import spoken_code
from guide.room import Room
from guide.rounds import present
from guide.session import Session
from guide.set_up import perspectives
from guide.shared import shared_room

ONLY_HERE = ("127.0.0.1", "localhost", "::1")


def room() -> Room:
    """The verbs of the room, on the same sessions as everything else."""
    return shared_room()


def show_joining(session: Session) -> None:
    """One button; what is behind it may be shown to the room."""
    count = sum(present(session).values())
    with st.popover(f"Deelnemers ({count})" if count else "Deelnemers", key="joining"):
        _reach()
        access = room().joining(session.id)
        if access is None or not access.is_open:
            st.text("Meedoen is nu gesloten. Deelnemers hebben geen naam of account nodig.")
            if st.button("Deelnemers laten meedoen", key="open_joining", type="primary"):
                room().open_joining(session.id)
                st.rerun()
        else:
            _open(session, access.code)
        _projector(session)


def _projector(session: Session) -> None:
    """The link is made when it is asked for: drawing a page never writes."""
    made = f"projector_of:{session.id}"
    if st.button("Publieksscherm", key="projector"):
        st.session_state[made] = room().projector(session.id).key
        st.rerun()
    if made in st.session_state:
        st.link_button("Publieksscherm openen", f"/scherm/{st.session_state[made]}")
        st.caption("Open het op het netwerkadres van de gids: dan klopt de QR-code voor telefoons.")


def _reach() -> None:
    """Who can reach the guide at all is decided when it is started, not here."""
    if st.get_option("server.address") in ONLY_HERE:
        st.info(
            "De gids is nu alleen op deze computer te openen. Start hem met "
            "`make run HOST=0.0.0.0` om telefoons op hetzelfde netwerk toe te laten. "
            "Doe dat alleen op een netwerk dat u vertrouwt."
        )


def _open(session: Session, code: str) -> None:
    st.markdown(f"Ga naar **/mee** op het adres van de gids en vul in: **{spoken_code(code)}**")
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
