"""Choosing what one wants to see of the groeipad."""

import streamlit as st

from guide.agenda import target_label
from guide.calendar_events import calendar_owners
from guide.models import ActionStatus
from guide.roadmap_filter import RoadmapFilter, norms_with_actions
from guide.session import Session

_ALL = "Alle"


def show_filters(session: Session) -> RoadmapFilter:
    """Three lists behind a fold; 'Alle' to begin with."""
    with st.expander("Alleen een trekker, status of norm", key="filters"):
        who, status, norm = st.columns(3)
    labels = {"": _ALL, **{found.value: found.label for found in ActionStatus}}
    chosen = status.selectbox(
        "Status", [*labels], format_func=lambda s: labels[s], key="filter_status"
    )
    return RoadmapFilter(
        owner=who.selectbox(
            "Trekker",
            ["", *calendar_owners(session)],
            format_func=lambda owner: owner or _ALL,
            key="filter_owner",
        ),
        status=ActionStatus.of(chosen) if chosen else None,
        norm=norm.selectbox(
            "Norm",
            ["", *norms_with_actions(session)],
            format_func=lambda target: target_label(session, target) if target else _ALL,
            key="filter_norm",
        ),
    )
