"""The page of a phone: choose a perspective, answer, suggest, say whether it is right."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guide.access import Access, Role
from guide.errors import GuideError, InputError, NotFoundError
from guide.live import PhoneView, phone_view
from guide.models import ActionStatus, RoundForm
from guide.room import Room
from guide.room_pages.doors import Doors, closed
from guide.room_pages.drawing import (
    NOTHING,
    Filled,
    phone_page,
    phone_part,
    shared_phone_part,
)
from guide.room_pages.hub import Draw, Frame, Hub
from guide.room_pages.serving import go, html, part, posting, reading, status_of
from guide.room_pages.stream import Following, streaming
from guide.room_pages.visitor import (
    Form,
    device_number,
    device_of,
    keep_secret,
    known_secret,
    wants_part,
)
from guide.session import Session

_DRAWN_AGAIN = 10.0
_UNREADABLE = InputError("Dit antwoord is niet te lezen.", "Ververs de pagina en probeer opnieuw.")


class Phones:
    """The requests of phones on one server."""

    def __init__(self, room: Callable[[], Room], hub: Hub) -> None:
        """Let them into this room, and follow their sessions with this hub."""
        self._room = room
        self._hub = hub
        self._doors = Doors(room)

    def routes(self) -> list[Route]:
        """Every address of a phone."""
        one = "/mee/{key}"
        return [
            Route(one, reading(self.show), methods=["GET"]),
            Route(f"{one}/stroom", self.follow, methods=["GET"]),
            Route(f"{one}/deelnemen", posting(self.join), methods=["POST"]),
            Route(f"{one}/antwoord", posting(self.answer), methods=["POST"]),
            Route(f"{one}/voorstel", posting(self.suggest), methods=["POST"]),
            Route(f"{one}/klopt", posting(self.confirm), methods=["POST"]),
            Route(f"{one}/melding", posting(self.report), methods=["POST"]),
        ]

    def show(self, request: Request, _: Form) -> Response:
        """The whole page, as it is now."""
        writing = "schrijf" in request.query_params
        sent = request.query_params.get("gedaan") == "voorstel"
        access = self._door(request)
        return self._whole(request, access, Filled(writing=writing, sent=sent))

    def join(self, request: Request, form: Form) -> Response:
        """Take part for a perspective; from here on the device is known by its cookie."""
        access = self._door(request)
        secret = known_secret(request)
        device = device_number(secret, access.session_id)
        perspective = form.one("perspectief")
        organisation = form.one(f"organisatie-{perspective}")
        try:
            self._room().join(access, device, perspective, organisation)
        except GuideError as error:
            return self._again(request, access, error, form)
        response = go(f"/mee/{access.key}")
        keep_secret(request, response, secret)
        return response

    def answer(self, request: Request, form: Form) -> Response:
        """An answer in a round."""
        return self._take(request, form, self._answer)

    def suggest(self, request: Request, form: Form) -> Response:
        """A sentence for the gespreksleider."""
        return self._take(request, form, self._suggest, "?gedaan=voorstel")

    def confirm(self, request: Request, form: Form) -> Response:
        """Klopt, or klopt niet."""
        return self._take(request, form, self._confirm)

    def report(self, request: Request, form: Form) -> Response:
        """How an earlier action stands."""
        return self._take(request, form, self._report)

    def _report(self, access: Access, device: str, form: Form) -> Session:
        number = form.one("actie")
        try:
            status = ActionStatus.of(form.one("stand"))
        except ValueError:
            raise _UNREADABLE from None
        if not number.isdecimal():
            raise _UNREADABLE
        return self._room().report(access, device, int(number), status, form.one("gemerkt"))

    def _answer(self, access: Access, device: str, form: Form) -> Session:
        try:
            kind = RoundForm.of(form.one("vorm"))
        except ValueError:
            raise _UNREADABLE from None
        return self._room().answer(
            access,
            device,
            kind,
            form.one("doel"),
            form.every("waarde"),
            form.one("toelichting"),
            delivery=form.one("sleutel"),
        )

    def _suggest(self, access: Access, device: str, form: Form) -> Session:
        delivery = form.one("sleutel")
        return self._room().suggest(access, device, form.one("zin"), delivery=delivery)

    def _confirm(self, access: Access, device: str, form: Form) -> Session:
        number, says = form.one("afspraak"), form.one("klopt")
        if not number.isdecimal() or says not in {"ja", "nee"}:
            raise _UNREADABLE
        objection = form.one("bezwaar") if says == "nee" else ""
        return self._room().confirm(access, device, int(number), says == "ja", objection)

    def _take(
        self,
        request: Request,
        form: Form,
        record: Callable[[Access, str, Form], Session],
        after: str = "",
    ) -> Response:
        access = self._door(request)
        device = device_of(request, access.session_id)
        try:
            session = record(access, device, form)
        except GuideError as error:
            return self._again(request, access, error, form)
        if wants_part(request):
            view = phone_view(session, device)
            return part(shared_phone_part(view, access.key), view.version)
        return go(f"/mee/{access.key}{after}")

    def _again(self, request: Request, access: Access, error: GuideError, form: Form) -> Response:
        """The same page with what went wrong, and with what was typed."""
        typed = {name: values[-1] for name, values in form.fields.items()}
        filled = Filled(problem=error, typed={**typed, "waarde": form.every("waarde")})
        if not wants_part(request):
            return self._whole(request, access, filled, status_of(error))
        _, view = self._view(request, access)
        return part(phone_part(view, access.key, filled), "fout", status_of(error))

    def _whole(
        self, request: Request, access: Access, filled: Filled = NOTHING, status: int = 200
    ) -> Response:
        _, view = self._view(request, access)
        return html(phone_page(view, access.key, secrets.token_hex(16), filled), status)

    def _view(self, request: Request, access: Access) -> tuple[str, PhoneView]:
        device = device_of(request, access.session_id)
        session = self._room().sessions.load(access.session_id)
        return device, phone_view(session, device)

    def _door(self, request: Request) -> Access:
        return self._room().by_key(request.path_params["key"], Role.PARTICIPANT)

    async def follow(self, request: Request) -> Response:
        """The stream of what this phone should show."""
        return await streaming(self._hub, request, self._following)

    def _following(self, request: Request) -> Following:
        access = self._door(request)
        device = device_of(request, access.session_id)
        draw = self._drawing(access.key, device)
        return Following(self._room().sessions, access.session_id, draw, _DRAWN_AGAIN)

    def _drawing(self, key: str, device: str) -> Draw:
        def draw(session: Session) -> Frame:
            try:
                self._doors.check(key, Role.PARTICIPANT)
            except NotFoundError as error:
                return closed(error)
            view = phone_view(session, device)
            return Frame(view.version, shared_phone_part(view, key))

        return draw
