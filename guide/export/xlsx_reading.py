"""Reads an action list that comes back from Excel or LibreOffice: values only, with limits.

An upload is never trusted: its size is capped while unpacking, macros are refused, and so is a part
with a document type definition, because Office files never have one and entity bombs always do.
"""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.parsers import expat

from openpyxl import load_workbook

from guide.action_columns import SHEET, ActionColumn, ActionRow, ActionSheet, Cell
from guide.errors import ActionListError, TemplateError
from guide.export.docx_package import CONTENT_TYPES, Parts, read_parts
from guide.plain_text import clean

MAX_UPLOAD = 10 * 1024 * 1024
MAX_UNPACKED = 40 * 1024 * 1024
MOST_ROWS = 5000

_MOST_COLUMNS = 64
_HEADING_WITHIN = 30
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_XLSX = "Open het in Excel, kies Opslaan als en kies Excel-werkmap (.xlsx)."
_AGAIN = "Open het in Excel, sla het opnieuw op als .xlsx en probeer het nog eens."
_OTHER = "Kies de actielijst die u hier hebt gedownload."
_NEEDED = (ActionColumn.WHAT, ActionColumn.KEY)


def read_action_list(data: bytes) -> ActionSheet:
    """The columns and rows of the action list in an .xlsx file.

    Raises ActionListError, in Dutch, when the file cannot be read or holds no action list.
    """
    _check_safe(_parts(data))
    try:
        with warnings.catch_warnings():
            # It tells which parts of Excel it does not know; we only want the values.
            warnings.simplefilter("ignore")
            found = next(filter(None, map(_action_sheet, _sheets(data))), None)
    except ActionListError:
        raise
    except Exception as error:
        # openpyxl lets through whatever goes wrong in a file that is not what it says it is.
        raise _damaged() from error
    if found is not None:
        return found
    raise ActionListError(
        f"In dit bestand staat geen actielijst: een blad ‘{SHEET}’ met de kolommen ‘Wat’ en "
        "‘Sleutel’ ontbreekt.",
        _OTHER,
    )


def _parts(data: bytes) -> Parts:
    if len(data) > MAX_UPLOAD:
        raise ActionListError("Dit bestand is groter dan 10 MB.", _OTHER)
    if data.startswith(_OLE):
        raise ActionListError(
            "Dit bestand heeft een wachtwoord, of het is een Excel-bestand van voor 2007 (.xls).",
            _AS_XLSX,
        )
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise ActionListError("Dit is geen Excel-bestand (.xlsx).", _OTHER)
    try:
        parts = read_parts(data)
    except TemplateError as error:
        raise _damaged() from error
    if sum(map(len, parts.values())) > MAX_UNPACKED:
        raise ActionListError("Dit bestand wordt bij het uitpakken veel te groot.", _OTHER)
    return parts


def _damaged() -> ActionListError:
    return ActionListError("Dit Excel-bestand is beschadigd of onvolledig.", _AGAIN)


def _check_safe(parts: Parts) -> None:
    if b"opendocument" in parts.get("mimetype", b""):
        raise ActionListError("Dit is een OpenDocument-bestand (.ods).", _AS_XLSX)
    types = parts.get(CONTENT_TYPES, b"").lower()
    if b"macroenabled" in types or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise ActionListError("Dit bestand heeft macro's. Zulke bestanden lezen we niet.", _AS_XLSX)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            _check_xml(part)


def _check_xml(part: bytes) -> None:
    """Refuse a document type definition before openpyxl reads the part with the same parser."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _damaged() from error


def _refuse(*about: object) -> None:
    raise _damaged()


def _sheets(data: bytes) -> Iterator[Iterator[Sequence[Any]]]:
    """The rows of every sheet, that of the action list first."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in sorted(book.worksheets, key=lambda each: clean(each.title) != SHEET):
        # What the file says about its own size may be wrong.
        sheet.reset_dimensions()
        yield sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)


def _action_sheet(rows: Iterator[Sequence[Any]]) -> ActionSheet | None:
    numbered = enumerate(rows, start=1)
    for number, row in numbered:
        places = _places(row)
        if all(column in places for column in _NEEDED):
            return ActionSheet(tuple(places), tuple(_rows(numbered, places)))
        if number >= _HEADING_WITHIN:
            break
    return None


def _places(row: Sequence[Any]) -> dict[ActionColumn, int]:
    """Where each column stands; of two with the same heading the first."""
    headings = [" ".join(str(_cell(value)).split()).casefold() for value in row]
    return {
        column: headings.index(column.label.casefold())
        for column in ActionColumn
        if column.label.casefold() in headings
    }


def _rows(
    numbered: Iterator[tuple[int, Sequence[Any]]], places: dict[ActionColumn, int]
) -> Iterator[ActionRow]:
    count = 0
    for number, row in numbered:
        cells = {
            column: _cell(row[place]) if place < len(row) else ""
            for column, place in places.items()
        }
        if any(cells.values()):
            count += 1
            yield ActionRow(number, cells)
        if count > MOST_ROWS:
            raise ActionListError(f"De lijst heeft meer dan {MOST_ROWS} regels.", _OTHER)


def _cell(value: object) -> Cell:
    """A value of Excel as text, or as a date where it is one."""
    match value:
        case None:
            return ""
        case bool():
            return "WAAR" if value else "ONWAAR"
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return clean(str(value))
