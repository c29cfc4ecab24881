"""The groeipad on one page for administrators: what is on it, and that it is one page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from guide.content_models import Content
from guide.entries import Action, ActionProgress, Detail, Note, Parked, Priority
from guide.example import start_example
from guide.export.docx import write_minutes
from guide.minutes.model import Minutes
from guide.models import ActionStatus, DetailField, Mandate
from guide.one_page import make_one_page
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.house_templates import house, written
from tests.minutes_reader import Said, bullets_in, everything, part, said_in, table_in, texts, told
from tests.readers import needs
from tests.test_docx_readers import convert, pages, sdk_errors
from tests.word_checks import lost_texts, problems

START: tuple[Said, ...] = (
    Detail(field=DetailField.REGION, value="Voorbeeldregio"),
    Detail(field=DetailField.DATE, value="2027-03-11"),
    Detail(field=DetailField.NEXT_DATE, value="2028-03-09"),
)
HOSTILE = "$x^2$ \\frac{1}{2} <b>vet</b> **vet** {{titel}} \x00 😀"


def busy(count: int, priorities: int = 5) -> Session:
    """As full as a session gets: every text long, every action with its own trekker and date."""
    chosen = [
        Priority(
            title=f"Voorrang {n}: elk kind een eigen plan",
            goal="Over drie jaar heeft elk kind op elke locatie een plan dat het kan uitleggen. "
            * 3,
        )
        for n in range(priorities)
    ]
    agreed = [
        Action(
            what="Met de kinderraad een plan op één bladzijde maken en het bij kinderen proberen. "
            * 3,
            owner="Centrumgemeente Voorbeeldstad, beleidsadviseur opvang en onderwijs",
            due=dt.date(2027, 6, 1) + dt.timedelta(days=80 * (n % 12)),
            priority=4 + n % priorities,
            mandate=Mandate.PROPOSAL if n % 2 else Mandate.AGREED,
        )
        for n in range(count)
    ]
    return told(*START, *chosen, *agreed, Parked(text="Vervoer"))


@pytest.fixture
def example(shared_store: Store, real_content: Content) -> Session:
    sessions = Sessions(shared_store, real_content)
    return sessions.load(start_example(sessions))


def test_it_tells_what_comes_first_and_who_does_what_by_when(example: Session) -> None:
    page = make_one_page(example)
    assert page.title == "Groeipad Voorbeeldregio"
    assert page.file_name == "2027-03-11-groeipad-voorbeeldregio.docx"
    assert page.status_line.startswith("Regiosessie van 11 maart 2027 · Stand van ")
    assert bullets_in(part(page, "Wat voorgaat"))[2] == (
        "P03 Snel weer naar school. Over drie jaar zit elk kind binnen een week weer in een klas."
    )
    rows = {row[0]: row for row in table_in(part(page, "Wie doet wat")).rows}
    assert rows["A01"] == (
        "A01",
        "Met de kinderraad een plan op één bladzijde maken en het bij vijf kinderen proberen.",
        "Het Anker, zorgmanager",
        "01-10-2027\nJaar 1",
        "P01",
    )
    assert [*rows] == ["A04", "A07", "A01", "A05", "A08", "A02", "A03", "A06"]


def test_it_names_what_is_still_to_be_decided_and_when_the_region_meets_again() -> None:
    session = told(
        *START,
        Priority(title="Eén overdracht"),
        Action(what="Bellen", mandate=Mandate.PROPOSAL),
        Action(what="Schrijven", owner="Het Anker", due=dt.date(2027, 9, 1)),
        Parked(text="Vervoer"),
    )
    assert said_in(part(make_one_page(session), "Wie doet wat")) == [
        (
            "Nog te bepalen",
            "mandaat van A01; trekker van A01; moment van A01; jaar van A01; actie bij P01; "
            "op de parkeerlijst K01.",
        ),
        (
            "Volgende regiosessie",
            "op 9 maart 2028. Alle afspraken staan volledig in het verslag.",
        ),
    ]


def test_what_is_done_or_dropped_asks_for_nothing_any_more() -> None:
    done = ActionProgress(action=4, status=ActionStatus.DONE)
    page = make_one_page(told(*START, Action(what="Bellen"), done))
    assert table_in(part(page, "Wie doet wat")).rows[0][3] == "Nog te bepalen\ngereed"
    assert said_in(part(page, "Wie doet wat"))[0][1] == "Er zijn geen open punten."


def test_without_anything_agreed_it_says_so() -> None:
    page = make_one_page(told())
    words = [*texts(page)]
    assert "Er zijn nog geen prioriteiten gekozen." in words
    assert "Er zijn nog geen acties afgesproken." in words
    assert problems(write_minutes(page)) == []


def test_private_notes_stay_out_of_it(example: Session) -> None:
    assert "De zaal is wat stil" not in everything(make_one_page(example))
    note = Note(text="Alleen voor mij", private=True)
    assert "Alleen voor mij" not in everything(make_one_page(told(*START, note)))


def test_user_text_is_text_and_a_long_one_is_cut_with_an_ellipsis() -> None:
    body = Action(what=HOSTILE, owner="x" * 100_000, due_words="y " * 50_000)
    page = make_one_page(told(*START, Priority(title=HOSTILE, goal="z" * 100_000), body))
    data = write_minutes(page)
    assert problems(data) == []
    assert lost_texts(data, page) == []
    assert max(map(len, texts(page))) < 200
    assert page == make_one_page(told(*START, Priority(title=HOSTILE, goal="z" * 100_000), body))


def test_it_takes_the_house_style_as_the_minutes_do(example: Session) -> None:
    written(house(), make_one_page(example))


@pytest.mark.word
@needs("npm")
def test_the_sdk_finds_no_error(example: Session, tmp_path: Path) -> None:
    for session in (example, busy(12), told()):
        assert sdk_errors(write_minutes(make_one_page(session)), tmp_path) == []


def count_pages(folder: Path, page: Minutes) -> int:
    (folder / "blad.docx").write_bytes(write_minutes(page))
    convert(folder, "pdf", folder / "blad.docx")
    return len(pages(folder / "blad.pdf"))


@pytest.mark.word
@needs("soffice")
@needs("pdftotext")
class TestLibreOffice:
    """How many pages it takes."""

    def test_the_example_is_one_page(self, example: Session, tmp_path: Path) -> None:
        assert count_pages(tmp_path, make_one_page(example)) == 1

    @pytest.mark.parametrize(("actions", "priorities"), [(0, 3), (8, 3), (9, 4), (12, 5), (12, 3)])
    def test_a_full_session_is_one_page(
        self, actions: int, priorities: int, tmp_path: Path
    ) -> None:
        assert count_pages(tmp_path, make_one_page(busy(actions, priorities))) == 1

    def test_with_far_more_it_flows_on_and_loses_nothing(self, tmp_path: Path) -> None:
        page = make_one_page(busy(60))
        assert count_pages(tmp_path, page) > 1
        assert len(table_in(part(page, "Wie doet wat")).rows) == 60
