"""The entry script that every visit runs: page settings, the list of screens, one safety net."""

from pathlib import Path

import streamlit as st

from guide.web import SCREENS
from pages.widgets.failures import calm_failures
from pages.widgets.look import apply_look
from pages.widgets.top_bar import TITLES, go_on

FOLDER = Path(__file__).resolve().parent

PAGES = [
    st.Page(FOLDER / f"{name}.py", title=title, url_path=SCREENS[name], default=name == "start")
    for name, title in {"start": "Start", **TITLES}.items()
]

# Its icon is in the page (guide/web/): for an emoji Streamlit loads a tenth of its start more.
st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
screen = st.navigation(PAGES, position="hidden")
apply_look()
with calm_failures():
    screen.run()
go_on()
