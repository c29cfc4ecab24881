"""What every response of the server gets: Dutch pages, a strict content policy, closed doors.

Streamlit says `<html lang="en">`, sends no security headers and says 'Page not found' in English,
and has no setting for any of these; this pure-ASGI class stands around it. Does not know Streamlit:
app.py says where its files are.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE = "Gespreksleidraad"

# Streamlit's files and those of the pages for the room: never a page, so they may be compressed.
_FILES = ("/static/", "/zaal/")
# Counts of the running server, and a way to drive the app without a screen: not for visitors.
_CLOSED = ("/_stcore/metrics", "/_stcore/agent")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# A speech balloon; in the page itself, so that it is there before anything else is asked for.
_ICON = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1f5f66"
 d="M5 4h22a3 3 0 0 1 3 3v13a3 3 0 0 1-3 3H14l-7 6v-6H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z"/><path
 stroke="#fff" stroke-width="2.4" stroke-linecap="round" d="M8 11h16M8 16h10"/></svg>"""
_ICON_LINK = b'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,%s">'
_DUTCH = (
    (re.compile(rb'<html lang="en"'), b'<html lang="nl"'),
    (re.compile(rb"<title>.*?</title>", re.DOTALL), f"<title>{TITLE}</title>".encode()),
    (
        re.compile(rb"<noscript>.*?</noscript>", re.DOTALL),
        b"<noscript><p>Zet JavaScript aan om de gespreksleidraad te gebruiken.</p></noscript>",
    ),
    (re.compile(rb'<link rel="service-desc"[^>]*>'), b""),
    (re.compile(rb'<link rel="shortcut icon"[^>]*>'), _ICON_LINK % base64.b64encode(_ICON)),
)
# Streamlit would show its whole app, with 'Page not found' in it.
_NOWHERE = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{TITLE}</title><style>
body {{ font: 1.25rem/1.5 sans-serif; color: #1a1a1a; max-width: 40rem; margin: 4rem auto;
padding: 0 1rem }} a {{ color: #1f5f66 }}</style></head><body><main>
<h1>Deze pagina bestaat niet.</h1><p>Kijk of het adres klopt.</p>
<p><a href="/">Naar Start</a></p></main></body></html>""".encode()
# They describe the body as it was before it was made Dutch.
_OF_THE_OLD_BODY = ("content-length", "etag", "last-modified", "accept-ranges")


class DutchPage:
    """Makes HTML Dutch, adds the security headers and refuses what no visitor needs."""

    def __init__(
        self,
        app: ASGIApp,
        index_html: Path,
        scripts: Iterable[Path] = (),
        screens: Collection[str] | None = None,
    ) -> None:
        """Around `app`, which serves `index_html` at any address; `scripts` are put into that page.

        `screens` are the addresses where there is one, without '/'; None when all of them do.
        """
        self.app = app
        self._screens = screens
        self._script = "\n".join(each.read_text(encoding="utf-8") for each in scripts)
        index = with_script(index_html.read_bytes(), self._script)
        self.headers = {
            "content-security-policy": content_policy(index.decode()),
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            # The address of a page holds the id of a session: no other site may learn it.
            "referrer-policy": "same-origin",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "websocket" and _from_another_site(scope):
            # Also keeps Streamlit from asking an outside service for its own address.
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        elif any(door in scope["path"] for door in _CLOSED):
            closed = PlainTextResponse("Niet gevonden", 404, headers=self.headers)
            await closed(scope, receive, send)
        else:
            page = _Page(send, self.headers, self._written, has_body=scope["method"] != "HEAD")
            page.is_there = self._screens is None or scope["path"].strip("/") in self._screens
            await self.app(_readable(scope), receive, page.send)

    def _written(self, page: bytes) -> bytes:
        return with_script(in_dutch(page), self._script)


class _Page:
    """One response on its way out; HTML is held back until it is whole."""

    is_there = True
    """Whether there is a screen at this address."""

    def __init__(
        self,
        send: Send,
        headers: dict[str, str],
        write: Callable[[bytes], bytes],
        *,
        has_body: bool,
    ) -> None:
        self._send = send
        self._headers = headers
        self._write = write
        self._has_body = has_body
        self._start: Message | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        """Pass a message on, or hold it back while the page is not whole."""
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _begin(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers.update(self._headers)
        if not _is_html(message["status"], headers):
            await self._send(message)
            return
        for name in _OF_THE_OLD_BODY:
            del headers[name]
        if not self.is_there:
            message["status"] = 404
        if self._has_body:
            self._start = message
        else:
            await self._send(message)

    async def _finish(self, start: Message) -> None:
        body = self._write(bytes(self._body)) if self.is_there else _NOWHERE
        MutableHeaders(scope=start)["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def content_policy(index_html: str) -> str:
    """The policy that lets a page load only from this server, and run only the known script."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _INLINE_SCRIPT.findall(index_html.replace("\r\n", "\n"))
    )
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {hashes}".rstrip(),
            "style-src 'self' 'unsafe-inline'",  # Streamlit makes its styles while it runs
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "object-src 'none'",
        )
    )


def in_dutch(page: bytes) -> bytes:
    """Streamlit's start page with our language, title, icon and no-script text."""
    for pattern, dutch in _DUTCH:
        page = pattern.sub(dutch, page, count=1)
    return page


def with_script(page: bytes, script: str) -> bytes:
    """The page with one script of our own in it."""
    return page.replace(b"</head>", f"<script>{script}</script></head>".encode(), bool(script))


def _is_html(status: int, headers: Headers) -> bool:
    is_whole = status != 206 and "content-encoding" not in headers
    # Our own pages for the room say that they are Dutch: nothing to change in them.
    is_foreign = headers.get("content-language") != "nl"
    return is_whole and is_foreign and headers.get("content-type", "").startswith("text/html")


def _readable(scope: Scope) -> Scope:
    """The request without its wish for compression, where a page may come back."""
    if scope["path"].startswith(_FILES):
        return scope
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}


def _from_another_site(scope: Scope) -> bool:
    """Whether a page of another site opens the connection; programs send no origin."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
