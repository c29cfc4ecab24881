"""The server: Streamlit around pages/_navigation.py, and what every response gets.

Start it with `streamlit run app.py`. Streamlit must not run this file as a page: with a folder
pages/ beside it, it would then serve each page file without passing the navigation first. It finds
`app` below and runs the entry script inside it (docs/decisions/0003).
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from guide.room_pages import room_routes
from guide.web import CompressOnce, DutchPage

STREAMLIT_FILES = Path(st.__file__).parent / "static"

app = st.App(
    Path(__file__).resolve().parent / "pages" / "_navigation.py",
    routes=room_routes(),
    middleware=[
        Middleware(DutchPage, index_html=STREAMLIT_FILES / "index.html"),
        Middleware(CompressOnce, folder=STREAMLIT_FILES),
    ],
)
