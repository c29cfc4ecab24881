"""One field of the set-up that saves itself and is never emptied by accident."""

import datetime as dt
from typing import Any

import streamlit as st

from guide.entries import Detail
from guide.models import DetailField
from guide.session import Session
from guide.set_up import earlier_values, text
from pages.widgets import synced
from pages.widgets.recording import record


def text_field(session: Session, field: DetailField, *, help: str = "", tall: bool = False) -> None:
    """A text that is kept as it is until one says 'wissen'."""
    key, stored = f"detail:{field.value}", text(session, field)
    start = synced.prepare(key, stored, {"", *earlier_values(session, field)})
    draw = st.text_area if tall else st.text_input
    draw(field.label, key=key, help=help or None, **start)
    if not synced.edited(key, stored):
        return
    typed = st.session_state[key]
    if typed.strip():
        save(session, field, key, typed)
    elif stored:
        _ask_to_clear(session, field, key, stored)


def date_field(session: Session, field: DetailField) -> None:
    """A date, chosen or typed."""
    key, stored = f"detail:{field.value}", _date(text(session, field))
    earlier = {None, *(_date(str(value)) for value in earlier_values(session, field))}
    start = synced.prepare(key, stored, earlier)
    st.date_input(field.label, key=key, format="DD-MM-YYYY", **start)
    chosen = st.session_state[key]
    if chosen is not None and synced.edited(key, stored):
        save(session, field, key, chosen.isoformat())


def time_field(session: Session, field: DetailField, stored: dt.time) -> None:
    """A time of day."""
    key = f"detail:{field.value}"
    synced.prepare(key, stored)
    st.time_input(field.label, key=key, step=dt.timedelta(minutes=15))
    chosen = st.session_state[key]
    if chosen is not None and synced.edited(key, stored):
        save(session, field, key, chosen.isoformat("minutes"))


def choices_field(
    session: Session, field: DetailField, options: dict[str, str], stored: tuple[str, ...]
) -> None:
    """Several of a few options; at least one stays chosen."""
    key = f"detail:{field.value}"
    synced.prepare(key, list(stored))
    st.pills(
        field.label, list(options), selection_mode="multi", key=key, format_func=options.__getitem__
    )
    chosen = [option for option in options if option in st.session_state[key]]
    if chosen and set(chosen) != set(stored):
        save(session, field, key, tuple(chosen))
    elif not chosen and stored:
        kept = ", ".join(options[option] for option in stored if option in options)
        st.warning(f"Kies er minstens één. Tot die tijd blijft gelden: {kept}.")


def save(session: Session, field: DetailField, key: str, value: Any) -> None:
    """Record the new value and go on."""
    if record(session, Detail(field=field, value=value)):
        synced.accept(key)
        st.rerun()


def _ask_to_clear(session: Session, field: DetailField, key: str, stored: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Dit veld is nu leeg. Wat er stond, is nog bewaard.")
        if st.button("Wissen", key=f"clear:{field.value}"):
            save(session, field, key, "")
        if st.button("Terugzetten", key=f"put_back:{field.value}"):
            synced.forget(key)
            st.rerun()


def _date(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None
