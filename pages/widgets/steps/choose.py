"""Choosing the norms to talk about: per theme, with the pictures of the quick round beside them."""

import streamlit as st

from guide.agenda import Place
from guide.content_models import Theme
from guide.entries import Detail
from guide.judgements import Picture, chosen_norms, picture, session_themes
from guide.models import DetailField
from guide.session import Session
from pages.widgets import synced
from pages.widgets.plain import md
from pages.widgets.preparing import show_where_to_begin
from pages.widgets.recording import record

MINUTES_PER_NORM = 4


def show_choose(session: Session, place: Place) -> None:
    """Tick the norms to discuss; the time they take is said, nothing is chosen by itself."""
    show_where_to_begin(session)
    chosen = chosen_norms(session)
    minutes = len(chosen) * MINUTES_PER_NORM
    st.markdown(
        f"**{len(chosen)} gekozen**, samen ongeveer {minutes} minuten. "
        f"Voor {md(place.item.item.title.lower())} staat {place.item.minutes} minuten gepland."
    )
    choose_norms(session, "talk")


def choose_norms(session: Session, key: str) -> None:
    """The themes with their norms to tick; saves itself."""
    for theme in session_themes(session):
        words = _picture_words(picture(session, theme.id))
        label = f"{session.script.label(theme.id)}: {theme.title}"
        with st.expander(md(label + (f" · {words}" if words else "")), key=f"{key}:{theme.id}"):
            _norms(session, theme, key)


def _norms(session: Session, theme: Theme, key: str) -> None:
    chosen = set(chosen_norms(session))
    for norm in theme.norms:
        box = f"{key}:{norm.id}"
        synced.prepare(box, norm.id in chosen)
        st.checkbox(md(f"{norm.number}  {norm.title}"), key=box)
        if synced.edited(box, norm.id in chosen):
            chosen_now = Detail(field=DetailField.CHOSEN, value=_changed(session, norm.id))
            if record(session, chosen_now):
                synced.accept(box)
                st.rerun()


def _changed(session: Session, norm: str) -> tuple[str, ...]:
    """The present choice with one norm more or less; a chosen theme is written out."""
    chosen = set(chosen_norms(session)) ^ {norm}
    return tuple(n for n in session.script.norms if n in chosen)


def _picture_words(now: Picture) -> str:
    if now.shared and now.shared.value:
        return f"{now.shared.outcome.label}: {now.shared.value.label}"
    if now.shared:
        return now.shared.outcome.label
    if now.differs:
        return "de beelden verschillen"
    return now.given[0].value.label if now.given else ""
