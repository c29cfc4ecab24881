"""A drawing as PNG, sharp enough for print; drawn with Pillow, which Streamlit brings along."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageColor, ImageDraw

from guide.export.picture_fonts import DOTS_PER_POINT, drawable, font
from guide.export.picture_shapes import Box, Drawing, Shape, Sheet

Colour = tuple[int, ...]

_DOTS_PER_INCH = round(72 * DOTS_PER_POINT)
# Steps between letters and their ground that make the edges of letters smooth.
_STEPS = (0.25, 0.5, 0.75)
_LIGHT = 600
_MOST_COLOURS = 256


def write_png(drawing: Drawing) -> bytes:
    """The drawing as a PNG file; the same bytes for the same drawing."""
    width = _dots(max(sheet.width for sheet in drawing.sheets))
    height = sum(_dots(sheet.height) for sheet in drawing.sheets)
    # Sheet by sheet in full colour, kept in a list of colours: a third of the memory.
    palette = _palette(drawing)
    whole = Image.new("P", (width, height))
    whole.putpalette(palette.getpalette() or [])
    top = 0
    for sheet in drawing.sheets:
        drawn = _drawn(sheet)
        whole.paste(drawn.quantize(palette=palette, dither=Image.Dither.NONE), (0, top))
        top += drawn.height
    buffer = io.BytesIO()
    whole.save(buffer, "PNG", dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
    return buffer.getvalue()


def _drawn(sheet: Sheet) -> Image.Image:
    made = Image.new("RGB", (_dots(sheet.width), _dots(sheet.height)), "white")
    pen = ImageDraw.Draw(made)
    for group in sheet.groups:
        for shape in group.shapes:
            _shape(pen, shape)
    return made


def _shape(pen: ImageDraw.ImageDraw, shape: Shape) -> None:
    x, y = shape.x * DOTS_PER_POINT, shape.y * DOTS_PER_POINT
    if isinstance(shape, Box):
        right, bottom = x + shape.width * DOTS_PER_POINT, y + shape.height * DOTS_PER_POINT
        corners = (round(x), round(y), round(right) - 1, round(bottom) - 1)
        pen.rectangle(corners, fill=shape.fill, outline=shape.line or None, width=2)
    else:
        letters = font(shape.size * DOTS_PER_POINT, bold=shape.bold)
        pen.text((x, y), drawable(shape.text), fill=shape.colour, font=letters, anchor="ls")


def _palette(drawing: Drawing) -> Image.Image:
    """Every colour of the drawing, and what lies between its dark and its light ones."""
    shapes = [s for sheet in drawing.sheets for group in sheet.groups for s in group.shapes]
    named = {"#FFFFFF"}
    for shape in shapes:
        named |= {shape.fill, shape.line} if isinstance(shape, Box) else {shape.colour}
    used = sorted(_rgb(name) for name in named if name)
    colours = [*used, *_between(used)][:_MOST_COLOURS]
    made = Image.new("P", (1, 1))
    made.putpalette([part for colour in colours for part in colour])
    return made


def _between(used: list[Colour]) -> Iterator[Colour]:
    light = [colour for colour in used if sum(colour) > _LIGHT]
    for ink in (colour for colour in used if colour not in light):
        for ground in light:
            for step in _STEPS:
                pairs = zip(ink, ground, strict=True)
                yield tuple(round(one + step * (other - one)) for one, other in pairs)


def _rgb(colour: str) -> Colour:
    return ImageColor.getrgb(colour)


def _dots(points: float) -> int:
    return round(points * DOTS_PER_POINT)
