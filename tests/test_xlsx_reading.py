"""An action list is read back after Excel or LibreOffice saved it; what is no list is refused."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import random
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from guide.action_changes import changes
from guide.action_columns import ActionColumn
from guide.entries import Action, ActionProgress
from guide.errors import ActionListError
from guide.example import start_example
from guide.export import xlsx_reading
from guide.export.docx import write_minutes
from guide.export.xlsx import write_action_list
from guide.export.xlsx_reading import read_action_list
from guide.models import ActionStatus
from guide.roadmap import actions
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.action_lists import in_excel, made_up, place, read_back, saved
from tests.minutes_reader import told
from tests.readers import needs, path_of
from tests.sample_minutes import sample_minutes
from tests.test_xlsx import hostile_session

C = ActionColumn


@pytest.fixture
def example(store: Store, real_content: object) -> Session:
    sessions = Sessions(store, real_content)  # type: ignore[arg-type]
    return sessions.load(start_example(sessions))


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The file with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ActionListError) as caught:
        read_action_list(data)
    assert caught.value.next_step
    return caught.value.message


# From the app to Excel and back


def test_the_example_comes_back_without_a_change(example: Session) -> None:
    sheet = read_back(example)
    assert len(sheet.rows) == len(actions(example)) == 8
    found = changes(example, sheet)
    assert (found.changes, found.problems) == ((), ())


def test_a_list_that_excel_saved_again_reads_the_same(example: Session) -> None:
    data = write_action_list(example)
    assert read_action_list(in_excel(data, lambda sheet: None)) == read_action_list(data)


def test_people_sort_insert_and_edit_in_excel() -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.move_range("A2:Q2", rows=2)
        sheet.delete_rows(2)
        sheet.insert_rows(1)
        sheet.cell(1, 1, "Lijst voor het overleg van mei")
        sheet.cell(3, place(C.DUE), "1 oktober 2027")
        sheet.cell(4, place(C.DUE), dt.datetime(2027, 9, 1))
        sheet.cell(4, place(C.YEAR), 2)
        sheet.cell(4, place(C.STATUS), "Loopt")
        sheet.cell(9, place(C.WHAT), "Een nieuwe actie")
        sheet.cell(9, place(C.NORMS), 8)
        sheet.cell(9, place(C.NEEDS), dt.datetime(2027, 6, 1))
        sheet.cell(9, place(C.SIGN), True)

    session = made_up()
    found = changes(session, read_action_list(in_excel(write_action_list(session), edit)))
    assert found.problems == ()
    assert [(change.number, change.row) for change in found.changes] == [
        ("A02", 3),
        ("A01", 4),
        ("A01", 4),
        ("A01", 4),
        ("", 9),
    ]
    new = found.changes[-1].body
    assert new == Action(what="Een nieuwe actie", norms=("mo-8",), needs="01-06-2027", sign="WAAR")


def test_the_round_trip_ends_where_it_began() -> None:
    session = made_up()
    data = write_action_list(session)
    edited = in_excel(data, lambda sheet: sheet.cell(3, place(C.STATUS), "Gereed"))
    (change,) = changes(session, read_action_list(edited)).changes
    done = ActionProgress(action=6, status=ActionStatus.DONE)
    assert change.body == done
    newer = made_up(done)
    again = read_back(newer)
    assert [
        {column: cell for column, cell in row.cells.items() if column is not C.STAND}
        for row in again.rows
    ] == [
        {column: cell for column, cell in row.cells.items() if column is not C.STAND}
        for row in read_action_list(edited).rows
    ]
    assert changes(newer, again).changes == ()


def test_a_column_may_stand_elsewhere_and_an_own_column_is_left_alone() -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.insert_cols(2)
        sheet.cell(1, 2, "Onze notities")
        sheet.cell(2, 2, "iets")

    session = made_up()
    found = changes(session, read_action_list(in_excel(write_action_list(session), edit)))
    assert (found.changes, found.problems) == ((), ())


def test_the_sheet_may_have_another_name_and_a_wrong_size() -> None:
    session = made_up()
    renamed = in_excel(write_action_list(session), lambda sheet: setattr(sheet, "title", "Blad1"))
    assert read_action_list(renamed).rows == read_back(session).rows

    def lie(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        assert b'ref="A1:Q3"' in parts[name]
        parts[name] = parts[name].replace(b'<dimension ref="A1:Q3"', b'<dimension ref="A1:B1"')

    assert read_action_list(repacked(write_action_list(session), lie)) == read_back(session)


@pytest.mark.word
@needs("soffice")
def test_a_list_that_libreoffice_saved_reads_the_same(example: Session, tmp_path: Path) -> None:
    lists = {"voorbeeld": example, "vijandig": hostile_session(), "leeg": told()}
    for name, session in lists.items():
        (tmp_path / f"{name}.xlsx").write_bytes(write_action_list(session))
    program = path_of("soffice")
    assert program is not None, "LibreOffice is missing"
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    files = [tmp_path / f"{name}.xlsx" for name in lists]
    out = tmp_path / "uit"
    subprocess.run(
        [*command, "--convert-to", "xlsx", "--outdir", out, *files],
        capture_output=True,
        check=True,
        timeout=180,
    )
    for name, session in lists.items():
        data = (out / f"{name}.xlsx").read_bytes()
        assert data != write_action_list(session)
        found = changes(session, read_action_list(data))
        assert (found.changes, found.problems) == ((), ())
        assert len(read_action_list(data).rows) == len(actions(session))


# What is no action list


def test_a_file_of_another_kind_is_refused_with_what_to_do() -> None:
    assert refusal(b"") == "Dit is geen Excel-bestand (.xlsx)."
    assert refusal(b"Nr;Wat;Sleutel") == "Dit is geen Excel-bestand (.xlsx)."
    assert "wachtwoord" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "10 MB" in refusal(b"PK" + bytes(xlsx_reading.MAX_UPLOAD))
    assert "beschadigd" in refusal(write_minutes(sample_minutes()))


def test_a_workbook_without_the_list_or_its_key_is_refused() -> None:
    assert "‘Actielijst’" in refusal(saved(Workbook()))
    data = write_action_list(made_up())
    without = in_excel(data, lambda sheet: sheet.delete_cols(place(C.KEY)))
    assert "‘Sleutel’ ontbreekt" in refusal(without)
    assert "ontbreekt" in refusal(in_excel(data, lambda sheet: sheet.delete_rows(1)))


def test_a_file_with_macros_is_refused() -> None:
    data = write_action_list(made_up())
    with_code = repacked(data, lambda parts: parts.update({"xl/vbaProject.bin": b"x"}))
    assert "macro's" in refusal(with_code)

    def declare(parts: dict[str, bytes]) -> None:
        types = parts["[Content_Types].xml"]
        plain = b"openxmlformats-officedocument.spreadsheetml.sheet.main"
        assert plain in types
        parts["[Content_Types].xml"] = types.replace(plain, b"ms-excel.sheet.macroEnabled.main")

    assert "macro's" in refusal(repacked(data, declare))


def test_an_opendocument_file_is_refused() -> None:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    data = repacked(write_action_list(made_up()), lambda parts: parts.update({"mimetype": kind}))
    assert "OpenDocument" in refusal(data)


ENTITIES = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
BOMB = f'<!DOCTYPE x [<!ENTITY a0 "ha">{ENTITIES}]>'
FETCH = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("definition", [BOMB, FETCH, "<!DOCTYPE x>"])
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/workbook.xml", "docProps/core.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_with_a_document_type_is_refused_before_it_is_read(
    definition: str, part: str, encoding: str
) -> None:
    def arm(parts: dict[str, bytes]) -> None:
        text = parts[part].decode().split("?>", 1)[1]
        named = text.replace("Actielijst", "&a9;") if "ENTITY" in definition else text
        head = f'<?xml version="1.0" encoding="{encoding}"?>'
        parts[part] = f"{head}{definition}{named}".encode(encoding)

    data = repacked(write_action_list(made_up()), arm)
    assert refusal(data) == "Dit Excel-bestand is beschadigd of onvolledig."


def test_a_file_that_grows_when_it_is_unpacked_is_refused() -> None:
    def grow(parts: dict[str, bytes]) -> None:
        parts["xl/sharedStrings.xml"] += b" " * (xlsx_reading.MAX_UNPACKED + 1)

    data = repacked(write_action_list(made_up()), grow)
    assert len(data) < xlsx_reading.MAX_UPLOAD
    assert refusal(data)

    def fill(parts: dict[str, bytes]) -> None:
        parts.update({f"xl/media/{n}.png": bytes(4_900_000) for n in range(9)})

    assert "uitpakken" in refusal(repacked(write_action_list(made_up()), fill))


def test_a_list_with_more_rows_than_anybody_agrees_on_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx_reading, "MOST_ROWS", 1)
    assert "meer dan 1 regels" in refusal(write_action_list(made_up()))


def test_a_damaged_file_is_refused_and_never_raises_anything_else() -> None:
    data = write_action_list(made_up())
    chance = random.Random(7)
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):
        for _ in range(25):

            def damage(parts: dict[str, bytes], name: str = name) -> None:
                part = bytearray(parts[name])
                start = chance.randrange(len(part))
                del part[start : start + chance.randrange(1, 60)]
                parts[name] = bytes(part)

            with contextlib.suppress(ActionListError):
                read_action_list(repacked(data, damage))
    for cut in range(0, len(data), 500):
        with pytest.raises(ActionListError):
            read_action_list(data[:cut])
