"""Weighing one picked norm or theme with the four questions."""

import streamlit as st

from guide.agenda import Place
from guide.entries import Weighing
from guide.judgements import picks, weighing
from guide.session import Session
from guide.set_up import perspective_label
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.plain import md
from pages.widgets.recording import record


def show_weigh(session: Session, place: Place) -> None:
    """Four short answers; who picked it is said, how often is not a ranking."""
    if not place.target:
        st.info("Er is nog niets gekozen. Ga terug naar de stille top drie.")
        return
    who = [
        perspective_label(session, p)
        for p, chosen in picks(session).items()
        if place.target in chosen
    ]
    st.caption(md("Gekozen door: " + ", ".join(who)))
    known = weighing(session, place.target)
    given = known.answers if known else {}
    key = f"weigh:{place.target}"
    with kept_form(session, key, border=True) as form:
        answers = {
            question: form.field(
                st.text_area, md(text), question, given.get(question, ""), height="content"
            )
            for question, text in session.script.wording.weigh_questions
        }
        sent = form.sent("Weging vastleggen", type="primary")
    if sent and record(session, Weighing(target=place.target, answers=answers)):
        start_fresh(session, key)
        st.rerun()
