"""The talk of the current agenda item: the guide and the room in turns; older items fold away."""

import streamlit as st

from guide.conversation import Turn, turns
from guide.dutch_dates import time_in_words
from guide.entries import Action, Decision, Dismissal, LibraryQuestion, Note, Parked, Priority
from guide.follow_ups import Spoken, follow_ups
from guide.region_time import region_now, region_time
from guide.session import Session
from guide.set_up import PlannedItem, active_agenda
from pages.widgets.drafts import show_draft
from pages.widgets.editing import edit, is_edited, show_editor
from pages.widgets.following import shown_place
from pages.widgets.library_answer import show_answer, suggestions
from pages.widgets.opened import is_note_taker, sessions
from pages.widgets.plain import md
from pages.widgets.recording import record
from pages.widgets.suggestions import show_suggestions

GUIDE_AVATAR = ":material/chat:"
ROOM_AVATAR = ":material/groups:"
MOST_FOLLOW_UPS = 2
TALK_HEIGHT = 560
CHANGEABLE = (Note, Action, Decision, Parked, Priority)


def show_talk(session: Session) -> None:
    """What the guide says, what was recorded here, and what the guide asks because of it."""
    here = shown_place(session)
    _older_items(session, here.item.id)
    with st.container(key="talk", height=TALK_HEIGHT, border=False, autoscroll=True):
        for turn in turns(session, here.item):
            if not turn.private:
                _show_turn(session, turn)
        show_suggestions(session)
        _guide_follows_up(session)
    _private_notes(session)


def _show_turn(session: Session, turn: Turn) -> None:
    if turn.body is None:
        with st.chat_message("Gids", avatar=GUIDE_AVATAR):
            st.text(f"Gids: {turn.text}")
        return
    if turn.waiting:
        show_draft(session, turn)
        return
    if isinstance(turn.body, LibraryQuestion):
        show_answer(session, turn)
        return
    if is_edited(session, "talk", turn.seq):
        show_editor(session, turn.seq, turn.body)
        return
    with st.chat_message(turn.speaker, avatar=ROOM_AVATAR):
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            st.markdown(_heading(turn), width="stretch")
            _menu(session, turn)
        st.text("(ingetrokken)" if turn.withdrawn else turn.text)


def _heading(turn: Turn) -> str:
    words = f"{turn.symbol} **{md(turn.speaker)}** · {time_in_words(region_time(turn.at))}"
    return f"{words} · aangepast" if turn.corrected else words


def _menu(session: Session, turn: Turn) -> None:
    if turn.withdrawn:
        if st.button("Terugzetten", key=f"restore:{turn.seq}", type="tertiary"):
            sessions().restore(session, turn.seq)
            st.rerun()
        return
    if isinstance(turn.body, CHANGEABLE) and st.button(
        "Aanpassen", key=f"edit:{turn.seq}", type="tertiary"
    ):
        edit(session, "talk", turn.seq)
    if st.button("Intrekken", key=f"withdraw:{turn.seq}", type="tertiary"):
        sessions().withdraw(session, turn.seq)
        st.rerun()


def _private_notes(session: Session) -> None:
    """Private notes stay behind a button: the screen may be mirrored on the wall."""
    here = shown_place(session)
    notes = [t for t in turns(session, here.item) if t.private and not t.withdrawn]
    if not notes or is_note_taker():
        return
    label = f"Privénotities ({len(notes)}), niet openen op de projector"
    with st.popover(label, on_change="rerun", key="private") as fold:
        for turn in notes if fold.open else []:
            st.text(turn.text)
            if st.button("Intrekken", key=f"withdraw:{turn.seq}", type="tertiary"):
                sessions().withdraw(session, turn.seq)
                st.rerun()


def _guide_follows_up(session: Session) -> None:
    found = follow_ups(session, region_now(), suggestions(session))
    for spoken in found[:MOST_FOLLOW_UPS]:
        _show_follow_up(session, spoken)
    if len(found) > MOST_FOLLOW_UPS:
        with st.expander(f"Gids heeft nog {len(found) - MOST_FOLLOW_UPS} aandachtspunten"):
            for spoken in found[MOST_FOLLOW_UPS:]:
                _show_follow_up(session, spoken)


def _show_follow_up(session: Session, spoken: Spoken) -> None:
    with (
        st.chat_message("Gids", avatar=GUIDE_AVATAR),
        st.container(horizontal=True, wrap=False, vertical_alignment="center"),
    ):
        st.text(f"Gids: {spoken.text}", width="stretch")
        seen = st.button("Gezien", key=f"aside:{spoken.key}", type="tertiary")
        if seen and record(session, Dismissal(what=spoken.key), sure=True):
            st.rerun()


def _older_items(session: Session, current: str) -> None:
    """Earlier items behind one fold; the turns of one of them are drawn when it is chosen."""
    before: dict[str, PlannedItem] = {}
    for number, item in enumerate(active_agenda(session), start=1):
        if item.id == current:
            break
        if turns(session, item, most=1):
            before[f"{number} {item.item.title}"] = item
    if not before:
        return
    with st.expander(f"Eerder ({len(before)})", on_change="rerun", key="older") as fold:
        if not fold.open:
            return
        chosen = st.selectbox("Agendapunt", list(before)[::-1], key="older_item")
        for turn in turns(session, before[chosen], most=100) if chosen in before else []:
            if not turn.private:
                _show_turn(session, turn)
