"""The line to type in, and back, next, park and undo: always in the same place at the bottom."""

from typing import Any

import streamlit as st

from guide.agenda import Place, first_of_item, neighbour, places
from guide.descriptions import describe
from guide.dutch_dates import time_in_words
from guide.entries import Body, Entry, Note, Parked, Restoration, Retraction
from guide.errors import GuideError
from guide.plain_text import one_line
from guide.region_time import region_time
from guide.session import Session
from guide.set_up import active_agenda
from pages.widgets.failures import show_failure
from pages.widgets.following import go_along, is_waiting, shown_place, where_the_talk_is
from pages.widgets.joining import show_joining
from pages.widgets.kept_forms import has_unsent, kept_form, start_fresh
from pages.widgets.lazy_popover import close_popover, lazy_popover
from pages.widgets.opened import open_screen, sessions
from pages.widgets.plain import md
from pages.widgets.recording import record
from pages.widgets.typed import understood

PLACEHOLDER = (
    "Typ wat de zaal zegt …  (actie: · besluit: · parkeer: · @gemeente: · privé: · ?begrip)"
)

HINTS = "hints"
AGAIN = "again"


def show_bottom(session: Session) -> None:
    """Everything one does while talking, within reach."""
    with st.bottom:
        again = st.container()
        _show_hints()
        if is_waiting(session):
            _say_the_talk_went_on(session)
        with st.container(horizontal=True, vertical_alignment="center", key="moves"):
            if is_waiting(session):
                _go_along()
            else:
                _moves(session)
            _undo(session)
            _park(session)
            _jump(session)
            _pause(session)
            show_joining(session)
            _last_recorded(session)
        # In a container of its own the page does not scroll to its end at every run.
        with st.container():
            typed = st.chat_input(PLACEHOLDER, key="typed", max_chars=100_000)
    if typed:
        _take(session, typed)
    with again:
        _type_again(session)


def _take(session: Session, typed: str) -> None:
    """Record what was typed: as a note, or as a draft that is read back first."""
    meant = understood(session, typed)
    if not record(session, meant.body, typed=typed):
        st.session_state[_refused(session)] = typed
        return
    _forget_refused(session)
    # What the guide could not place stays in the note; that it could not is said once.
    st.session_state[HINTS] = meant.unclear if isinstance(meant.body, Note) else ()
    st.rerun()


def _show_hints() -> None:
    for hint in st.session_state.pop(HINTS, ()):
        st.caption(md(f"Genoteerd. {hint}"))


def _type_again(session: Session) -> None:
    """What could not be recorded, so that it does not have to be typed once more."""
    refused = st.session_state.get(_refused(session))
    if not refused:
        return
    with kept_form(session, AGAIN, border=True, everywhere=True) as form:
        text = form.field(st.text_area, "Dit is nog niet vastgelegd", "text", refused)
        sent = form.sent("Opnieuw vastleggen", type="primary")
    if sent and text.strip():
        _take(session, text)
    elif sent:
        _forget_refused(session)
        st.rerun()


def _refused(session: Session) -> str:
    return f"refused|{session.id}"


def _forget_refused(session: Session) -> None:
    if st.session_state.pop(_refused(session), None) is not None:
        start_fresh(session, AGAIN)


def _say_the_talk_went_on(session: Session) -> None:
    st.info(
        md(
            f"Het gesprek is verder gegaan, naar: {where_the_talk_is(session)}. Op dit scherm "
            "staat nog iets dat niet is vastgelegd. Leg het vast, of ga mee: de tekst blijft "
            "hier bewaard."
        )
    )


def _go_along() -> None:
    if _pressed("Ga mee ›", "go_along", shortcut="Alt+Right", type="primary"):
        go_along()
        st.rerun()


def _moves(session: Session) -> None:
    first, last = (neighbour(session, offset) is None for offset in (-1, +1))
    if _pressed("‹ Terug", "back", shortcut="Alt+Left", disabled=first):
        sessions().back(session)
        go_along()
        st.rerun()
    label = "Afronden" if last else "Verder ›"
    if _pressed(label, "next", shortcut="Alt+Right", type="primary"):
        sessions().next(session)
        go_along()
        if last:
            open_screen("minutes", session.id)
        st.rerun()


def _pressed(label: str, key: str, **options: Any) -> bool:
    """A press that also counts when the step has first to save a field, which starts a new run."""
    wanted = f"{key}|pressed"
    pressed = st.button(
        label, key=key, on_click=st.session_state.__setitem__, args=(wanted, True), **options
    )
    return bool(st.session_state.pop(wanted, False)) or pressed


def _undo(session: Session) -> None:
    if st.button("Ongedaan maken", key="undo"):
        try:
            _, undone = sessions().undo(session)
        except GuideError as error:
            show_failure(error)
            return
        st.session_state["undone"] = _undone_in_words(session, undone)
        st.rerun()
    message = st.session_state.pop("undone", "")
    if message:
        st.caption(md(message))


def _undone_in_words(session: Session, undone: Entry | None) -> str:
    """What was undone; of a withdrawal, what it was about."""
    if undone is None:
        return "Er is niets meer om ongedaan te maken."
    body: Body = undone.body
    word = "Ongedaan gemaakt"
    if isinstance(body, Retraction | Restoration):
        word = "Teruggezet" if isinstance(body, Retraction) else "Weer ingetrokken"
        record_now = session.state.record(body.of)
        body = record_now.body if record_now is not None else body
    if isinstance(body, Note) and body.private:
        # The screen may be on the projector.
        return f"{word}: een privénotitie"
    said = one_line(describe(session, body), 80)
    return f"{word}: {said}" if said else word


def _park(session: Session) -> None:
    with lazy_popover("Parkeer", "park") as is_open:
        # The browser keeps what was typed only as long as its field is drawn.
        if not (is_open or has_unsent(session, "park_form")):
            return
        with kept_form(session, "park_form", everywhere=True) as form:
            text = form.field(st.text_area, "Punt voor de parkeerlijst", "text")
            sent = form.sent("Parkeren", type="primary")
    if sent and text.strip() and record(session, Parked(text=text)):
        start_fresh(session, "park_form")
        close_popover("park")
        st.rerun()


def _last_recorded(session: Session) -> None:
    """Said in words on the screen and to a screen reader (an alert has the role status)."""
    if session.state.at is not None:
        st.success(f"Vastgelegd om {time_in_words(region_time(session.state.at))}", width=250)


def _jump(session: Session) -> None:
    with lazy_popover("Ga naar", "jump") as is_open:
        if not is_open:
            return
        here = shown_place(session).item.id
        for number, item in enumerate(active_agenda(session), start=1):
            mark = " (hier)" if item.id == here else ""
            if st.button(
                md(f"{number} {item.item.title}") + mark, key=f"jump:{item.id}", type="tertiary"
            ):
                _go_to(session, first_of_item(session, item.id))
        st.caption("Stappen binnen dit agendapunt")
        for step in shown_place(session).item.item.steps:
            if st.button(md(step.title), key=f"step:{step.id}", type="tertiary"):
                first = (place for place in places(session) if place.step.id == step.id)
                _go_to(session, next(first, None))


def _go_to(session: Session, place: Place | None) -> None:
    if place is not None:
        sessions().go_to(session, place)
    go_along()
    close_popover("jump")
    st.rerun()


def _pause(session: Session) -> None:
    paused = session.state.clock.paused
    if st.button("Hervatten" if paused else "Pauze", key="pause"):
        sessions().pause(session)
        st.rerun()
