"""The fixed place: where we are, the clock, what it is about, and the question for the room."""

import streamlit as st

from guide.agenda import Place, targets
from guide.conversation import prompt
from guide.dutch_dates import time_in_words
from guide.region_time import region_now
from guide.session import Session
from guide.time_budget import time_budget
from pages.widgets.failures import calm
from pages.widgets.following import shown_place
from pages.widgets.opened import sessions
from pages.widgets.plain import md

SECONDS_BETWEEN_CLOCKS = 20
GUIDE_AVATAR = ":material/chat:"


def show_question(session: Session) -> None:
    """One question at a time, large, always at the top."""
    asked = prompt(session, shown_place(session))
    with st.container(key="question"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.markdown(
                f"**{md(asked.heading)}** · {md(asked.where)}".rstrip(" ·"), width="stretch"
            )
            _clock(session.id, [session])
        if asked.about:
            st.subheader(md(asked.about), anchor=False)
        st.title(md(asked.question), anchor=False)
        if asked.subline:
            st.caption(md(asked.subline))


def show_script(session: Session) -> None:
    """What the gespreksleider may say, with help behind a fold."""
    asked = prompt(session, shown_place(session))
    if _said_before(session, asked.place):
        with st.expander("Gids, om te zeggen", key=f"script:{asked.place.step.id}"):
            st.text("\n".join(asked.script))
    else:
        with st.chat_message("Gids", avatar=GUIDE_AVATAR):
            st.markdown("**Gids**, om te zeggen:")
            st.text("\n".join(asked.script))
    if asked.help:
        key = f"help:{asked.place.step.id}"
        with st.expander("Hulp bij deze stap", on_change="rerun", key=key) as fold:
            if fold.open:
                st.markdown(asked.help)


def _said_before(session: Session, place: Place) -> bool:
    """At the second norm or theme the room knows the words: the answers come first then."""
    every = targets(session, place.step)
    return place.target in every[1:]


@st.fragment(run_every=SECONDS_BETWEEN_CLOCKS)
@calm
def _clock(session_id: str, just_drawn: list[Session]) -> None:
    """A calm clock: it informs, never jumps and never alarms.

    With the page it tells the time of the session that is drawn; after that of the newest.
    """
    moment = region_now()
    session = just_drawn.pop() if just_drawn else sessions().load(session_id)
    budget = time_budget(session, moment)
    words = [time_in_words(moment.time())]
    if budget.paused:
        words.append("pauze")
    if budget.current:
        words.append(f"dit punt {int(budget.current.used)} van {budget.current.planned} min.")
    if budget.available is not None:
        words.append(f"nog {budget.available} min., rest van de agenda {budget.needed} min.")
    st.markdown(" · ".join(words), text_alignment="right")
