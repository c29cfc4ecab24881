"""Gesprek: the current question in one fixed place, the talk below it, one line to type in."""

from pages.widgets.bottom import show_bottom
from pages.widgets.opened import opened_session
from pages.widgets.question import show_question
from pages.widgets.recording import show_held_back
from pages.widgets.steps import show_step
from pages.widgets.talk import show_talk
from pages.widgets.top_bar import top_bar

session = opened_session()
top_bar(session, "conversation")
show_question(session)
show_held_back(session)
show_step(session)
show_talk(session)
show_bottom(session)
