"""Which place of the talk this tab shows: where the talk is, unless that would take a form away.

Another device may move the talk on while somebody here still fills in a form. The page then stays
where it was, says so, and goes along when the form is recorded or when one asks for it.
"""

import streamlit as st

from guide.agenda import Place, current_place, places, target_label
from guide.session import Session
from pages.widgets.kept_forms import stand_at, unsent_at

_SHOWN = "place_shown"


def follow_the_talk(session: Session) -> None:
    """Call at the start of the page: decide which place it shows."""
    here = _name(session, current_place(session))
    shown = st.session_state.get(_SHOWN, here)
    if shown != here and not (_place(session, shown) and unsent_at(shown)):
        shown = here
    st.session_state[_SHOWN] = shown
    stand_at(shown)


def go_along() -> None:
    """Show where the talk is, whatever stands here: what is filled in is kept."""
    st.session_state.pop(_SHOWN, None)
    stand_at("")


def shown_place(session: Session) -> Place:
    """The place this tab shows; on the other screens, where the talk is."""
    here = current_place(session)
    shown = st.session_state.get(_SHOWN)
    if shown in (None, _name(session, here)):
        return here
    return _place(session, shown) or here


def is_waiting(session: Session) -> bool:
    """Whether the talk went on without this tab."""
    return _name(session, shown_place(session)) != _name(session, current_place(session))


def where_the_talk_is(session: Session) -> str:
    """The present place in words."""
    here = current_place(session)
    return target_label(session, here.target) if here.target else here.step.question


def _place(session: Session, name: str) -> Place | None:
    """The place with this name; None when it is gone, or of another session."""
    return next((place for place in places(session) if _name(session, place) == name), None)


def _name(session: Session, place: Place) -> str:
    return f"{session.id}|{place.step.id}|{place.target}"
