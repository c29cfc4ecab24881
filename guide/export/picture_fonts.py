"""The letters of the pictures: how wide a text is, and where its lines break.

Arimo, because it is open and every letter is as wide as in Arial: an SVG that is measured with it
fits wherever it is shown. It comes as a package, so that no computer needs to have it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import as_file, files

from PIL import ImageFont

_FILE = files("fontpkg_arimo") / "files" / "Arimo[wght].ttf"
# The PNG has so many dots for a point: letters are rounded to whole dots, which makes a text wider.
DOTS_PER_POINT = 200 / 72
_REGULAR, _BOLD = 400, 700
_UNKNOWN_WIDTH = 1.3
# Stands for what Arimo has no shape for, such as an emoji.
_INSTEAD = "□"
_UNSEEN = ("Cf", "Mn", "Me")


@lru_cache(maxsize=64)
def font(size: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The font at this size in pixels, the same on every computer."""
    # The simple layout: the other one depends on what else a computer has.
    with as_file(_FILE) as path:
        made = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    made.set_variation_by_axes([_BOLD if bold else _REGULAR])
    return made


@lru_cache(maxsize=20_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is, in points like its `size`; never too narrow, for SVG or for PNG."""
    known = "".join(sign for sign in text if _has_shape(sign))
    width = font(size * DOTS_PER_POINT, bold=bold).getlength(known) / DOTS_PER_POINT
    return width + _UNKNOWN_WIDTH * size * (len(text) - len(known))


def drawable(text: str) -> str:
    """The text with one sign for each run of characters that the font has no shape for."""
    shown = ""
    for sign in unicodedata.normalize("NFC", text):
        if _has_shape(sign):
            shown += sign
        elif not shown.endswith(_INSTEAD) and unicodedata.category(sign) not in _UNSEEN:
            shown += _INSTEAD
    return shown


def lines_of(text: str, width: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """The text in at most this many lines that fit; what does not fit is cut with an ellipsis."""
    lines = [""]
    for word in _pieces(text, width, size, bold):
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        elif len(lines) == most:
            return [*lines[:-1], _cut(lines[-1], width, size, bold)]
        else:
            lines.append(word)
    return lines


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """The words, one that fits no line in parts that do."""
    for word in text.split():
        part = ""
        for sign in word if text_width(word, size, bold=bold) > width else ():
            if part and text_width(part + sign, size, bold=bold) > width:
                yield part
                part = ""
            part += sign
        yield part or word


def _cut(line: str, width: float, size: float, bold: bool) -> str:
    while line and text_width(f"{line}…", size, bold=bold) > width:
        line = line[:-1]
    return f"{line.rstrip(' ,;:.')}…"


@lru_cache(maxsize=4_000)
def _has_shape(sign: str) -> bool:
    # What joins two emoji has a shape in the font, but is not meant to be seen.
    seen = unicodedata.category(sign) != "Cf"
    return sign.isspace() or (seen and bytes(font(20).getmask(sign)) != _no_shape())


@lru_cache(maxsize=1)
def _no_shape() -> bytes:
    return bytes(font(20).getmask("\uffff"))
