"""The form for an action on the groeipad; only what happens is required."""

from typing import Any

import streamlit as st

from guide.dutch_dates import date_in_words, understand_date
from guide.entries import Action
from guide.errors import GuideError, InputError
from guide.models import Mandate
from guide.region_time import region_now
from guide.roadmap import priorities
from guide.session import Session
from guide.set_up import details, frameworks
from guide.shorthand import references
from pages.widgets.failures import show_failure

FROM_DATE = 0


def action_form(
    session: Session, key: str, initial: Action | None = None, *, submit: str = "Vastleggen"
) -> Action | None:
    """The action as filled in, once it is sent and holds; None before that."""
    start = initial or Action.model_construct(what="", norms=())
    with st.form(key, border=False, enter_to_submit=False):
        what = st.text_area("Wat gaat er gebeuren?", start.what, height="content")
        first, second = st.columns(2)
        owner = first.text_input("Trekker (organisatie en functie)", start.owner)
        when = second.text_input(
            "Wanneer klaar? (bijvoorbeeld juni 2027)", _when(start), key=f"{key}:when"
        )
        sign = first.text_input("Waaraan zien we het?", start.sign)
        partners = second.text_input("Wie doet mee?", start.partners)
        priority = _priority(session, start)
        with st.expander("Meer: jaar, normen, mandaat, wat nodig is"):
            more = _more(session, start)
        if not st.form_submit_button(submit, type="primary"):
            return None
    try:
        return _built(
            session,
            start,
            when,
            {
                "what": what,
                "owner": owner,
                "sign": sign,
                "partners": partners,
                "priority": priority,
                **more,
            },
        )
    except GuideError as error:
        show_failure(error)
        return None


def _priority(session: Session, start: Action) -> int | None:
    chosen = priorities(session)
    if not chosen:
        return start.priority
    labels: dict[int | None, str] = {None: "Geen"}
    labels |= {p.seq: f"{p.number} {p.body.title}" for p in chosen}
    options = list(labels)
    index = options.index(start.priority) if start.priority in labels else 0
    return st.selectbox("Bij welke prioriteit?", options, index, format_func=lambda p: labels[p])


def _more(session: Session, start: Action) -> dict[str, Any]:
    first, second = st.columns(2)
    with first:
        year = st.radio(
            "Jaar op het groeipad",
            [FROM_DATE, 1, 2, 3],
            index=start.year or FROM_DATE,
            format_func=lambda y: f"Jaar {y}" if y else "Volgt uit de datum",
            horizontal=True,
        )
        norms = st.text_input("Normen (bijvoorbeeld 8b, 1.4)", _norm_numbers(session, start))
        where = st.text_input("Waar? (VO, MO, fase)", start.where)
        lands_in = st.text_input("In welk bestaand overleg komt dit terug?", start.lands_in)
    with second:
        mandate = st.radio(
            "Mandaat",
            list(Mandate),
            index=list(Mandate).index(start.mandate),
            format_func=lambda m: m.label,
            horizontal=True,
        )
        mandate_of = st.text_input("Voor te leggen aan", start.mandate_of)
        needs = st.text_input("Wat is nodig?", start.needs)
        review = st.text_input("Wanneer kijken we terug?", start.review)
    return {
        "year": year or None,
        "norms": norms,
        "where": where,
        "lands_in": lands_in,
        "mandate": mandate,
        "mandate_of": mandate_of,
        "needs": needs,
        "review": review,
    }


def _built(session: Session, start: Action, when: str, values: dict[str, Any]) -> Action:
    if not values["what"].strip():
        raise InputError("De actie zegt nog niet wat er gebeurt.", "Vul het eerste vak in.")
    values["norms"] = _norm_ids(session, values["norms"])
    due, words = start.due, start.due_words
    if when != _when(start):
        words = when.strip()
        today = details(session).date or region_now().date()
        understood = understand_date(words, today) if words else None
        due = understood.date if understood else None
    return Action(**{**values, "due": due, "due_words": words})


def _when(start: Action) -> str:
    return start.due_words or (date_in_words(start.due) if start.due else "")


def _norm_numbers(session: Session, start: Action) -> str:
    return ", ".join(session.script.label(n).split()[1] for n in start.norms)


def _norm_ids(session: Session, typed: str) -> tuple[str, ...]:
    known = references(frameworks(session))
    parts = [part.lstrip("#").lower() for part in typed.replace(",", " ").split()]
    for part in parts:
        if part not in known:
            raise InputError(
                f"Norm {part} staat niet in de gekozen normenkaders.",
                "Kies bijvoorbeeld 8b of 1.4.",
            )
    return tuple(dict.fromkeys(known[part] for part in parts))
