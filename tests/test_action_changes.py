"""An action list that comes back: every edit is seen, one by one, and nothing else is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from guide.action_changes import changes, in_short
from guide.action_columns import ActionColumn, Cell
from guide.action_edits import CONFLICT, CellChange
from guide.entries import Action, ActionProgress, Retraction
from guide.models import ActionStatus, Mandate
from guide.roadmap import actions
from guide.session import Session
from guide.sessions import Sessions
from tests.action_lists import (
    FIRST,
    FIRST_SEQ,
    MADE_UP,
    SECOND,
    added,
    after,
    made_up,
    read_back,
    typed,
)

C = ActionColumn
EDITS: dict[ActionColumn, tuple[Cell, dict[str, object]]] = {
    C.WHAT: ("Iets anders", {"what": "Iets anders"}),
    C.OWNER: ("", {"owner": ""}),
    C.PARTNERS: ("Veilig Thuis", {"partners": "Veilig Thuis"}),
    C.DUE: (dt.date(2027, 9, 1), {"due": dt.date(2027, 9, 1), "due_words": ""}),
    C.DUE_WORDS: ("juli 2027", {"due": dt.date(2027, 7, 31), "due_words": "juli 2027"}),
    C.YEAR: ("2", {"year": 2}),
    C.NORMS: ("8 MO; 1.2 vo", {"norms": ("mo-8", "vo-1.2")}),
    C.PRIORITY: ("p2", {"priority": 4}),
    C.SIGN: ("Tien plannen", {"sign": "Tien plannen"}),
    C.NEEDS: ("Geld", {"needs": "Geld"}),
    C.MANDATE: ("voorstel", {"mandate": Mandate.PROPOSAL}),
}
PROGRESS: dict[ActionColumn, tuple[str, dict[str, object]]] = {
    C.STATUS: ("loopt", {"status": ActionStatus.RUNNING}),
    C.REASON: ("Er is geld", {"reason": "Er is geld"}),
    C.NOTICED: ("Kinderen vertellen", {"noticed": "Kinderen vertellen"}),
}


def test_a_list_that_nobody_edited_holds_no_change() -> None:
    found = changes(made_up(), read_back(made_up()))
    assert (found.changes, found.problems) == ((), ())


@pytest.mark.parametrize("column", EDITS)
def test_an_edit_of_the_action_is_one_change_of_one_action(column: ActionColumn) -> None:
    session = made_up()
    cell, fields = EDITS[column]
    found = after(session, FIRST, column, cell)
    (change,) = found.changes
    assert found.problems == ()
    assert (change.number, change.row, change.corrects) == (FIRST, 2, FIRST_SEQ)
    assert change.conflict == ""
    assert change.body == actions(session)[0].body.model_copy(update=fields)
    assert column.label in {each.label for each in change.cells}
    assert in_short(change) == "Actie A01"


@pytest.mark.parametrize("column", PROGRESS)
def test_an_edit_of_what_became_of_it_is_recorded_as_progress(column: ActionColumn) -> None:
    cell, fields = PROGRESS[column]
    found = after(made_up(), FIRST, column, cell)
    (change,) = found.changes
    assert change.corrects is None
    same = ActionProgress(action=FIRST_SEQ, status=ActionStatus.OPEN)
    assert change.body == same.model_copy(update=fields)


def test_every_column_that_people_fill_in_is_tried_here() -> None:
    fixed = {C.NUMBER, C.STAND, C.KEY}
    assert EDITS.keys() | PROGRESS.keys() | fixed == set(ActionColumn)


def test_a_change_is_told_with_the_old_and_the_new_words() -> None:
    (change,) = after(made_up(), FIRST, C.DUE, dt.date(2028, 9, 1)).changes
    assert change.cells == (
        CellChange("Klaar", "30-06-2027", "01-09-2028"),
        CellChange("Klaar in woorden", "juni 2027", ""),
        CellChange("Jaar", "1", "2"),
    )
    assert change.cells[1].in_words == "Klaar in woorden: juni 2027 wordt leeg"


def test_what_belongs_together_is_one_change_and_the_rest_is_apart() -> None:
    session = made_up()
    cells: dict[ActionColumn, Cell] = {
        C.OWNER: "De raad",
        C.STATUS: "Vervallen",
        C.REASON: "Geen geld",
        C.NEEDS: "Niets",
    }
    found = changes(session, typed(read_back(session), FIRST, cells))
    assert [[each.label for each in change.cells] for change in found.changes] == [
        ["Trekker"],
        ["Wat is nodig"],
        ["Status", "Toelichting"],
    ]


def test_both_cells_of_the_moment_may_be_given() -> None:
    session = made_up()
    cells: dict[ActionColumn, Cell] = {C.DUE: dt.date(2027, 5, 1), C.DUE_WORDS: "na de vakantie"}
    (change,) = changes(session, typed(read_back(session), FIRST, cells)).changes
    assert isinstance(change.body, Action)
    assert (change.body.due, change.body.due_words) == (dt.date(2027, 5, 1), "na de vakantie")


@pytest.mark.parametrize(
    ("cell", "due", "words"),
    [
        ("1 september 2027", dt.date(2027, 9, 1), ""),
        ("1-9-2027", dt.date(2027, 9, 1), ""),
        ("september 2027", dt.date(2027, 9, 30), "september 2027"),
        ("", None, "juni 2027"),
    ],
)
def test_a_day_may_be_typed_in_words(cell: str, due: dt.date | None, words: str) -> None:
    (change,) = after(made_up(), FIRST, C.DUE, cell).changes
    assert isinstance(change.body, Action)
    assert (change.body.due, change.body.due_words) == (due, words)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        (C.DUE, "30-06-2027"),
        (C.DUE, "30 juni 2027"),
        (C.NORMS, "mo 8b, #1.1"),
        (C.MANDATE, "nog voor te leggen aan: de raad"),
        (C.STATUS, "OPEN"),
        (C.PRIORITY, "1"),
        (C.WHAT, " Een plan maken\r\nen proberen "),
        (C.WHAT, "Een plan maken_x000D_\nen proberen"),
    ],
)
def test_the_same_in_another_spelling_is_no_change(column: ActionColumn, cell: str) -> None:
    found = after(made_up(), FIRST, column, cell)
    assert (found.changes, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        (C.DUE, "31-2-2027", "bestaat niet"),
        (C.DUE, "als het kan", "‘als het kan’ is geen datum"),
        (C.DUE, dt.date(1905, 7, 19), "19-07-1905 ligt te ver in het verleden"),
        (C.STATUS, "Bezig", "Status ‘Bezig’ is onbekend. Kies uit Open, Loopt, Gereed, Vervallen"),
        (C.STATUS, "", "Status ‘’ is onbekend"),
        (C.STATUS, "Vervallen", "Er staat niet waarom de actie vervalt"),
        (C.YEAR, "4", "Jaar ‘4’ bestaat niet"),
        (C.NORMS, "99z MO", "Norm ‘99z MO’ staat niet in de normenkaders"),
        (C.PRIORITY, "P09", "Prioriteit ‘P09’ bestaat niet"),
        (C.MANDATE, "Misschien", "Mandaat ‘Misschien’ is onbekend"),
        (C.WHAT, "", "De actie zegt nog niet wat er gebeurt"),
        (C.WHAT, "#REF!", "Excel meldt hier een fout"),
        (C.NUMBER, "A09", "het nummer blijft A01"),
    ],
)
def test_what_cannot_be_is_named_with_its_row_and_column(
    column: ActionColumn, cell: Cell, said: str
) -> None:
    found = after(made_up(), FIRST, column, cell)
    (problem,) = found.problems
    assert found.changes == ()
    assert problem.startswith(f"Regel 2, kolom {column.label}: ")
    assert said in problem


# Rows that came, went or changed hands


NEW: dict[ActionColumn, Cell] = {
    C.WHAT: "Iets nieuws",
    C.DUE: "juni 2028",
    C.NORMS: "8 MO",
    C.PRIORITY: "P02",
    C.MANDATE: "Voorstel",
}


def test_a_row_without_a_key_is_a_proposal_for_a_new_action() -> None:
    session = made_up()
    found = changes(session, added(read_back(session), NEW))
    (change,) = found.changes
    assert found.problems == ()
    assert (change.number, change.row, change.corrects) == ("", 4, None)
    assert change.body == Action(
        what="Iets nieuws",
        norms=("mo-8",),
        priority=4,
        due=dt.date(2028, 6, 30),
        due_words="juni 2028",
        mandate=Mandate.PROPOSAL,
    )
    assert CellChange("Wat", "", "Iets nieuws") in change.cells
    assert in_short(change) == "Nieuwe actie: Iets nieuws"


def test_a_new_action_that_was_taken_over_is_not_proposed_again_also_when_it_was_edited(
    sessions: Sessions,
) -> None:
    session = recorded(sessions)
    sheet = added(read_back(session), NEW)
    (change,) = changes(session, sheet).changes
    session = sessions.record(session, change.body)
    assert changes(session, sheet).changes == ()
    newest = actions(session)[-1]
    other = newest.body.model_copy(update={"what": "Anders"})
    session = sessions.correct(session, newest.seq, other)
    assert changes(session, sheet).changes == ()


def test_a_new_row_with_a_mistake_is_named_and_not_proposed() -> None:
    session = made_up()
    found = changes(session, added(read_back(session), NEW | {C.WHAT: "", C.YEAR: "2"}))
    assert found.changes == ()
    assert found.problems[0].startswith("Regel 4, kolom Wat: De actie zegt nog niet")
    found = changes(session, added(read_back(session), NEW | {C.DUE: "31-2-2027", C.YEAR: "9"}))
    assert found.changes == ()
    assert [each.split(":")[0] for each in found.problems] == [
        "Regel 4, kolom Klaar",
        "Regel 4, kolom Jaar",
    ]


def test_a_new_action_begins_as_open_and_that_is_said() -> None:
    session = made_up()
    found = changes(session, added(read_back(session), NEW | {C.STATUS: "Loopt"}))
    assert len(found.changes) == 1
    assert "begint als Open" in found.problems[0]


def test_an_empty_row_is_nothing() -> None:
    session = made_up()
    found = changes(session, added(read_back(session), {C.STAND: "9"}))
    assert (found.changes, found.problems) == ((), ())


def test_a_row_that_is_gone_is_named_and_the_action_stays() -> None:
    session = made_up()
    sheet = read_back(session)
    found = changes(session, replace(sheet, rows=sheet.rows[:1]))
    assert found.changes == ()
    assert found.problems == (
        "Actie A02 staat niet meer in het bestand. Ze blijft op het groeipad.",
    )


def test_an_action_from_after_the_file_was_made_is_not_missed() -> None:
    sheet = read_back(made_up())
    found = changes(made_up(Action(what="Later afgesproken")), sheet)
    assert (found.changes, found.problems) == ((), ())


def test_an_unknown_a_doubled_and_a_withdrawn_key_are_named() -> None:
    session = made_up()
    sheet = read_back(session)
    key = sheet.rows[0].cells[C.KEY]
    found = changes(session, typed(sheet, SECOND, {C.KEY: "van elders", C.WHAT: "x"}))
    assert "Regel 3, kolom Sleutel: deze hoort niet bij deze regiosessie" in found.problems[0]
    assert found.changes == ()
    found = changes(session, typed(sheet, SECOND, {C.KEY: key, C.WHAT: "x"}))
    assert found.problems[0].startswith("Regel 2 en 3: deze hebben dezelfde sleutel")
    assert found.changes == ()
    withdrawn = made_up(Retraction(of=FIRST_SEQ))
    found = changes(withdrawn, typed(sheet, FIRST, {C.WHAT: "x"}))
    assert found.problems == ("Regel 2: actie A01 is in de app ingetrokken.",)
    assert found.changes == ()


def test_a_key_that_was_wiped_is_no_new_action() -> None:
    session = made_up()
    found = changes(session, typed(read_back(session), SECOND, {C.KEY: ""}))
    assert found.changes == ()
    assert found.problems == (
        "Regel 3, kolom Sleutel: die van actie A02 is weg. Zet hem terug, of haal het nummer weg.",
    )


def test_a_column_that_is_gone_is_named_and_changes_nothing() -> None:
    session = made_up()
    sheet = read_back(session)
    without = replace(
        sheet,
        columns=tuple(column for column in sheet.columns if column is not C.OWNER),
        rows=tuple(
            replace(row, cells={c: cell for c, cell in row.cells.items() if c is not C.OWNER})
            for row in sheet.rows
        ),
    )
    found = changes(session, without)
    assert found.changes == ()
    assert found.problems == ("De kolom ‘Trekker’ ontbreekt. Daarvan is niets gelezen.",)


# The app went on in the meantime


def recorded(sessions: Sessions) -> Session:
    """The same region in a database."""
    session = sessions.load(sessions.start("Voorbeeldregio", "2027-03-12"))
    for body in MADE_UP[2:]:
        assert not isinstance(body, tuple)
        session = sessions.record(session, body)
    return session


def test_what_the_app_changed_since_is_not_changed_back(sessions: Sessions) -> None:
    session = recorded(sessions)
    sheet = read_back(session)
    body = actions(session)[0].body
    session = sessions.correct(session, FIRST_SEQ, body.model_copy(update={"owner": "De raad"}))
    session = sessions.record(
        session, ActionProgress(action=FIRST_SEQ, status=ActionStatus.DONE, noticed="Gelukt")
    )
    found = changes(session, sheet)
    assert (found.changes, found.problems) == ((), ())


def test_the_same_cell_changed_in_both_is_named_as_a_conflict(sessions: Sessions) -> None:
    session = recorded(sessions)
    sheet = typed(read_back(session), FIRST, {C.OWNER: "Opvang", C.NEEDS: "Geld"})
    body = actions(session)[0].body
    session = sessions.correct(session, FIRST_SEQ, body.model_copy(update={"owner": "De raad"}))
    owner, needs = changes(session, sheet).changes
    assert (owner.conflict, needs.conflict) == (CONFLICT, "")
    assert owner.cells == (CellChange("Trekker", "De raad", "Opvang"),)
    assert isinstance(needs.body, Action)
    assert needs.body.owner == "De raad"


def test_a_status_that_was_taken_back_since_is_no_edit(sessions: Sessions) -> None:
    session = recorded(sessions)
    running = ActionProgress(action=FIRST_SEQ, status=ActionStatus.RUNNING)
    session = sessions.record(session, running)
    sheet = read_back(session)
    assert sheet.rows[0].cells[C.STATUS] == "Loopt"
    session = sessions.withdraw(session, session.state.seq)
    assert changes(session, sheet).changes == ()
    (change,) = changes(session, typed(sheet, FIRST, {C.STATUS: "Gereed"})).changes
    assert change.conflict == CONFLICT
    assert change.cells == (CellChange("Status", "Open", "Gereed"),)


@pytest.mark.parametrize("stand", ["", "onzin", "999999", "1"])
def test_without_the_stand_an_edit_is_shown_with_a_warning(stand: str) -> None:
    session = made_up()
    found = changes(session, typed(read_back(session), FIRST, {C.STAND: stand, C.WHAT: "x"}))
    assert len(found.changes) == 1
    assert found.problems[0].startswith("Regel 2, kolom Stand: leeg of veranderd.")


def test_changes_that_are_confirmed_one_by_one_all_come_to_count(sessions: Sessions) -> None:
    session = recorded(sessions)
    cells = {column: cell for column, (cell, _) in (EDITS | PROGRESS).items()} | {
        C.DUE: dt.date(2027, 5, 1)
    }
    sheet = added(typed(read_back(session), FIRST, cells), NEW)
    count = len(changes(session, sheet).changes)
    for left in range(count, 0, -1):
        found = changes(session, sheet)
        assert len(found.changes) == left
        change = found.changes[0]
        assert change.conflict == ""
        if change.corrects is None:
            session = sessions.record(session, change.body)
        else:
            session = sessions.correct(session, change.corrects, change.body)
    assert (changes(session, sheet).changes, changes(session, sheet).problems) == ((), ())
    first, *_, new = actions(session)
    assert (first.body.what, first.body.owner, first.body.year) == ("Iets anders", "", 2)
    assert (first.body.where, first.body.review) == ("VO", "Elk jaar")
    assert (first.status, first.noticed) == (ActionStatus.RUNNING, "Kinderen vertellen")
    assert new.body.what == "Iets nieuws"
    assert changes(session, read_back(session)).changes == ()
