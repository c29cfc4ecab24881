"""The projector: what the whole room may see, and the way in while joining is open."""

from __future__ import annotations

import re
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guide.access import Access, Role
from guide.errors import NotFoundError
from guide.live import ProjectorView, projector_view
from guide.network_address import for_other_devices
from guide.region_time import region_now
from guide.room import Room
from guide.room_pages.doors import Doors, closed
from guide.room_pages.drawing import projector_page, projector_part
from guide.room_pages.hub import Draw, Frame, Hub
from guide.room_pages.serving import html, reading
from guide.room_pages.stream import Following, streaming
from guide.room_pages.visitor import Form
from guide.session import Session

# The clock goes on, and joining opens or closes, without anything being recorded.
_DRAWN_AGAIN = 2.0
_HOST = re.compile(r"[\w.:\[\]-]{1,255}")


class Projectors:
    """The requests of projectors on one server."""

    def __init__(self, room: Callable[[], Room], hub: Hub) -> None:
        """Show this room, and follow its sessions with this hub."""
        self._room = room
        self._hub = hub
        self._doors = Doors(room)

    def routes(self) -> list[Route]:
        """Every address of a projector."""
        return [
            Route("/scherm/{key}", reading(self.show), methods=["GET"]),
            Route("/scherm/{key}/stroom", self.follow, methods=["GET"]),
        ]

    def show(self, request: Request, _: Form) -> Response:
        """The whole page, as it is now."""
        access = self._door(request)
        view = self._view(self._room().sessions.load(access.session_id), address_of(request))
        return html(projector_page(view, access.key))

    async def follow(self, request: Request) -> Response:
        """The stream of what the projector should show."""
        return await streaming(self._hub, request, self._following)

    def _following(self, request: Request) -> Following:
        access = self._door(request)
        draw = self._drawing(access.key, address_of(request))
        return Following(self._room().sessions, access.session_id, draw, _DRAWN_AGAIN)

    def _view(self, session: Session, address: str) -> ProjectorView:
        joining = self._room().joining(session.id)
        return projector_view(session, region_now(), joining, address)

    def _drawing(self, key: str, address: str) -> Draw:
        def draw(session: Session) -> Frame:
            try:
                self._doors.check(key, Role.PROJECTOR)
            except NotFoundError as error:
                return closed(error)
            view = self._view(session, address)
            return Frame(view.version, projector_part(view))

        return draw

    def _door(self, request: Request) -> Access:
        return self._room().by_key(request.path_params["key"], Role.PROJECTOR)


def address_of(request: Request) -> str:
    """Where to take part: where this screen was opened, or what phones know that place as.

    When the server listens only on this computer, that is the best there is: the gespreksleider
    reads beside the link how to let phones in.
    """
    host = request.headers.get("host", "")
    known = host if _HOST.fullmatch(host) else "localhost"
    scheme, port = request.url.scheme, (request.scope.get("server") or ("", 80))[1]
    return f"{for_other_devices(scheme, known, port) or f'{scheme}://{known}'}/mee"
