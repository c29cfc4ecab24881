"""The entry script that every visit runs: page settings, the list of screens, one safety net."""

from pathlib import Path

import streamlit as st

from pages.widgets.failures import calm_failures
from pages.widgets.look import apply_look
from pages.widgets.top_bar import go_on

FOLDER = Path(__file__).resolve().parent

SCREENS = [
    st.Page(FOLDER / "start.py", title="Start", default=True),
    st.Page(FOLDER / "set_up.py", title="Voorbereiden", url_path="voorbereiden"),
    st.Page(FOLDER / "conversation.py", title="Gesprek", url_path="gesprek"),
    st.Page(FOLDER / "roadmap.py", title="Groeipad", url_path="groeipad"),
    st.Page(FOLDER / "minutes.py", title="Verslag", url_path="verslag"),
    st.Page(FOLDER / "library.py", title="Naslag", url_path="naslag"),
]

# Its icon is in the page (guide/web.py): for an emoji Streamlit loads a tenth of its start more.
st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
screen = st.navigation(SCREENS, position="hidden")
apply_look()
with calm_failures():
    screen.run()
go_on()
