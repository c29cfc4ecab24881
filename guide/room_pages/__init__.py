"""Light pages for the room: phones at /mee, the projector at /scherm; app.py serves them."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guide.errors import NotFoundError
from guide.room import Room
from guide.room_pages import files
from guide.room_pages.entrance import Entrance
from guide.room_pages.hub import Hub
from guide.room_pages.phones import Phones
from guide.room_pages.projectors import Projectors
from guide.room_pages.serving import go, reading
from guide.room_pages.visitor import Form
from guide.shared import shared_room

_TOPS = ("mee", "scherm", "zaal")
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def room_routes(room: Callable[[], Room] = shared_room, hub: Hub | None = None) -> list[Route]:
    """Every address of the room; they all follow the sessions with one hub."""
    hub = hub or Hub()
    return [
        Route(f"{files.ADDRESS}{{name}}", files.serve, methods=["GET"]),
        *Entrance(room).routes(),
        *Phones(room, hub).routes(),
        *Projectors(room, hub).routes(),
        # Whatever else is asked below these addresses would get Streamlit's start page.
        *(Route(f"/{top}/{{rest:path}}", reading(_nowhere), methods=_METHODS) for top in _TOPS),
    ]


def _nowhere(request: Request, _: Form) -> Response:
    if request.url.path == "/mee/":
        return go("/mee")
    raise NotFoundError("Deze pagina bestaat niet.", "Vraag de gespreksleider om de link.")
