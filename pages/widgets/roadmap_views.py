"""The groeipad in two ways: cards in three columns that one can edit, and one picture."""

import streamlit as st

from guide.roadmap import AgreedAction, actions
from guide.roadmap_filter import RoadmapFilter, filtered
from guide.roadmap_picture import roadmap_in_words
from guide.session import Session
from pages.widgets.action_card import show_action
from pages.widgets.failures import calm_failures
from pages.widgets.roadmap_filters import show_filters

NOT_DRAWN = "De afbeelding kon niet worden gemaakt. Kijk bij ‘Per jaar’; daar staan alle acties."


def show_columns(session: Session) -> None:
    """Jaar 1, Jaar 2 and Jaar 3 beside one another, and below them what has no year yet."""
    wanted = show_filters(session) if actions(session) else RoadmapFilter()
    found = filtered(session, wanted)
    nothing = "Geen acties die hierbij passen." if wanted != RoadmapFilter() else "Nog geen acties."
    for column, year in zip(st.columns(3, gap="medium"), (1, 2, 3), strict=True):
        with column.container(key=f"year:{year}"):
            st.subheader(f"Jaar {year}", anchor=False)
            _cards(session, [action for action in found if action.year == year], nothing)
    undated = [action for action in found if action.year is None]
    if undated:
        st.subheader("Jaar nog te bepalen", anchor=False)
        _cards(session, undated, nothing)


def _cards(session: Session, found: list[AgreedAction], nothing: str) -> None:
    for action in found:
        show_action(session, action)
    if not found:
        st.caption(nothing)


def show_timeline(session: Session) -> None:
    """The picture that can also be downloaded, with the same in words for who cannot see it."""
    with calm_failures(NOT_DRAWN):
        st.image(_picture(session), alt=roadmap_in_words(session), width="stretch")


def _picture(session: Session) -> str:
    from guide.export.roadmap_picture import draw_roadmap  # it takes time to load

    return draw_roadmap(session, "svg").decode()
