"""Row heights that fit their text, and the last touches XlsxWriter cannot give a file.

Excel finds the height of a row itself, LibreOffice does not: it would print the texts over one
another. So each row gets a height, which Excel may still change when somebody edits it.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterable

from guide.export.docx_package import zip_parts

_LINE = 15
_MOST_LINES = 27  # Excel allows 409 points
_FILLED = 0.85  # words that go to the next line leave a part of the line empty
_FIXED = b' customHeight="1"'
_LANGUAGE = b"<dc:language>nl-NL</dc:language>"
_CORE_END = b"</cp:coreProperties>"


def row_height(cells: Iterable[tuple[str, float]]) -> int:
    """The height in points for texts that each stand in a column of this width in characters."""
    return _LINE * max([1, *(_lines(text, width) for text, width in cells)])


def _lines(text: str, width: float) -> int:
    if len(text) <= width * _FILLED and "\n" not in text:
        return 1
    seen = text[: int(width * _MOST_LINES)]
    lines = sum(max(1, math.ceil(len(line) / (width * _FILLED))) for line in seen.split("\n"))
    return min(lines, _MOST_LINES)


def finished(data: bytes) -> bytes:
    """The file with heights that are not fixed and with its language; equal input, equal bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = part.replace(_FIXED, b"")
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = core.replace(_CORE_END, _LANGUAGE + _CORE_END)
    return zip_parts(parts)
