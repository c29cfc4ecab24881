"""A round on the phones, from the gespreksleider's side: ask, wait in silence, reveal, close."""

import streamlit as st

from guide.models import RoundForm, RoundStage
from guide.roadmap import PRIORITY_TARGET, priorities
from guide.round_outcomes import joint_remarks
from guide.round_words import IS_RECOGNISABLE, spread_in_words, who_tells_first
from guide.rounds import (
    OpenRound,
    answered_count,
    is_recognisable,
    joined,
    round_at,
    spread,
)
from guide.session import Session
from pages.widgets.opened import room

SHORTCUT = "Alt+Down"


def show_round(
    session: Session, form: RoundForm, target: str = "", *, by_keyboard: bool = True
) -> None:
    """Nothing when nobody takes part: the room may also talk without phones.

    One shortcut asks, and then shows the answers; only one round of a screen can have it.
    """
    if not joined(session):
        return
    shortcut = SHORTCUT if by_keyboard else None
    now = round_at(session, form, target)
    with st.container(border=True, key=f"round:{form.value}:{target}"):
        if now is None:
            key = f"ask:{form.value}:{target}"
            if st.button("Vraag het op de telefoons", key=key, shortcut=shortcut):
                room().open_round(session, form, target)
                st.rerun()
        elif now.stage is RoundStage.OPEN:
            _waiting(session, now, shortcut)
        else:
            _revealed(session, now)


def asked_next(session: Session) -> str:
    """The first priority whose support is not shown yet: the one the shortcut is for."""
    every = [f"{PRIORITY_TARGET}{each.seq}" for each in priorities(session)]
    rounds = {target: round_at(session, RoundForm.CONSENT, target) for target in every}
    waiting = (t for t, now in rounds.items() if now is None or now.stage is RoundStage.OPEN)
    return next(waiting, "")


def _waiting(session: Session, now: OpenRound, shortcut: str | None) -> None:
    count, devices = answered_count(session, now), len(joined(session))
    st.text(f"{count} van {devices} toestellen hebben geantwoord. Nog niemand ziet een antwoord.")
    recognisable = is_recognisable(session, now)
    if recognisable:
        st.caption(f"{IS_RECOGNISABLE} Vraag de zaal of alleen het gezamenlijke beeld te zien is.")
    with st.container(horizontal=True):
        key = f"reveal:{now.seq}"
        if st.button("Laat alles tegelijk zien", key=key, type="primary", shortcut=shortcut):
            room().reveal(session, now)
            st.rerun()
        if recognisable and st.button("Alleen gezamenlijk beeld", key=f"together:{now.seq}"):
            room().reveal(session, now, joint=True)
            st.rerun()
        _close(session, now)


def _revealed(session: Session, now: OpenRound) -> None:
    remarks = {each.perspective.label: each.remarks for each in spread(session, now)}
    for each in spread_in_words(session, now):
        st.text(f"{each.symbol} {each.label}: {each.words}")
        for remark in remarks.get(each.label, joint_remarks(session, now)):
            st.text(f"    “{remark}”")
    first = who_tells_first(session, now) if now.form is RoundForm.PICTURE else ""
    if first:
        st.text(first)
    if any(each.recognisable for each in spread(session, now)):
        st.caption(IS_RECOGNISABLE)
    _close(session, now)


def _close(session: Session, now: OpenRound) -> None:
    if st.button("Ronde sluiten", key=f"close_round:{now.seq}", type="tertiary"):
        room().close_round(session, now)
        st.rerun()
