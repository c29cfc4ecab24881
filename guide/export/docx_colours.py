"""Colours in a house template: our own styles take over the colour of its headings.

Only when that can be read: a colour with too little contrast is reported, not repeated.
"""

from __future__ import annotations

import re

from docx.oxml.ns import qn

from guide.export.docx_xml import Element

LEAST_CONTRAST = 4.5

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_INK = "1F3A4D"
_GROUND = "EFEFEF"
_FALLBACK = "262626"
# The other colours of our base, and the greys that go with any house colour.
_GREYS = {"4A5560": "4D4D4D", "9AA8B2": "A6A6A6", "E6EDF1": _GROUND, "F4F7F9": "F6F6F6"}


def contrast(one: str, other: str = "FFFFFF") -> float:
    """The contrast between two colours (RRGGBB) by WCAG 2.2."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def house_ink(heading_colour: str | None) -> str:
    """The colour our own styles get: that of the headings when it stands out on our grounds."""
    if not heading_colour or not _HEX.fullmatch(heading_colour):
        return _FALLBACK
    return heading_colour if contrast(heading_colour, _GROUND) >= LEAST_CONTRAST else _FALLBACK


def is_faint(colour: str | None) -> bool:
    """Whether text in this colour cannot be read well on white paper."""
    return bool(colour and _HEX.fullmatch(colour)) and contrast(str(colour)) < LEAST_CONTRAST


def recolour(style: Element, ink: str) -> None:
    """Give a style from our base the colours of the house."""
    colours = {_INK: ink, **_GREYS}
    for found in style.iter("*"):
        for attribute in (qn("w:val"), qn("w:color"), qn("w:fill")):
            colour = found.get(attribute)
            if colour in colours:
                found.set(attribute, colours[colour])


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
