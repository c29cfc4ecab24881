"""The one style sheet and the one script of these pages: compressed once, kept by the browser."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

FOLDER = Path(__file__).parent / "files"
# guide/web/ leaves the wish for compression in requests below this address.
ADDRESS = "/zaal/"
_KINDS = {".css": "text/css", ".js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    kind: str
    plain: bytes
    compressed: bytes


@cache
def _files() -> dict[str, _File]:
    """Name with a mark of the contents -> file; a changed file has another address."""
    found = {}
    for path in sorted(FOLDER.iterdir()):
        plain = path.read_bytes()
        mark = hashlib.sha256(plain).hexdigest()[:12]
        name = f"{path.stem}-{mark}{path.suffix}"
        compressed = gzip.compress(plain, compresslevel=9, mtime=0)
        found[path.name] = _File(name, _KINDS[path.suffix], plain, compressed)
    return found


def address_of(name: str) -> str:
    """Where the browser finds a file."""
    return ADDRESS + _files()[name].name


async def serve(request: Request) -> Response:
    """One file, for as long as the browser likes to keep it."""
    asked = request.path_params["name"]
    file = next((each for each in _files().values() if each.name == asked), None)
    if file is None:
        return PlainTextResponse("Niet gevonden", 404)
    headers = {"cache-control": "public, immutable, max-age=31536000", "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        return Response(file.compressed, headers=headers, media_type=file.kind)
    return Response(file.plain, headers=headers, media_type=file.kind)
