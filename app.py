"""The server: Streamlit around pages/_navigation.py, and what every response gets.

Start it with `streamlit run app.py`; why Streamlit may not run a page of it: docs/decisions/0003.
The browser needs a second for Streamlit's own scripts. So the first response waits for nothing of
guide/ but guide/web/: the rest is loaded meanwhile.
"""

# ruff: noqa: E402 - what is imported when, is what this file is about
import gc

gc.disable()  # nothing that loads is garbage, and looking for it takes a fifth of the start

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route, Router

from guide.web import ROOM_ADDRESSES, SCREENS, CompressOnce, DutchPage, Later

PAGES = Path(__file__).resolve().parent / "pages"
FILES = Path(st.__file__).parent / "static"


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Get ready while the browser still opens; never before the server really starts."""
    threading.Thread(target=get_ready, daemon=True).start()
    yield


def get_ready() -> None:
    """Load what the first page needs, and turn the clean-up of memory on again."""
    from guide.shared import warm_up

    warm_up()


def room() -> Router:
    """The pages of the phones and the projector."""
    from guide.room_pages import room_routes

    return Router(room_routes())


dutch = Middleware(
    DutchPage,
    index_html=FILES / "index.html",
    scripts=[PAGES / "widgets" / name for name in ("typing.js", "unsent.js")],
    screens=set(SCREENS.values()),
)
around = [dutch, Middleware(CompressOnce, folder=FILES)]
room_pages = Later(room)
routes = [Route(address, room_pages) for address in ROOM_ADDRESSES]
app = st.App(PAGES / "_navigation.py", routes=routes, lifespan=lifespan, middleware=around)
