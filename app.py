"""The server: Streamlit around pages/_navigation.py, and what every response gets.

Start it with `streamlit run app.py`; why Streamlit may not run a page of it: docs/decisions/0003.
"""

# ruff: noqa: E402 - nothing that loads is garbage, and looking for it takes a fifth of the start
import gc

gc.disable()  # warm_up() turns it on again

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from guide.room_pages import room_routes
from guide.shared import warm_up
from guide.web import CompressOnce, DutchPage

PAGES = Path(__file__).resolve().parent / "pages"
FILES = Path(st.__file__).parent / "static"


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Get ready while the browser still opens; never before the server really starts."""
    threading.Thread(target=warm_up, daemon=True).start()
    yield


dutch = Middleware(
    DutchPage, index_html=FILES / "index.html", script=PAGES / "widgets" / "typing.js"
)
around = [dutch, Middleware(CompressOnce, folder=FILES)]
app = st.App(PAGES / "_navigation.py", routes=room_routes(), lifespan=lifespan, middleware=around)
