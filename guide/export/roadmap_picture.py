"""Draws the groeipad as a picture for a policy paper: PNG or SVG, on sheets of A4 on its side.

Pillow and SVG of our own instead of a plotting library: measured with 200 actions that is some
twenty times as fast, it adds one font to what is installed already, text of people is never read
as a formula, and the SVG names no address outside itself. Import this module where it is used.
"""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from guide.export.picture_png import write_png
from guide.export.picture_shapes import Drawing
from guide.export.picture_svg import write_svg
from guide.export.roadmap_sheets import roadmap_sheets
from guide.roadmap_picture import roadmap_in_words, roadmap_picture
from guide.session import Session, once

Kind = Literal["png", "svg"]


@once
def draw_roadmap(session: Session, kind: Kind) -> bytes:
    """The whole groeipad in one picture; what needs more sheets has them under one another."""
    return _written(_drawing(session), kind)


def draw_roadmap_sheets(session: Session, kind: Kind) -> list[bytes]:
    """The same picture sheet by sheet, each to be printed on A4 or put in a paper."""
    whole = _drawing(session)
    return [_written(Drawing(whole.title, whole.words, (each,)), kind) for each in whole.sheets]


def count_sheets(session: Session) -> int:
    """How many sheets of A4 the groeipad needs."""
    return len(_drawing(session).sheets)


@once
def zip_roadmap_sheets(session: Session) -> bytes:
    """Each sheet as a PNG, together in one zip file; equal sheets give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, data in enumerate(draw_roadmap_sheets(session, "png"), start=1):
            archive.writestr(zipfile.ZipInfo(f"groeipad-vel-{number}.png"), data)
    return buffer.getvalue()


@once
def _drawing(session: Session) -> Drawing:
    shown = roadmap_picture(session)
    return Drawing(shown.title, roadmap_in_words(session), roadmap_sheets(shown))


def _written(drawing: Drawing, kind: Kind) -> bytes:
    return write_png(drawing) if kind == "png" else write_svg(drawing)
