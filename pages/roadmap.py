"""Groeipad: what was agreed for year 1, 2 and 3, as columns of cards one can edit in place."""

import streamlit as st

from guide.roadmap import actions, priorities
from pages.widgets.action_card import show_action
from pages.widgets.action_form import action_form
from pages.widgets.fresh_forms import form_key, start_fresh
from pages.widgets.held_back import show_held_back
from pages.widgets.opened import opened_session
from pages.widgets.plain import md
from pages.widgets.recording import record
from pages.widgets.top_bar import top_bar

session = opened_session()
top_bar(session, "roadmap")
st.title("Groeipad", anchor=False)
show_held_back(session)

for priority in priorities(session):
    st.markdown(f"**{priority.number} {md(priority.body.title)}**")
    if priority.body.goal:
        st.text(f"Doel: {priority.body.goal}")
if not priorities(session):
    st.text("Er zijn nog geen prioriteiten gekozen.")

every = actions(session)
for column, year in zip(st.columns(3, gap="medium"), (1, 2, 3), strict=True):
    with column:
        st.subheader(f"Jaar {year}", anchor=False)
        of_year = [action for action in every if action.year == year]
        for action in of_year:
            show_action(session, action)
        if not of_year:
            st.caption("Nog geen acties.")

undated = [action for action in every if action.year is None]
if undated:
    st.subheader("Jaar nog te bepalen", anchor=False)
    for action in undated:
        show_action(session, action)

with st.expander("Actie toevoegen", expanded=not every, key="add_action"):
    added = action_form(session, form_key("new_action"), submit="Actie vastleggen")
if added is not None and record(session, added):
    start_fresh("new_action")
    st.rerun()
