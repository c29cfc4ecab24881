"""Which session is open, and for whom: its id stands in the address, or the key of a schrijver.

So F5, a new tab and a restart keep it. A schrijver never learns the id: it opens everything, also
when writing along is closed.
"""

from ipaddress import ip_address

import streamlit as st

from guide.access import Role
from guide.errors import NotFoundError
from guide.library import Library
from guide.models import Author
from guide.room import Room
from guide.rounds import is_asking
from guide.session import Session
from guide.sessions import Sessions
from guide.shared import shared_library, shared_room
from pages.widgets.failures import calm, show_failure

PARAMETER = "sessie"
NOTE_TAKER = "schrijver"
SECONDS_BETWEEN_LOOKS = 3
SECONDS_WHILE_OTHERS_ADD = 1
"""While a schrijver writes along, or the room answers a question."""


def sessions() -> Sessions:
    """The one door to everything recorded; shared by all tabs and phones of this server."""
    return room().sessions


def room() -> Room:
    """The verbs of the room; what is recorded here is by whoever opened this tab."""
    author = Author.NOTE_TAKER if is_note_taker() else Author.FACILITATOR
    return shared_room().speaking_as(author)


def is_note_taker() -> bool:
    """Whether this tab was opened with the link for the schrijver."""
    return bool(st.query_params.get(NOTE_TAKER, ""))


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
    if not (is_note_taker() or st.query_params.get(PARAMETER, "")):
        st.info("Er is nog geen sessie geopend. Ga naar Start en kies of maak een sessie.")
        if st.button("Naar Start", type="primary"):
            st.switch_page("start.py")
        st.stop()
    try:
        session = session_now()
    except NotFoundError as error:
        show_failure(error)
        if st.button("Naar Start", type="primary"):
            st.switch_page("start.py")
        st.stop()
    others_add = is_asking(session) or room().note_taker(session.id) is not None
    every = SECONDS_WHILE_OTHERS_ADD if others_add else SECONDS_BETWEEN_LOOKS
    st.fragment(_watch, run_every=every)(session.id, session.state.seq, [session])
    return session


def session_now() -> Session:
    """The session in the address as it is now; NotFoundError when it may not be opened (any more).

    For a callback: what the page was drawn from may be older, and so may the right to open it.
    """
    return sessions().load(_asked_for())


def _asked_for() -> str:
    """The id of the session; raises NotFoundError when a schrijver may not write along (now)."""
    key = st.query_params.get(NOTE_TAKER, "")
    if key:
        return shared_room().by_key(key, Role.NOTE_TAKER).session_id
    return st.query_params.get(PARAMETER, "")


def open_screen(page: str, session_id: str) -> None:
    """Go to another screen with the same session."""
    way_in = {PARAMETER: session_id}
    if is_note_taker():
        way_in = {NOTE_TAKER: st.query_params[NOTE_TAKER]}
    st.switch_page(f"{page}.py", query_params=way_in)


@calm
def _watch(session_id: str, seen: int, just_drawn: list[Session]) -> None:
    """Ask only for the newest number; redraw the page when another tab or device added something.

    It also makes the browser ask for a full run after a lost connection, so that the first click
    after it counts. While the page itself is drawn there is nothing to ask yet.
    """
    if just_drawn:
        just_drawn.clear()
    elif sessions().newest(session_id) != seen or _is_shut_out():
        st.rerun()


def _is_shut_out() -> bool:
    """Whether writing along was closed: the page then says so."""
    try:
        _asked_for()
    except NotFoundError:
        return True
    return False
