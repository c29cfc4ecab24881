"""The form for a priority: what matters most, the goal over three years and the first step."""

import streamlit as st

from guide.agenda import target_label, target_title
from guide.content_models import LibraryKind
from guide.entries import Priority
from guide.judgements import chosen_norms, discussed, picked
from guide.session import Session
from pages.widgets.kept_forms import kept_form
from pages.widgets.opened import sessions
from pages.widgets.plain import md


def priority_form(session: Session, key: str, initial: Priority | None = None) -> Priority | None:
    """The priority as filled in, once it is sent; None before that."""
    start = initial or Priority(title="")
    with kept_form(session, key) as form:
        title = form.field(st.text_input, "Prioriteit, in een paar woorden", "title", start.title)
        question = "Doel over drie jaar: wat is er dan beter voor kinderen?"
        goal = form.field(st.text_area, question, "goal", start.goal)
        first_step = form.field(
            st.text_input, "Eerste stap in jaar 1", "first_step", start.first_step
        )
        targets = form.field(
            st.pills,
            "Bij welke normen of thema’s hoort dit?",
            "targets",
            list(start.targets),
            options=_candidates(session, start),
            selection_mode="multi",
            format_func=lambda t: md(f"{target_label(session, t)} {target_title(session, t)}"),
        )
        conditions = {
            item.id: item.title
            for item in sessions().content.library
            if item.kind is LibraryKind.PRECONDITION
        }
        preconditions = form.field(
            st.pills,
            "Welke randvoorwaarden spelen mee?",
            "preconditions",
            [p for p in start.preconditions if p in conditions],
            options=list(conditions),
            selection_mode="multi",
            format_func=lambda p: md(conditions.get(p) or p),
        )
        reservations = form.field(
            st.text_area, "Bezwaren en wat daarmee is gedaan", "reservations", start.reservations
        )
        if form.sent("Prioriteit vastleggen", type="primary"):
            return Priority(
                title=title,
                goal=goal,
                first_step=first_step,
                targets=tuple(targets),
                preconditions=tuple(preconditions),
                reservations=reservations,
            )
    return None


def _candidates(session: Session, start: Priority) -> list[str]:
    found = [*picked(session), *start.targets, *chosen_norms(session)]
    found += [each.target for each in discussed(session)]
    return list(dict.fromkeys(found))
