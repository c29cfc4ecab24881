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
from pages.widgets.kept_forms import KeptForm, kept_form

FROM_DATE = 0


def action_form(
    session: Session, key: str, initial: Action | None = None, *, submit: str = "Vastleggen"
) -> Action | None:
    """The action as filled in, once it is sent and holds; None before that."""
    start = initial or Action.model_construct(what="", norms=())
    with kept_form(session, key) as form:
        question = "Wat gaat er gebeuren?"
        what = form.field(st.text_area, question, "what", start.what, height="content")
        first, second = st.columns(2)
        question = "Trekker (organisatie en functie)"
        owner = form.field(first.text_input, question, "owner", start.owner)
        question = "Wanneer klaar? (bijvoorbeeld juni 2027)"
        when = form.field(second.text_input, question, "when", _when(start))
        sign = form.field(first.text_input, "Waaraan zien we het?", "sign", start.sign)
        partners = form.field(second.text_input, "Wie doet mee?", "partners", start.partners)
        priority = _priority(session, form, start)
        with st.expander("Meer: jaar, normen, mandaat, wat nodig is"):
            more = _more(session, form, start)
        if not form.sent(submit, type="primary"):
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
                "earlier": start.earlier,
                **more,
            },
        )
    except GuideError as error:
        show_failure(error)
        return None


def _priority(session: Session, form: KeptForm, start: Action) -> int | None:
    chosen = priorities(session)
    if not chosen:
        return start.priority
    labels: dict[int | None, str] = {None: "Geen"}
    labels |= {p.seq: f"{p.number} {p.body.title}" for p in chosen}
    priority: int | None = form.field(
        st.selectbox,
        "Bij welke prioriteit?",
        "priority",
        start.priority if start.priority in labels else None,
        options=list(labels),
        format_func=lambda p: labels.get(p, ""),
    )
    return priority


def _more(session: Session, form: KeptForm, start: Action) -> dict[str, Any]:
    first, second = st.columns(2)
    year = form.field(
        first.radio,
        "Jaar op het groeipad",
        "year",
        start.year or FROM_DATE,
        options=[FROM_DATE, 1, 2, 3],
        format_func=lambda y: f"Jaar {y}" if y else "Volgt uit de datum",
        horizontal=True,
    )
    mandate = form.field(
        second.radio,
        "Mandaat",
        "mandate",
        start.mandate,
        options=list(Mandate),
        format_func=lambda m: m.label,
        horizontal=True,
    )
    texts = {
        name: form.field(column.text_input, label, name, value)
        for column, name, label, value in (
            (first, "norms", "Normen (bijvoorbeeld 8b, 1.4)", _norm_numbers(session, start)),
            (first, "where", "Waar? (VO, MO, fase)", start.where),
            (first, "lands_in", "In welk bestaand overleg komt dit terug?", start.lands_in),
            (second, "mandate_of", "Voor te leggen aan", start.mandate_of),
            (second, "needs", "Wat is nodig?", start.needs),
            (second, "review", "Wanneer kijken we terug?", start.review),
        )
    }
    return {"year": year or None, "mandate": mandate, **texts}


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
