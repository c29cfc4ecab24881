"""Draws one table: a marked and repeated header row, no merged cells, rows from a prototype.

Cells are never addressed by python-docx's `table.cell()`, which is quadratic: each row is a copy
of one prototype row.
"""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from guide.export.docx_columns import fit_columns
from guide.export.docx_styles import StyleBook, own_style
from guide.export.docx_xml import Element, add_text, child, element, insert_before, paragraph
from guide.minutes.model import Table
from guide.plain_text import clean

_GRID = own_style("Verslag tabel", "table")
_TEXT = own_style("Verslag tabeltekst")
_HEAD = own_style("Verslag tabelkop")
_SMALL_TEXT = own_style("Verslag tabeltekst smal")
_SMALL_HEAD = own_style("Verslag tabelkop smal")

# A row longer than this may not fit on a page, so it must be able to break.
_MOST_TO_KEEP_WHOLE = 900
# A table with less text than this in its longest cells stays on one page.
_SMALL_TABLE = 500


def table_element(table: Table, caption: str, width: int, book: StyleBook) -> Element:
    """The table as Word holds it, `width` wide (in twentieths of a point)."""
    fit = fit_columns(table, width, book.font())
    text, head = (_SMALL_TEXT, _SMALL_HEAD) if fit.small_text else (_TEXT, _HEAD)
    made = element("w:tbl")
    made.append(_properties(table, caption, sum(fit.widths), book))
    grid = child(made, "w:tblGrid")
    for column in fit.widths:
        child(grid, "w:gridCol", w=column)
    made.append(_header_row(table, fit.widths, book.id_of(head)))
    prototype = _prototype_row(fit.widths, book.id_of(text))
    small = sum(max(map(len, row), default=0) for row in table.rows) <= _SMALL_TABLE
    for index, row in enumerate(table.rows):
        keep = small and index < len(table.rows) - 1
        made.append(_row(prototype, row, keep_with_next=keep))
    return made


def keep_last_row_with_next(table: Element) -> None:
    """Keep the line below a table from standing alone on a page."""
    for properties in table[-1].iter(qn("w:pPr")):
        if properties.find(qn("w:keepNext")) is None:
            insert_before(properties, element("w:keepNext"), "w:keepLines", "w:rPr", "w:sectPr")


def _properties(table: Table, caption: str, width: int, book: StyleBook) -> Element:
    made = element("w:tblPr")
    child(made, "w:tblStyle", val=book.id_of(_GRID))
    child(made, "w:tblW", w=width, type="dxa")
    child(made, "w:tblLayout", type="fixed")
    child(
        made, "w:tblLook", val="06A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0,
        noHBand=1, noVBand=1,
    )  # fmt: skip
    if clean(caption):
        child(made, "w:tblCaption", val=" ".join(clean(caption).split()))
    if clean(table.description):
        child(made, "w:tblDescription", val=" ".join(clean(table.description).split()))
    return made


def _header_row(table: Table, widths: tuple[int, ...], style: str) -> Element:
    made = element("w:tr")
    properties = child(made, "w:trPr")
    child(properties, "w:cantSplit")
    child(properties, "w:tblHeader")
    for column, width in zip(table.columns, widths, strict=True):
        made.append(_cell(width, paragraph(style, column.title)))
    return made


def _prototype_row(widths: tuple[int, ...], style: str) -> Element:
    made = element("w:tr")
    child(child(made, "w:trPr"), "w:cantSplit")
    for width in widths:
        made.append(_cell(width, paragraph(style, "")))
    return made


def _cell(width: int, content: Element) -> Element:
    made = element("w:tc")
    child(child(made, "w:tcPr"), "w:tcW", w=width, type="dxa")
    made.append(content)
    return made


def _row(prototype: Element, row: tuple[str, ...], *, keep_with_next: bool) -> Element:
    made = deepcopy(prototype)
    texts = [clean(text) for text in row]
    for cell, text in zip(made.findall(qn("w:tc")), texts, strict=True):
        content = cell[-1]
        if keep_with_next:
            content[0].append(element("w:keepNext"))
        if text:
            add_text(child(content, "w:r"), text)
    if max(map(len, texts), default=0) > _MOST_TO_KEEP_WHOLE:
        made.remove(made[0])
    return made
