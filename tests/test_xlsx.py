"""The action list as an Excel file: everything in it is text, a day or a number, no formula."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from guide.action_changes import changes
from guide.action_columns import MOST_SIGNS, ActionColumn, fitting
from guide.entries import Action, ActionProgress
from guide.export.xlsx import write_action_list
from guide.file_names import file_name
from guide.models import ActionStatus, Mandate
from guide.plain_text import MAX_LENGTH
from guide.roadmap import actions
from guide.session import Session
from tests.action_lists import DATE, FIRST_SEQ, REGION, added, made_up, place, read_back, typed
from tests.minutes_reader import told
from tests.readers import ROOT, needs

C = ActionColumn
HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.invalid","klik")',
    "{=1+1}",
    "@SUM(1)",
    "+31",
    "-1",
    "\t=1",
    "2027",
    "1-6-2027",
    "#REF!",
    "http://example.invalid",
    "mailto:x@example.invalid",
    "_x0041_ en _x000B_",
    "regel\nregel\n\nregel",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u0645\u0631\u062d\u0628\u0627 \u00a0 x",
    "<b>&amp;</b>",
    "'enkel",
)


def parts_of(session: Session) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(write_action_list(session))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_file_is_the_same_for_the_same_session() -> None:
    assert write_action_list(made_up()) == write_action_list(made_up())


def test_the_list_is_a_table_with_real_dates_that_prints_on_a4() -> None:
    book = load_workbook(io.BytesIO(write_action_list(made_up())))
    sheet = book["Actielijst"]
    assert book.sheetnames == ["Actielijst", "Uitleg"]
    assert sheet.tables["Actielijst"].ref == "A1:Q3"
    assert [cell.value for cell in sheet[1]] == [column.label for column in ActionColumn]
    due = sheet.cell(2, place(C.DUE))
    assert (due.value, due.number_format) == (dt.datetime(2027, 6, 30), "dd-mm-yyyy")
    assert sheet.cell(3, place(C.DUE)).value is None
    assert sheet.cell(2, place(C.YEAR)).value == 1
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize or 0), setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.print_area == "'Actielijst'!$A$1:$O$3"
    what = sheet.cell(2, place(C.WHAT)).alignment
    assert (what.wrap_text, what.vertical) == (True, "top")


def test_status_and_year_can_be_chosen_also_below_the_last_action() -> None:
    sheet = load_workbook(io.BytesIO(write_action_list(made_up())))["Actielijst"]
    rules = {rule.formula1: str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    assert rules['"Open,Loopt,Gereed,Vervallen"'] == "M2:M203"
    assert rules['"1,2,3"'] == "G2:G203"


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    properties = load_workbook(io.BytesIO(write_action_list(made_up()))).properties
    assert properties.title == "Actielijst regiosessie Voorbeeldregio & omgeving"
    assert properties.language == "nl-NL"
    assert properties.created == dt.datetime(2027, 3, 12, 12, 36)
    assert "Voorbeeldregio &amp;&amp; omgeving" in parts_of(made_up())["xl/worksheets/sheet1.xml"]
    name = file_name(made_up(), "actielijst", "xlsx")
    assert name == "2027-03-12-actielijst-voorbeeldregio-omgeving.xlsx"


def test_the_explanation_says_what_one_may_change() -> None:
    book = load_workbook(io.BytesIO(write_action_list(made_up())))
    said = "\n".join(str(row[0]) for row in book["Uitleg"].iter_rows(values_only=True))
    assert "voorstel voor een nieuwe actie" in said
    assert "Schrijf geen namen, adressen" in said
    assert "12 maart 2027, 13.36 uur" in said
    assert "afgekapt" not in said


def test_a_list_without_actions_can_be_made_and_filled_in() -> None:
    session = told(REGION, DATE)
    sheet = read_back(session)
    assert sheet.rows == ()
    (change,) = changes(session, added(sheet, {C.WHAT: "Iets"})).changes
    assert change.body == Action(what="Iets")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_and_comes_back_as_it_was(text: str) -> None:
    fields = ("what", "owner", "partners", "due_words", "sign", "needs")
    action = Action.model_validate(dict.fromkeys(fields, text))
    progress = ActionProgress(action=3, status=ActionStatus.DROPPED, reason=text, noticed=text)
    session = told(REGION, DATE, action, progress)
    parts = parts_of(session)
    assert "<f" not in parts["xl/worksheets/sheet1.xml"].replace("<formula", "")
    assert not any("hyperlink" in name or "external" in name for name in parts)
    sheet = read_back(session)
    assert sheet.rows[0].cells[C.WHAT] == action.what
    found = changes(session, sheet)
    assert (found.changes, found.problems) == ((), ())


def test_a_text_that_looks_like_a_formula_stays_text_when_somebody_edits_its_cell() -> None:
    session = told(REGION, DATE, Action(what="=1+1", owner="Gewoon"))
    sheet = load_workbook(io.BytesIO(write_action_list(session)))["Actielijst"]
    assert sheet.cell(2, place(C.WHAT)).quotePrefix
    assert not sheet.cell(2, place(C.OWNER)).quotePrefix
    assert sheet.cell(2, place(C.NORMS)).number_format == "@"


@pytest.mark.parametrize("sign", ["a", "\U0001f600", "&", "\n"])
def test_a_text_that_does_not_fit_is_cut_named_and_no_change(sign: str) -> None:
    text = "x" + sign * (MAX_LENGTH // 2 - 2) + "x"
    session = told(REGION, DATE, Action(what=text))
    data = write_action_list(session)
    book = load_workbook(io.BytesIO(data))
    shown = book["Actielijst"].cell(2, place(C.WHAT)).value
    assert isinstance(shown, str)
    assert shown.endswith("…")
    assert len(shown.encode("utf-16-le")) // 2 <= MOST_SIGNS
    said = [row[0] for row in book["Uitleg"].iter_rows(values_only=True)]
    assert "Afgekapt: A01, kolom Wat." in said
    sheet = read_back(session)
    assert (changes(session, sheet).changes, changes(session, sheet).problems) == ((), ())
    found = changes(session, typed(sheet, "A01", {C.WHAT: "korter"}))
    assert found.changes == ()
    assert "paste niet in Excel" in found.problems[0]


def test_what_just_fits_is_not_cut() -> None:
    for text in ("a" * MOST_SIGNS, "\U0001f600" * (MOST_SIGNS // 2)):
        assert fitting(text) == text
        assert fitting(text + "bc") != text + "bc"


def test_a_day_that_excel_does_not_know_comes_back_too() -> None:
    for day in (dt.date(1, 1, 1), dt.date(1900, 2, 28), dt.date(1901, 1, 1), dt.date.max):
        session = told(REGION, DATE, Action(what="x", due=day))
        assert changes(session, read_back(session)).changes == ()


# Any list at all


texts = st.text(max_size=40)
some_actions = st.builds(
    Action,
    what=texts.map(lambda text: f"x{text}"),
    norms=st.lists(
        st.sampled_from(["mo-8", "mo-8b", "vo-1.1", "vo-1.2-1", "mo-t1"]), unique=True
    ).map(tuple),
    owner=texts,
    partners=texts,
    year=st.sampled_from([None, 1, 2, 3]),
    due=st.none() | st.dates(),
    due_words=texts,
    sign=texts,
    needs=texts,
    mandate=st.sampled_from(Mandate),
    mandate_of=texts,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(some_actions, max_size=4), st.sampled_from(ActionStatus), texts)
def test_any_list_comes_back_without_a_change(
    said: list[Action], status: ActionStatus, text: str
) -> None:
    progress = ActionProgress(action=3, status=status, reason=text, noticed=text)
    session = told(REGION, DATE, *said, *([progress] if said else []))
    assert len(actions(session)) == len(said)
    found = changes(session, read_back(session))
    assert (found.changes, found.problems) == ((), ())
    assert len(read_back(session).rows) == len(said)


# Microsoft's own validator


def sdk_errors(data: bytes, folder: Path) -> list[str]:
    """What the Open XML SDK finds wrong with a file."""
    file = folder / "lijst.xlsx"
    file.write_bytes(data)
    validator = ROOT / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
    run = subprocess.run(["node", validator, file], capture_output=True, text=True, check=False)
    return [error["description"] for error in json.loads(run.stdout)["errors"]]


def hostile_session() -> Session:
    long = Action(what="\U0001f600" * (MAX_LENGTH // 2))
    every = [Action(what=text, owner=text, sign=text) for text in HOSTILE]
    dropped = ActionProgress(action=FIRST_SEQ, status=ActionStatus.DROPPED, reason="=1")
    return made_up(dropped, long, *every)


@pytest.mark.word
@needs("npm")
def test_the_sdk_finds_no_error(tmp_path: Path) -> None:
    for session in (made_up(), told(REGION, DATE), hostile_session()):
        assert sdk_errors(write_action_list(session), tmp_path) == []


@pytest.mark.word
@needs("npm")
def test_the_sdk_finds_an_error_that_is_there(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts_of(made_up()).items():
            archive.writestr(name, part.replace("<pageSetup ", "<pageNonsense "))
    assert sdk_errors(buffer.getvalue(), tmp_path)
