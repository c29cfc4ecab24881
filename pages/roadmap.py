"""Groeipad: what was agreed for year 1, 2 and 3, to look at, edit in place and take along."""

import streamlit as st

from guide.roadmap import actions, priorities
from pages.widgets.action_form import action_form
from pages.widgets.action_list_intake import show_action_list_intake
from pages.widgets.held_back import show_held_back
from pages.widgets.kept_forms import has_unsent, start_fresh
from pages.widgets.opened import opened_session
from pages.widgets.plain import md
from pages.widgets.recording import record
from pages.widgets.roadmap_files import show_roadmap_files
from pages.widgets.roadmap_gaps import show_gaps
from pages.widgets.roadmap_views import show_columns, show_timeline
from pages.widgets.top_bar import top_bar

COLUMNS, TIMELINE = "Per jaar", "Tijdlijn"
NEW_ACTION = "new_action"

session = opened_session()
top_bar(session, "roadmap")
with st.container(horizontal=True, vertical_alignment="center"):
    st.title("Groeipad", anchor=False, width="stretch")
    show_roadmap_files(session)
show_held_back(session)
show_gaps(session)

for priority in priorities(session):
    goal = f" Doel: {md(priority.body.goal)}" if priority.body.goal else ""
    st.markdown(f"**{priority.number} {md(priority.body.title)}**{goal}")
if not priorities(session):
    st.text("Er zijn nog geen prioriteiten gekozen.")

view = st.segmented_control(
    "Weergave", [COLUMNS, TIMELINE], default=COLUMNS, required=True, key="roadmap_view"
)
if view == TIMELINE:
    show_timeline(session)
else:
    show_columns(session)

is_adding = not actions(session) or has_unsent(session, NEW_ACTION)
with st.expander("Actie toevoegen", expanded=is_adding, key="add_action"):
    added = action_form(session, NEW_ACTION, submit="Actie vastleggen")
if added is not None and record(session, added):
    start_fresh(session, NEW_ACTION)
    st.rerun()
show_action_list_intake(session)
