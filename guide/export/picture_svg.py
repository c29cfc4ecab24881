"""A drawing as SVG: text stays text, so it can be searched, translated, read aloud and edited.

The lines are broken here, with letters as wide as those of Arial, so nothing depends on the font of
the reader. There is no style sheet, no script and no reference to anything outside the file.
"""

from __future__ import annotations

from lxml import etree

from guide.export.picture_shapes import Box, Drawing, Shape, Sheet

_SVG = "http://www.w3.org/2000/svg"
_XML = "http://www.w3.org/XML/1998/namespace"
_FONTS = "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif"
_POINTS_TO_MM = 25.4 / 72

Element = etree._Element


def write_svg(drawing: Drawing) -> bytes:
    """The drawing as an SVG file; the same bytes for the same drawing."""
    width = max(sheet.width for sheet in drawing.sheets)
    height = sum(sheet.height for sheet in drawing.sheets)
    root = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})  # type: ignore[dict-item]
    root.set(f"{{{_XML}}}lang", "nl")
    for name, value in (
        ("width", f"{_short(width * _POINTS_TO_MM)}mm"),
        ("height", f"{_short(height * _POINTS_TO_MM)}mm"),
        ("viewBox", f"0 0 {_short(width)} {_short(height)}"),
        ("role", "img"),
        ("aria-labelledby", "titel beschrijving"),
        ("font-family", _FONTS),
    ):
        root.set(name, value)
    _written(root, "title", drawing.title, id="titel")
    _written(root, "desc", drawing.words, id="beschrijving")
    top = 0.0
    for sheet in drawing.sheets:
        _sheet(root, sheet, top)
        top += sheet.height
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _sheet(root: Element, sheet: Sheet, top: float) -> None:
    page = _child(root, "g", transform=f"translate(0 {_short(top)})")
    _child(page, "rect", width=_short(sheet.width), height=_short(sheet.height), fill="#FFFFFF")
    for group in sheet.groups:
        drawn = _child(page, "g")
        _written(drawn, "title", group.name)
        for shape in group.shapes:
            _shape(drawn, shape)


def _shape(parent: Element, shape: Shape) -> None:
    x, y = _short(shape.x), _short(shape.y)
    if isinstance(shape, Box):
        size = {"width": _short(shape.width), "height": _short(shape.height)}
        edge = {"stroke": shape.line, "stroke-width": "0.75"} if shape.line else {}
        _child(parent, "rect", x=x, y=y, fill=shape.fill, **size, **edge)
        return
    weight = {"font-weight": "bold"} if shape.bold else {}
    look = {"font-size": _short(shape.size), "fill": shape.colour, **weight}
    _written(parent, "text", shape.text, x=x, y=y, **look)


def _child(parent: Element, tag: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{_SVG}}}{tag}", attributes)


def _written(parent: Element, tag: str, text: str, **attributes: str) -> None:
    _child(parent, tag, **attributes).text = text


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
