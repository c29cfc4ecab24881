"""Which session is open: its id stands in the address, so F5, a new tab and a restart keep it."""

from ipaddress import ip_address

import streamlit as st

from guide.errors import NotFoundError
from guide.library import Library
from guide.session import Session
from guide.sessions import Sessions
from guide.shared import shared_library, shared_sessions
from pages.widgets.failures import calm, show_failure

PARAMETER = "sessie"
SECONDS_BETWEEN_LOOKS = 2


def sessions() -> Sessions:
    """The one door to everything recorded; shared by all tabs and phones of this server."""
    return shared_sessions()


def library() -> Library:
    """The naslag, indexed once."""
    return shared_library()


def is_at_this_computer() -> bool:
    """Whether the visitor sits at the computer that the guide runs on."""
    address = visitor_address()
    return address is None or ip_address(address).is_loopback


def visitor_address() -> str | None:
    """The network address of the visitor; None on the computer itself."""
    return st.context.ip_address


def opened_session() -> Session:
    """The session in the address; without one the page says where to find it and stops."""
    session_id = st.query_params.get(PARAMETER, "")
    if not session_id:
        st.info("Er is nog geen sessie geopend. Ga naar Start en kies of maak een sessie.")
        if st.button("Naar Start", type="primary"):
            st.switch_page("start.py")
        st.stop()
    try:
        session = sessions().load(session_id)
    except NotFoundError as error:
        show_failure(error)
        if st.button("Naar Start", type="primary"):
            st.switch_page("start.py")
        st.stop()
    _watch(session.id, session.state.seq)
    return session


def open_screen(page: str, session_id: str) -> None:
    """Go to another screen with the same session."""
    st.switch_page(f"{page}.py", query_params={PARAMETER: session_id})


@st.fragment(run_every=SECONDS_BETWEEN_LOOKS)
@calm
def _watch(session_id: str, seen: int) -> None:
    """Ask only for the newest number; redraw the page when another tab or device added something.

    It also makes the browser ask for a full run after a lost connection, so that the first click
    after it counts.
    """
    if sessions().newest(session_id) > seen:
        st.rerun()
