"""The form for a priority: what matters most, the goal over three years and the first step."""

import streamlit as st

from guide.agenda import target_label, target_title
from guide.content_models import LibraryKind
from guide.entries import Priority
from guide.judgements import chosen_norms, discussed, picked
from guide.session import Session
from pages.widgets.opened import sessions
from pages.widgets.plain import md


def priority_form(session: Session, key: str, initial: Priority | None = None) -> Priority | None:
    """The priority as filled in, once it is sent; None before that."""
    start = initial or Priority(title="")
    with st.form(key, border=False, enter_to_submit=False):
        title = st.text_input("Prioriteit, in een paar woorden", start.title)
        goal = st.text_area("Doel over drie jaar: wat is er dan beter voor kinderen?", start.goal)
        first_step = st.text_input("Eerste stap in jaar 1", start.first_step)
        candidates = _candidates(session, start)
        targets = st.pills(
            "Bij welke normen of thema’s hoort dit?",
            candidates,
            selection_mode="multi",
            default=[t for t in start.targets if t in candidates],
            format_func=lambda t: md(f"{target_label(session, t)} {target_title(session, t)}"),
        )
        conditions = {
            item.id: item.title
            for item in sessions().content.library
            if item.kind is LibraryKind.PRECONDITION
        }
        preconditions = st.pills(
            "Welke randvoorwaarden spelen mee?",
            list(conditions),
            selection_mode="multi",
            default=[p for p in start.preconditions if p in conditions],
            format_func=lambda p: md(conditions[p]),
        )
        reservations = st.text_area("Bezwaren en wat daarmee is gedaan", start.reservations)
        if st.form_submit_button("Prioriteit vastleggen", type="primary"):
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
