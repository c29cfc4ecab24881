"""The server: Streamlit around pages/_navigation.py, and what every response gets.

Start it with `streamlit run app.py`. Streamlit must not run this file as a page: with a folder
pages/ beside it, it would then serve each page file without passing the navigation first. It finds
`app` below and runs the entry script inside it (docs/decisions/0003).
"""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from guide.room_pages import room_routes
from guide.shared import warm_up
from guide.web import CompressOnce, DutchPage

STREAMLIT_FILES = Path(st.__file__).parent / "static"


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Get ready while the browser still opens; never before the server really starts."""
    threading.Thread(target=warm_up, daemon=True).start()
    yield


app = st.App(
    Path(__file__).resolve().parent / "pages" / "_navigation.py",
    routes=room_routes(),
    lifespan=lifespan,
    middleware=[
        Middleware(DutchPage, index_html=STREAMLIT_FILES / "index.html"),
        Middleware(CompressOnce, folder=STREAMLIT_FILES),
    ],
)
