"""The action list in Excel as people use it: opened, edited in a cell, saved, read in again."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping
from dataclasses import replace

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from guide.action_changes import Comparison, changes
from guide.action_columns import SHEET, ActionColumn, ActionRow, ActionSheet, Cell
from guide.entries import Action, Detail, Priority
from guide.export.xlsx import write_action_list
from guide.export.xlsx_reading import read_action_list
from guide.models import DetailField, Mandate
from guide.session import Session
from tests.minutes_reader import Said, told

REGION = Detail(field=DetailField.REGION, value="Voorbeeldregio & omgeving")
DATE = Detail(field=DetailField.DATE, value="2027-03-12")
FIRST, SECOND = "A01", "A02"
FIRST_SEQ = 5

MADE_UP: tuple[Said, ...] = (
    REGION,
    DATE,
    Priority(title="Elk kind een plan"),
    Priority(title="Rust in huis"),
    Action(
        what="Een plan maken\nen proberen",
        norms=("mo-8b", "vo-1.1"),
        priority=3,
        owner="Gemeente, adviseur",
        partners="Opvang",
        due=dt.date(2027, 6, 30),
        due_words="juni 2027",
        sign="Vijf plannen",
        needs="Tijd",
        mandate=Mandate.TO_SUBMIT,
        mandate_of="de raad",
        where="VO",
        review="Elk jaar",
    ),
    Action(what="Een plek inrichten", owner="Opvang"),
)


def made_up(*more: Said) -> Session:
    """A region with two actions; A01 has something in every column, A02 in few."""
    return told(*MADE_UP, *more)


def read_back(session: Session) -> ActionSheet:
    """The list as it comes back when nobody edited it."""
    return read_action_list(write_action_list(session))


def typed(sheet: ActionSheet, number: str, cells: Mapping[ActionColumn, Cell]) -> ActionSheet:
    """The list after somebody typed this in the row of an action."""
    return replace(
        sheet,
        rows=tuple(
            replace(row, cells={**row.cells, **cells})
            if row.cells[ActionColumn.NUMBER] == number
            else row
            for row in sheet.rows
        ),
    )


def added(sheet: ActionSheet, cells: Mapping[ActionColumn, Cell]) -> ActionSheet:
    """The list with one more row below it."""
    empty: dict[ActionColumn, Cell] = dict.fromkeys(ActionColumn, "")
    return replace(sheet, rows=(*sheet.rows, ActionRow(len(sheet.rows) + 2, {**empty, **cells})))


def after(session: Session, number: str, column: ActionColumn, cell: Cell) -> Comparison:
    """What is different once somebody typed one cell."""
    return changes(session, typed(read_back(session), number, {column: cell}))


def in_excel(data: bytes, edit: Callable[[Worksheet], object]) -> bytes:
    """The file after somebody opened it, did something on the sheet and saved it."""
    book = load_workbook(io.BytesIO(data))
    edit(book[SHEET])
    return saved(book)


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def place(column: ActionColumn) -> int:
    """The column as Excel counts, from 1."""
    return list(ActionColumn).index(column) + 1
