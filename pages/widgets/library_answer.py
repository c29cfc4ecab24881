"""Answers from the naslag in the conversation: on a question, and offered at the right norm."""

import streamlit as st

from guide.agenda import target_label
from guide.conversation import Turn
from guide.follow_ups import Suggestion
from guide.plain_text import one_line
from guide.roadmap import priority_of
from guide.session import Session
from pages.widgets.following import shown_place
from pages.widgets.opened import library
from pages.widgets.plain import md

GUIDE_AVATAR = ":material/menu_book:"


def show_answer(session: Session, turn: Turn) -> None:
    """What the naslag says to a question typed as ?…"""
    with st.chat_message("Gids", avatar=GUIDE_AVATAR):
        query = turn.text.lstrip("?")
        st.markdown(f"**Naslag** · {md(turn.text)}")
        answer = library().answer(query)
        if answer is not None:
            st.markdown(f"**{md(answer.title)}** ({md(answer.kind_label)})")
            st.text(answer.excerpt)
            st.caption(md(answer.source))
        others = [
            h.title for h in library().search(query, most=4) if answer is None or h.id != answer.id
        ]
        if answer is None and not others:
            st.text("Hierover staat niets in de naslag. Probeer een ander woord.")
        elif others:
            st.caption(md("Zie ook: " + "; ".join(others)))


def suggestions(session: Session) -> tuple[Suggestion, ...]:
    """A practice example and an action of others that fit the present norm."""
    norm = _norm_here(session)
    if norm is None:
        return ()
    related, label = library().related(norm), target_label(session, norm)
    found = [
        Suggestion("example-fits", (("example", item.title), ("target", label)))
        for item in related.examples[:1]
    ]
    found += [
        Suggestion(
            "suggestion-fits",
            (("suggestion", one_line(action.text, 100)), ("initiative", action.initiative)),
        )
        for _, actions in related.preconditions[:1]
        for action in actions[:1]
    ]
    return tuple(found)


def _norm_here(session: Session) -> str | None:
    """The norm talked about; at a priority the first norm it is about."""
    target = shown_place(session).target
    priority = priority_of(session, target)
    about = priority.body.targets if priority else (target,)
    return next((t for t in about if t in session.script.norms), None)
