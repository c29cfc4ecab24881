"""Gesprek: the question in one fixed place, answers and talk below it, one line to type in."""

import streamlit as st

from pages.widgets.bottom import show_bottom
from pages.widgets.following import follow_the_talk
from pages.widgets.held_back import show_held_back
from pages.widgets.opened import opened_session
from pages.widgets.question import show_question, show_script
from pages.widgets.steps import show_step
from pages.widgets.talk import show_talk
from pages.widgets.top_bar import top_bar

session = opened_session()
follow_the_talk(session)
top_bar(session, "conversation")
show_question(session)
show_held_back(session)
answers, talk = st.columns([3, 2], gap="medium")
with answers:
    show_script(session)
    show_step(session)
with talk:
    show_talk(session)
show_bottom(session)
