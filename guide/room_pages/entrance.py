"""The way in: a code from the projector, typed or scanned, leads to the page of the session."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guide.errors import GuideError
from guide.room import Room
from guide.room_pages.drawing import code_page
from guide.room_pages.serving import go, html, posting, reading, status_of
from guide.room_pages.visitor import Form, client_of
from guide.store import now

_LONGEST_CODE = 40


class Entrance:
    """Where somebody starts who has only a code."""

    def __init__(self, room: Callable[[], Room]) -> None:
        """Let them into this room."""
        self._room = room

    def routes(self) -> list[Route]:
        """The one address that is short enough to type."""
        return [
            Route("/mee", reading(self.ask_code), methods=["GET"]),
            Route("/mee", posting(self.enter), methods=["POST"]),
        ]

    def ask_code(self, request: Request, _: Form) -> Response:
        """The page for the code; the QR code brings it along, and leads on at once."""
        code = request.query_params.get("code", "")[:_LONGEST_CODE]
        return self._lead_on(request, code) if code else html(code_page(""))

    def enter(self, request: Request, form: Form) -> Response:
        """A typed code: on to the session, or what is wrong with it."""
        return self._lead_on(request, form.one("code")[:_LONGEST_CODE])

    def _lead_on(self, request: Request, code: str) -> Response:
        try:
            access = self._room().by_code(code, client_of(request), now())
        except GuideError as error:
            return html(code_page(code, error), status_of(error))
        return go(f"/mee/{access.key}")
