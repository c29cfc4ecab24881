"""The check-out: every decision, action and parked point once more. Clear? Who? When?"""

import streamlit as st

from guide.agenda import Place
from guide.entries import Confirmation, ParkedSettled
from guide.phrases import action_facts
from guide.roadmap import actions, decisions, is_confirmed, objections, parked_points
from guide.session import Session
from guide.set_up import perspective_label
from pages.widgets.editing import edit, is_edited, show_editor
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.recording import record
from pages.widgets.steps.ask import show_ask


def show_check_out(session: Session, place: Place) -> None:
    """Walk everything that was agreed."""
    st.subheader("Besluiten", anchor=False)
    for decision in decisions(session):
        _agreed(session, decision.seq, f"{decision.number}  {decision.body.text}")
    st.subheader("Acties", anchor=False)
    for action in actions(session):
        facts = action_facts(session, action.body)
        _agreed(
            session, action.seq, f"{action.number}  {action.body.what}\n{' · '.join(facts)}".strip()
        )
    st.subheader("Parkeerlijst", anchor=False)
    for point in parked_points(session):
        _parked(session, point.seq, f"{point.number}  {point.body.text}", point.outcome)
    if not (decisions(session) or actions(session) or parked_points(session)):
        st.info("Er is nog niets afgesproken of geparkeerd.")
    show_ask(session, place)


def _agreed(session: Session, seq: int, words: str) -> None:
    record_now = session.state.record(seq)
    if is_edited(session, "check_out", seq) and record_now is not None:
        show_editor(session, seq, record_now.body)
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.text(words, width="stretch")
        if is_confirmed(session, seq):
            st.markdown("✔ **Klopt**", width="content")
        elif st.button("Klopt", key=f"correct:{seq}", type="primary") and record(
            session, Confirmation(record=seq, correct=True)
        ):
            st.rerun()
        if st.button("Aanpassen", key=f"change:{seq}"):
            edit(session, "check_out", seq)
    for said in objections(session, seq):
        who = perspective_label(session, said.perspective)
        st.text(f"Klopt niet, volgens {who if said.perspective else 'de zaal'}: {said.objection}")


def _parked(session: Session, seq: int, words: str, outcome: str) -> None:
    key = f"parked:{seq}"
    with kept_form(session, key, border=True) as form:
        st.text(words)
        question = "Wat gebeurt hiermee? (nu, een actie, of wie neemt het mee)"
        text = form.field(st.text_input, question, "outcome", outcome)
        sent = form.sent("Vastleggen")
    if sent and text.strip() and record(session, ParkedSettled(parked=seq, outcome=text)):
        start_fresh(session, key)
        st.rerun()
