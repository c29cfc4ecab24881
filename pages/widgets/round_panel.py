"""A round on the phones, from the gespreksleider's side: ask, wait in silence, reveal, close."""

import streamlit as st

from guide.agenda import target_label
from guide.models import RoundForm, RoundStage
from guide.rounds import (
    OpenRound,
    Spread,
    answered_count,
    extremes,
    joined,
    label_of,
    round_at,
    spread,
)
from guide.session import Session
from pages.widgets.joining import room

TIMES = {1: "één keer", 2: "twee keer", 3: "drie keer", 4: "vier keer", 5: "vijf keer"}


def show_round(session: Session, form: RoundForm, target: str = "") -> None:
    """Nothing when nobody takes part: the room may also talk without phones."""
    if not joined(session):
        return
    now = round_at(session, form, target)
    with st.container(border=True, key=f"round:{form.value}:{target}"):
        if now is None:
            if st.button("Vraag het op de telefoons", key=f"ask:{form.value}:{target}"):
                room().open_round(session, form, target)
                st.rerun()
        elif now.stage is RoundStage.OPEN:
            _waiting(session, now)
        else:
            _revealed(session, now)


def _waiting(session: Session, now: OpenRound) -> None:
    count, devices = answered_count(session, now), len(joined(session))
    st.text(f"{count} van {devices} toestellen hebben geantwoord. Nog niemand ziet een antwoord.")
    with st.container(horizontal=True):
        if st.button("Laat alles tegelijk zien", key=f"reveal:{now.seq}", type="primary"):
            room().reveal(session, now)
            st.rerun()
        if st.button("Ronde sluiten", key=f"close_round:{now.seq}", type="tertiary"):
            room().close_round(session, now)
            st.rerun()


def _revealed(session: Session, now: OpenRound) -> None:
    spreads = spread(session, now)
    for each in spreads:
        st.text(f"{each.perspective.symbol} {each.perspective.label}: {_words(session, now, each)}")
        for remark in each.remarks:
            st.text(f"    “{remark}”")
    first, last = extremes(spreads)
    if first:
        st.text(f"Laat eerst {' en '.join(first)} vertellen, dan {' en '.join(last)}.")
    if any(each.recognisable for each in spreads):
        st.caption(
            "Bij minder dan drie antwoorden of één organisatie is te herkennen wie wat vindt. "
            "Leg dan alleen het gezamenlijke beeld vast, als de zaal dat wil."
        )
    if st.button("Ronde sluiten", key=f"close_round:{now.seq}"):
        room().close_round(session, now)
        st.rerun()


def _words(session: Session, now: OpenRound, each: Spread) -> str:
    if not each.values:
        return "nog geen beeld"
    return ", ".join(
        f"{TIMES.get(count, f'{count} keer')} {_answer(session, now, value)}"
        for value, count in each.values
    )


def _answer(session: Session, now: OpenRound, value: str) -> str:
    if now.form is RoundForm.PICKS:
        return target_label(session, value)
    return label_of(now.form, value)
