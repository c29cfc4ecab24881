"""Streamlit's own files, compressed once for a whole room that joins at one moment."""

from __future__ import annotations

import asyncio
import gzip
import re
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_THIS_COMPUTER = {"127.0.0.1", "::1", "[::1]", "localhost"}
_PORT = re.compile(r":\d+$")
# Not from the mimetypes of the machine: on Windows those may call a script plain text.
_COMPRESSIBLE = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class CompressOnce:
    """Serves Streamlit's own files compressed, and compresses each of them only once.

    Streamlit sends them as they are: 2.7 MB for a first visit, a third of that when compressed. A
    room full of phones joins at one moment, so the work is not repeated for each of them.
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self.app = app
        self._files = {
            f"/{path.relative_to(folder).as_posix()}": path
            for path in folder.glob("static/**/*")
            if path.suffix in _COMPRESSIBLE
        }
        self.names = frozenset(self._files)
        self._compressed: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["path"] in self.names and _wants_gzip(scope):
            await (await self._response(scope["path"]))(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _response(self, name: str) -> Response:
        if name not in self._compressed:
            self._compressed[name] = await asyncio.to_thread(_gzipped, self._files[name])
        headers = {
            "content-encoding": "gzip",
            "vary": "accept-encoding",
            # The names of these files change with what is in them.
            "cache-control": "public, immutable, max-age=31536000",
        }
        kind = _COMPRESSIBLE[self._files[name].suffix]
        return Response(self._compressed[name], headers=headers, media_type=kind)


def _wants_gzip(scope: Scope) -> bool:
    is_read = scope["method"] in {"GET", "HEAD"}
    headers = Headers(scope=scope)
    return is_read and not _is_near(scope, headers) and "gzip" in headers.get("accept-encoding", "")


def _is_near(scope: Scope, headers: Headers) -> bool:
    """Whether nothing crosses a network: then compressing costs more than it saves.

    A proxy on this computer is near too, but those it asks for name another host.
    """
    client = (scope.get("client") or ("",))[0]
    host = _PORT.sub("", headers.get("host", ""))
    return client in _THIS_COMPUTER and host in _THIS_COMPUTER


def _gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)
