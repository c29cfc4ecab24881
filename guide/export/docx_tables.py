"""Draws one table: a marked and repeated header row, no merged cells, rows from a prototype.

Cells are never addressed by python-docx's `table.cell()`, which is quadratic: each row is a copy
of one prototype row.
"""

from __future__ import annotations

import re
from copy import deepcopy

from docx.oxml.ns import qn

from guide.export.docx_styles import StyleBook, own_style
from guide.export.docx_xml import Element, add_text, child, element, insert_before, paragraph
from guide.minutes_model import Table
from guide.plain_text import clean

_GRID = own_style("Verslag tabel", "table")
_TEXT = own_style("Verslag tabeltekst")
_HEAD = own_style("Verslag tabelkop")

# Widths of letters in twentieths of a point, at the size of the table text.
_NARROW, _WIDE = set("fijlrtI.,:;!'|()[] "), set("mwMW@%")
_LETTER = {"narrow": 62, "wide": 172, "other": 118}
_WIDE_FONTS = {"Verdana", "Tahoma", "Georgia", "Trebuchet MS", "Century Gothic", "DejaVu Sans"}
_WIDE_SCALE = 1.2
_CELL_MARGINS = 190
_WORD_ENDS = re.compile(r"[\s/-]+")
# The longest word that still decides the width of its column, as far as there is room.
_LONGEST = range(3400, 800, -200)
_SHARE_FOR_WORDS = 0.95
# A row longer than this may not fit on a page, so it must be able to break.
_MOST_TO_KEEP_WHOLE = 900
# A table with less text than this in its longest cells stays on one page.
_SMALL_TABLE = 500


def table_element(table: Table, caption: str, width: int, book: StyleBook) -> Element:
    """The table as Word holds it, `width` wide (in twentieths of a point)."""
    scale = _WIDE_SCALE if book.font() in _WIDE_FONTS else 1.0
    widths = column_widths(table, width, scale)
    made = element("w:tbl")
    made.append(_properties(table, caption, sum(widths), book))
    grid = child(made, "w:tblGrid")
    for column in widths:
        child(grid, "w:gridCol", w=column)
    made.append(_header_row(table, widths, book))
    prototype = _prototype_row(widths, book.id_of(_TEXT))
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


def column_widths(table: Table, total: int, scale: float = 1.0) -> list[int]:
    """The widths by weight, but no column narrower than its longest word (up to a limit)."""
    needs = _needs(table, int(total * _SHARE_FOR_WORDS), scale)
    weights = [max(column.weight, 0.01) for column in table.columns]
    fixed: set[int] = set()
    while True:
        room = total - sum(needs[index] for index in fixed)
        share = sum(weight for index, weight in enumerate(weights) if index not in fixed)
        widths = [
            needs[index] if index in fixed else int(room * weight / share)
            for index, weight in enumerate(weights)
        ]
        narrow = {index for index, width in enumerate(widths) if width < needs[index]} - fixed
        if not narrow:
            return widths
        fixed |= narrow


def _needs(table: Table, room: int, scale: float) -> list[int]:
    """The width each column needs for its longest word; long words give way when it is full."""
    longest = [int(_longest_word(table, index) * scale) for index in range(len(table.columns))]
    for most in _LONGEST:
        needs = [min(width, most) + _CELL_MARGINS for width in longest]
        if sum(needs) <= room:
            return needs
    return [room // len(longest)] * len(longest)


def _longest_word(table: Table, index: int) -> int:
    texts = [table.columns[index].title, *(row[index] for row in table.rows)]
    words = {word for text in texts for word in _WORD_ENDS.split(text)}
    return max(map(_word_width, words), default=0)


def _word_width(word: str) -> int:
    narrow, wide = (sum(letter in kind for letter in word) for kind in (_NARROW, _WIDE))
    other = len(word) - narrow - wide
    return narrow * _LETTER["narrow"] + wide * _LETTER["wide"] + other * _LETTER["other"]


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


def _header_row(table: Table, widths: list[int], book: StyleBook) -> Element:
    made = element("w:tr")
    properties = child(made, "w:trPr")
    child(properties, "w:cantSplit")
    child(properties, "w:tblHeader")
    for column, width in zip(table.columns, widths, strict=True):
        made.append(_cell(width, paragraph(book.id_of(_HEAD), column.title)))
    return made


def _prototype_row(widths: list[int], style: str) -> Element:
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
