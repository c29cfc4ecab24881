"""What a request says: from which device, what was filled in, and whether our page sent it."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from guide.errors import InputError

COOKIE = "toestel"
LONGEST_FORM = 40_000
_MOST_FIELDS = 60
_DEVICE = re.compile(r"[\w-]{20,64}")
# From the preparation at home to reading the minutes afterwards.
_KEPT_SECONDS = 180 * 24 * 60 * 60
_TOO_LONG = InputError("Uw tekst is te lang om te versturen.", "Maak de tekst korter.")


@dataclass(frozen=True, slots=True)
class Form:
    """The filled-in fields of a form, by name."""

    fields: dict[str, list[str]]

    def one(self, name: str) -> str:
        """The last value of a field; '' when it was not filled in."""
        return self.fields.get(name, [""])[-1]

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a field, without empty ones."""
        return tuple(value for value in self.fields.get(name, []) if value)


NO_FORM = Form({})


async def form_of(request: Request) -> Form:
    """The form a page of ours sent; raises InputError when it is too long or not readable."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise _TOO_LONG
    try:
        text = bytes(body).decode("utf-8")
        # The default strictness would take an unknown byte for a letter.
        fields = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise InputError("Wat u verstuurde, is niet te lezen.", "Probeer het opnieuw.") from None
    return Form(fields)


def from_our_page(request: Request) -> bool:
    """Whether a page of this server sent it; every browser says where a form comes from."""
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host")


def wants_part(request: Request) -> bool:
    """Whether our script asks: it gets the changed part of the page, not a whole one."""
    return request.headers.get("x-deel") == "1"


def device_of(request: Request, session_id: str) -> str:
    """The number of this device in this session; '' before it took part in any.

    Made from the secret in the cookie, so that a session file gives nobody's place away, and the
    same device in two sessions cannot be recognised.
    """
    secret = _secret(request)
    return device_number(secret, session_id) if secret else ""


def device_number(secret: str, session_id: str) -> str:
    """The number that stands in the entries of one session."""
    return hashlib.sha256(f"{session_id}:{secret}".encode()).hexdigest()[:32]


def known_secret(request: Request) -> str:
    """The secret of this device, or a new one."""
    return _secret(request) or secrets.token_urlsafe(24)


def keep_secret(request: Request, response: Response, secret: str) -> None:
    """Let the browser keep it: needed to answer once, seen by no script and no other site."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=_KEPT_SECONDS,
        path="/mee",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def client_of(request: Request) -> str:
    """The address a request came from, to slow guessing down."""
    return request.client.host if request.client else ""


def _secret(request: Request) -> str:
    found = request.cookies.get(COOKIE, "")
    return found if _DEVICE.fullmatch(found) else ""
