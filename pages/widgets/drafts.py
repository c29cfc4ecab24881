"""A draft: the guide reads back what it understood; it counts only after a yes."""

import streamlit as st

from guide.agenda import target_label
from guide.conversation import Turn
from guide.entries import Action, Body, Dismissal, Draft, Note
from guide.session import Session
from guide.shorthand import read_back
from pages.widgets.action_form import action_form
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.opened import sessions
from pages.widgets.recording import record

CHANGING = "changing_draft"
GUIDE_AVATAR = ":material/chat:"


def show_draft(session: Session, turn: Turn) -> None:
    """'Ik noteer: … Klopt dit?' with yes, change, and keep as a plain note."""
    draft = turn.body
    if not isinstance(draft, Draft):
        return
    with st.chat_message("Gids", avatar=GUIDE_AVATAR):
        st.text(read_back(draft, lambda norm: target_label(session, norm)))
        for remark in draft.unclear:
            st.text(f"Niet begrepen: {remark}")
        if st.session_state.get(CHANGING) == (session.id, turn.seq):
            _change(session, turn.seq, draft)
        else:
            _answers(session, turn.seq, draft)


def _answers(session: Session, seq: int, draft: Draft) -> None:
    with st.container(horizontal=True):
        yes = st.button("Ja, klopt", key=f"yes:{seq}", type="primary")
        if yes and record(session, draft.proposal, answers=seq, sure=True):
            st.rerun()
        if st.button("Aanpassen", key=f"change:{seq}"):
            st.session_state[CHANGING] = (session.id, seq)
            st.rerun()
        if st.button("Bewaar als gewone notitie", key=f"as_note:{seq}", type="tertiary"):
            sessions().accept(session, seq, Note(text=draft.text))
            st.rerun()
        if st.button("Niet bewaren", key=f"drop:{seq}", type="tertiary"):
            sessions().accept(session, seq, Dismissal(what=f"draft|{seq}"))
            st.rerun()


def _change(session: Session, seq: int, draft: Draft) -> None:
    changed: Body | None = None
    key = f"draft:{seq}"
    if isinstance(draft.proposal, Action):
        changed = action_form(session, key, draft.proposal)
    else:
        with kept_form(session, key) as form:
            text = form.field(st.text_area, "Tekst", "text", draft.proposal.text)
            sent = form.sent("Vastleggen", type="primary")
        if sent:
            changed = draft.proposal.model_copy(update={"text": text})
    if changed is not None and record(session, changed, answers=seq):
        start_fresh(session, key)
        st.session_state.pop(CHANGING, None)
        st.rerun()
