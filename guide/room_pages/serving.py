"""What all these pages have in common: work in a thread, same-origin forms, calm failures."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import TypeVar, TypeVarTuple, Unpack

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guide.errors import GuideError, InputError, NotFoundError, StorageError
from guide.room_pages.drawing import calm_page, calm_part
from guide.room_pages.visitor import NO_FORM, Form, form_of, from_our_page, wants_part

Args = TypeVarTuple("Args")
R = TypeVar("R")
Work = Callable[[Request, Form], Response]
Endpoint = Callable[[Request], Awaitable[Response]]

log = logging.getLogger(__name__)
# A room that answers at one moment waits for one disk anyway: more threads only cost memory, which
# is not given back, and take turns away from the pages of the gespreksleider.
_threads = CapacityLimiter(4)

_REFUSED = InputError(
    "Dit formulier kwam niet van deze site.", "Open de pagina opnieuw en probeer het nog een keer."
)
_FAILED = GuideError(
    "Er ging iets mis op de server.", "Wat u al had verstuurd, is bewaard. Probeer het opnieuw."
)


def html(text: str, status: int = 200) -> Response:
    """A Dutch page that no cache keeps: its address gives access to a session."""
    headers = {"cache-control": "no-store", "content-language": "nl"}
    return Response(text, status, headers, media_type="text/html")


def part(text: str, version: str, status: int = 200) -> Response:
    """The changed part of a page that is already open."""
    response = html(text, status)
    response.headers["x-versie"] = version
    return response


def go(address: str) -> Response:
    """Show another page, so that refreshing it does not send the form again."""
    return RedirectResponse(address, 303, headers={"cache-control": "no-store"})


def status_of(error: GuideError) -> int:
    """The HTTP status of an expected failure."""
    if isinstance(error, NotFoundError):
        return 404
    return 503 if isinstance(error, StorageError) else 422


def reading(work: Work) -> Endpoint:
    """An endpoint that shows something."""

    async def endpoint(request: Request) -> Response:
        return await _calm(request, work, NO_FORM)

    return endpoint


def posting(work: Work) -> Endpoint:
    """An endpoint that takes a form, from our own pages only."""

    async def endpoint(request: Request) -> Response:
        if not from_our_page(request):
            return html(calm_page(_REFUSED), 403)
        try:
            form = await form_of(request)
        except InputError as error:
            return _failure(request, error, 413)
        return await _calm(request, work, form)

    return endpoint


async def in_thread(work: Callable[[Unpack[Args]], R], *args: *Args) -> R:
    """Do this beside the event loop, in one of a few threads."""
    return await run_sync(work, *args, limiter=_threads)


async def _calm(request: Request, work: Work, form: Form) -> Response:
    try:
        return await in_thread(work, request, form)
    except GuideError as error:
        return _failure(request, error, status_of(error))
    except Exception as error:  # whatever it is, a visitor gets one calm sentence
        note_fault(error)
        return _failure(request, _FAILED, 500)


def note_fault(error: Exception) -> None:
    """Log what kind of fault it was and where, never what anybody said."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    log.error("%s in %s line %s", type(error).__name__, place.filename, place.lineno)


def _failure(request: Request, error: GuideError, status: int) -> Response:
    if wants_part(request):
        return part(calm_part(error), "fout", status)
    return html(calm_page(error), status)
