"""Then and now of one norm or theme: what was said before beside what is said today, in words."""

import streamlit as st

from guide.dutch_dates import date_in_words
from guide.session import Session
from guide.then_and_now import ThenAndNow, outcome_in_words, then_and_now

_NOTHING = "Niet samen vastgelegd"


def show_then_and_now(session: Session, target: str) -> None:
    """A fold with the earlier picture; nothing when there is none."""
    found = then_and_now(session, target)
    if found is None:
        return
    with st.expander("Toen en nu", key=f"then:{target}"):
        if not found.comparable:
            st.text(f"{found.changed} Daarom staan de beelden niet naast elkaar.")
        else:
            _beside(found)
        if found.agreed:
            st.markdown("**In de tussentijd afgesproken**")
        for each in found.agreed:
            st.text(f"{each.body.number}  {each.body.action.what}\n{each.status.label}")


def _beside(found: ThenAndNow) -> None:
    shared = found.now.shared
    then, now = st.columns(2)
    with then:
        held_on = found.then.held_on
        st.markdown(f"**Toen, {date_in_words(held_on)}**" if held_on else "**Toen**")
        st.text(outcome_in_words(found.then.outcome, found.then.value, nothing=_NOTHING))
        for each in found.said:
            st.text(f"{each.perspective}: {each.then.label if each.then else 'geen beeld'}")
        if found.then.explanation:
            st.text(found.then.explanation)
    with now:
        st.markdown("**Nu**")
        outcome, value = (shared.outcome, shared.value) if shared else (None, None)
        st.text(outcome_in_words(outcome, value, nothing=_NOTHING))
        for each in found.said:
            st.text(f"{each.perspective}: {each.now.label if each.now else 'nog geen beeld'}")
