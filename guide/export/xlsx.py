"""The action list as an Excel file: made to print, to filter, to edit and to read in again.

Every text goes in as text. It is never a formula, a link or a number, also not after somebody
pressed Enter in its cell. The same session gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from guide.action_columns import (
    FIRST_EXCEL_YEAR,
    SHEET,
    ActionColumn,
    Cell,
    cells_of,
    fits,
    fitting,
)
from guide.dutch_dates import short_date
from guide.export.xlsx_explanation import write_explanation
from guide.export.xlsx_layout import finished, row_height
from guide.models import ActionStatus, Mandate
from guide.plain_text import one_line
from guide.roadmap import actions
from guide.session import Session
from guide.set_up import details

_SPARE_ROWS = 200
_A4 = 9
_GREY = "#767676"
_LINE = "#BFBFBF"
_RISKY = ("=", "+", "-", "@", "\t")
_AS_TEXT = (
    ActionColumn.NUMBER,
    ActionColumn.NORMS,
    ActionColumn.PRIORITY,
    ActionColumn.KEY,
)
_NUMBERS = (ActionColumn.YEAR, ActionColumn.STAND)
_WIDTHS = {
    ActionColumn.NUMBER: 6, ActionColumn.WHAT: 34, ActionColumn.OWNER: 17,
    ActionColumn.PARTNERS: 15, ActionColumn.DUE: 11, ActionColumn.DUE_WORDS: 13,
    ActionColumn.YEAR: 7, ActionColumn.NORMS: 10, ActionColumn.PRIORITY: 10,
    ActionColumn.SIGN: 21, ActionColumn.NEEDS: 16, ActionColumn.MANDATE: 14,
    ActionColumn.STATUS: 11, ActionColumn.REASON: 16, ActionColumn.NOTICED: 16,
    ActionColumn.STAND: 6, ActionColumn.KEY: 8,
}  # fmt: skip
_CHOICES: dict[ActionColumn, list[str] | list[int]] = {
    ActionColumn.STATUS: [status.label for status in ActionStatus],
    ActionColumn.YEAR: [1, 2, 3],
}


def write_action_list(session: Session) -> bytes:
    """The actions of a session as an .xlsx file with a sheet that explains it."""
    buffer = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(buffer, {"in_memory": True, **options}) as book:
        region = one_line(details(session).region)
        moment = session.state.at or dt.datetime.fromtimestamp(0, dt.UTC)
        title = f"Actielijst regiosessie {region}".strip()
        created = moment.astimezone(dt.UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "created": created})
        sheet = book.add_worksheet(SHEET)
        cut = _write_rows(book, sheet, session)
        _lay_out(sheet, title)
        write_explanation(book, session, cut)
    return finished(buffer.getvalue())


def _write_rows(book: Workbook, sheet: Worksheet, session: Session) -> list[str]:
    """Fill the table; say in Dutch which texts did not fit."""
    found = actions(session)
    last = max(len(found), 1)
    header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    looks = {column: _looks(book, column) for column in ActionColumn}
    for place, column in enumerate(ActionColumn):
        sheet.set_column(place, place, _WIDTHS[column], looks[column].below)
    columns = [{"header": column.label, "header_format": header} for column in ActionColumn]
    sheet.add_table(
        0,
        0,
        last,
        len(columns) - 1,
        {
            "name": SHEET,
            "columns": columns,
            "style": "Table Style Light 1",
            "title": SHEET,
            "description": "Alle acties van deze regiosessie, een per regel.",
        },
    )
    _offer_choices(sheet, last + _SPARE_ROWS)
    cut = []
    sheet.set_row(0, row_height([(column.label, _WIDTHS[column] - 3) for column in ActionColumn]))
    for row, action in enumerate(found, start=1):
        cells = cells_of(session, action)
        sheet.set_row(row, row_height(_wrapped(cells)))
        for place, (column, cell) in enumerate(cells.items()):
            _write(sheet, row, place, cell, looks[column], number=column in _NUMBERS)
            if not fits(cell):
                cut.append(f"{action.number}, kolom {column.label}")
    return cut


def _wrapped(cells: Mapping[ActionColumn, Cell]) -> Iterator[tuple[str, float]]:
    for column, cell in cells.items():
        if isinstance(cell, str) and not column.technical:
            yield cell, _WIDTHS[column]


class _Looks(NamedTuple):
    """How a column looks: a cell, one that Excel could take for a formula, and below the list."""

    plain: Format
    risky: Format
    below: Format


def _looks(book: Workbook, column: ActionColumn) -> _Looks:
    look = dict(_look(column))
    line = {**look, "bottom": 1, "bottom_color": _LINE}
    every = (line, {**line, "quote_prefix": True}, look)
    return _Looks(*(book.add_format(each) for each in every))


def _look(column: ActionColumn) -> Iterator[tuple[str, object]]:
    yield "valign", "top"
    yield "align", "left"
    if column.technical:
        yield "font_color", _GREY
        yield "font_size", 8
    else:
        yield "text_wrap", True
    if column in _AS_TEXT:
        # What people type here stays as typed: '1.4' is a norm and no number or date.
        yield "num_format", "@"
    if column is ActionColumn.DUE:
        yield "num_format", "dd-mm-yyyy"


def _write(
    sheet: Worksheet, row: int, place: int, cell: Cell, looks: _Looks, *, number: bool
) -> None:
    if not cell:
        sheet.write_blank(row, place, None, looks.plain)
    elif isinstance(cell, str) and number:
        sheet.write_number(row, place, int(cell), looks.plain)
    elif isinstance(cell, str):
        look = looks.risky if cell.startswith(_RISKY) else looks.plain
        sheet.write_string(row, place, fitting(cell), look)
    elif cell.year < FIRST_EXCEL_YEAR:
        sheet.write_string(row, place, short_date(cell), looks.plain)
    else:
        sheet.write_datetime(row, place, dt.datetime(cell.year, cell.month, cell.day), looks.plain)


def _offer_choices(sheet: Worksheet, last: int) -> None:
    """Lists to choose from, also in rows below the table; a warning at what must stay."""
    for place, column in enumerate(ActionColumn):
        rule = _rule(column)
        if rule:
            sheet.data_validation(1, place, last, place, rule)


def _rule(column: ActionColumn) -> dict[str, Any] | None:
    """What Excel does in a column when somebody comes there or types something."""
    if column in _CHOICES:
        return {
            "validate": "list",
            "source": _CHOICES[column],
            "error_title": f"{column.label} onbekend",
            "error_message": "Kies uit: " + ", ".join(map(str, _CHOICES[column])),
        }
    if column is ActionColumn.MANDATE:
        # Only offered: behind the last one people write whom it is submitted to.
        offered = [each.label for each in Mandate]
        return {"validate": "list", "source": offered, "show_error": False}
    if column.technical:
        said = "Hiermee leest de app dit bestand weer in. Leeg bij een nieuwe actie."
        return {"validate": "any", "input_title": "Niet wijzigen", "input_message": said}
    return None


def _lay_out(sheet: Worksheet, title: str) -> None:
    """A4 landscape on one page wide, the heading on every page, without the technical columns."""
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.75)
    sheet.fit_to_pages(1, 0)
    people = sum(not column.technical for column in ActionColumn)
    sheet.print_area(0, 0, max(sheet.dim_rowmax or 0, 1), people - 1)
    # In a header '&' begins a code.
    sheet.set_header("&L" + title.replace("&", "&&"))
    sheet.set_footer("&RPagina &P van &N")
