"""The groeipad as a picture: what it shows, that it can be read, and that texts stay texts."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import pytest
from lxml import etree
from PIL import Image

from guide.entries import Action, ActionProgress, Detail, Priority
from guide.example import start_example
from guide.export.picture_fonts import drawable, lines_of, text_width
from guide.export.picture_shapes import Box, Sheet, Words
from guide.export.roadmap_cards import PRIORITY_COLOURS
from guide.export.roadmap_picture import (
    Kind,
    count_sheets,
    draw_roadmap,
    draw_roadmap_sheets,
    zip_roadmap_sheets,
)
from guide.export.roadmap_sheets import roadmap_sheets
from guide.models import ActionStatus, DetailField
from guide.roadmap_picture import roadmap_in_words, roadmap_picture
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.minutes_reader import Said, told
from tests.word_checks import LEAST_CONTRAST, contrast

SVG = "{http://www.w3.org/2000/svg}"
A4_HEIGHT = 595.28
SMALLEST_LETTERS = 8.0
KINDS: tuple[Kind, ...] = ("png", "svg")
HOSTILE = (
    "$x^2$",
    r"\frac{1}{2}",
    "<b>vet</b>",
    "**sterk**",
    "&amp;",
    "😀👩‍👩‍👧",
    "]]> <script>",
    "=1+1",
)
START: tuple[Said, ...] = (
    Detail(field=DetailField.REGION, value="Voorbeeldregio"),
    Detail(field=DetailField.DATE, value="2027-03-11"),
)


def with_actions(count: int, *, days: int = 1000) -> Session:
    """A groeipad with this many actions over the years, some without a date or a trekker."""
    actions = [
        Action(
            what=f"Stap {n} met de scholen en de opvang in de regio afspreken en uitvoeren.",
            owner="" if n % 5 == 0 else "Gemeente, beleidsadviseur",
            due=None if n % 7 == 0 else dt.date(2027, 3, 12) + dt.timedelta(days=n * days // count),
            norms=("mo-8b",),
            priority=3,
        )
        for n in range(1, count + 1)
    ]
    return told(*START, Priority(title="Elk kind een eigen plan"), *actions)


def svg(session: Session) -> etree._Element:
    return etree.fromstring(draw_roadmap(session, "svg"))


def said(session: Session) -> str:
    """All text of the SVG, as one reads it."""
    return " ".join(found.text or "" for found in svg(session).iter(f"{SVG}text"))


def sheets(session: Session) -> tuple[Sheet, ...]:
    return roadmap_sheets(roadmap_picture(session))


def right_of(shape: Box | Words) -> float:
    if isinstance(shape, Box):
        return shape.x + shape.width
    return shape.x + text_width(shape.text, shape.size, bold=shape.bold)


@pytest.fixture
def example(shared_store: Store, real_content) -> Session:
    sessions = Sessions(shared_store, real_content)
    return sessions.load(start_example(sessions))


def test_a_card_tells_who_does_what_by_when_for_which_norm(example: Session) -> None:
    words = said(example)
    for part in (
        "Groeipad Voorbeeldregio",
        "Regiosessie van 11 maart 2027",
        "Klaar: 1 oktober 2027",
        "Trekker: Het Anker, zorgmanager",
        "Hoort bij: P01 · Norm 8b MO, Norm 8d MO",
        "P02 Eén warme overdracht in de hele regio",
    ):
        assert part in words


def test_years_stand_from_left_to_right_and_what_is_ready_first_on_top(example: Session) -> None:
    lanes = {lane.title: [card.number for card in lane.cards] for lane in _lanes(example)}
    assert lanes == {
        "Jaar 1": ["A04", "A07", "A01", "A05"],
        "Jaar 2": ["A08", "A02"],
        "Jaar 3": ["A03", "A06"],
    }
    corners = {g.name: g.shapes[0] for sheet in sheets(example) for g in sheet.groups}
    assert corners["Jaar 1"].x < corners["Jaar 2"].x < corners["Jaar 3"].x
    assert corners["Actie A04"].y < corners["Actie A07"].y
    assert corners["Actie A08"].x == corners["Jaar 2"].x


def _lanes(session: Session):
    return roadmap_picture(session).lanes


def test_an_action_without_a_year_has_a_column_of_its_own_only_when_there_is_one() -> None:
    dated = told(*START, Action(what="Bellen", year=1))
    undated = told(*START, Action(what="Bellen"))
    assert "nog te bepalen" not in _lanes(dated)[-1].title
    assert _lanes(undated)[-1].title == "Jaar nog te bepalen"


@pytest.mark.parametrize("start", ["2027-03-11", "2028-02-29", "2027-12-31"])
def test_the_last_day_of_a_year_is_the_last_day_that_counts_as_that_year(start: str) -> None:
    detail = Detail(field=DetailField.DATE, value=start)
    (until,) = {lane.until for lane in _lanes(told(detail)) if lane.title == "Jaar 1"}
    words = until.removeprefix("tot en met ")
    for offset, title in ((0, "Jaar 1"), (1, "Jaar 2")):
        day = _day(words) + dt.timedelta(days=offset)
        lanes = _lanes(told(detail, Action(what="Bellen", due=day)))
        assert [lane.title for lane in lanes if lane.cards] == [title]


def _day(words: str) -> dt.date:
    day, month, year = words.split()
    months = {"februari": 2, "maart": 3, "december": 12}
    return dt.date(int(year), months[month], int(day))


def every_status() -> Session:
    """An action with each status."""
    actions = [Action(what=f"Stap {n}", year=1) for n in range(4)]
    progress = [
        ActionProgress(action=3 + n, status=status, reason="Zo liep het")
        for n, status in enumerate(ActionStatus)
    ]
    return told(*START, *actions, *progress)


def test_every_status_is_a_word() -> None:
    words = said(every_status())
    assert all(status.label in words for status in ActionStatus)


@pytest.mark.parametrize("count", [0, 1, 10, 40, 200])
def test_however_many_actions_each_stands_on_a_sheet_whole_and_apart(count: int) -> None:
    shown = sheets(with_actions(count) if count else told(*START))
    names = [g.name for sheet in shown for g in sheet.groups if g.name.startswith("Actie ")]
    assert sorted(names) == sorted(f"Actie A{n:02d}" for n in range(1, count + 1))
    for sheet in shown:
        assert sheet.height <= A4_HEIGHT + 0.01
        cards = [g.shapes[0] for g in sheet.groups if g.name.startswith("Actie ")]
        boxes = [box for box in cards if isinstance(box, Box)]
        legend = next(g.shapes[0].y for g in sheet.groups if g.name == "Uitleg")
        assert all(box.y + box.height <= legend for box in boxes)
        assert not any(_overlap(one, other) for one in boxes for other in boxes if one is not other)


def _overlap(one: Box, other: Box) -> bool:
    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (apart or one.y + one.height <= other.y or other.y + other.height <= one.y)


def test_a_full_year_gets_more_columns_so_that_it_needs_fewer_sheets() -> None:
    crowded = told(*START, *(Action(what=f"Stap {n}", year=1) for n in range(40)))
    even = told(*START, *(replace_year(Action(what="Bellen"), n % 3 + 1) for n in range(9)))
    assert len({group.shapes[0].x for group in _cards(crowded)}) > 1
    assert len({group.shapes[0].width for group in _cards(even)}) == 1
    assert len({group.shapes[0].x for group in _cards(even)}) == 3


def _cards(session: Session):
    return [g for s in sheets(session) for g in s.groups if g.name.startswith("Actie ")]


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 100_000, "woord " * 20_000, "A\nB\tC\x00D"])
def test_nothing_runs_out_of_its_card_or_off_the_sheet(text: str) -> None:
    body = Action(what=text, owner=text, due_words=text, priority=3)
    session = told(
        Detail(field=DetailField.REGION, value=text), START[1], Priority(title=text), body
    )
    for sheet in sheets(session):
        for group in sheet.groups:
            edge = sheet.width - 20
            if group.name.startswith("Actie "):
                edge = right_of(group.shapes[0])
            assert all(right_of(shape) <= edge for shape in group.shapes)
    assert all(draw_roadmap(session, kind) for kind in KINDS)


@pytest.mark.parametrize("text", ["m" * 500, "Wijkverpleegkundige " * 20, "beleidsadviseur " * 20])
def test_in_the_png_the_letters_stay_inside_their_card_too(text: str) -> None:
    body = Action(what=text, owner=text, due_words=text, priority=3)
    session = told(*START, Priority(title=text), *(replace_year(body, n) for n in (1, 2, 3)))
    with Image.open(io.BytesIO(draw_roadmap(session, "png"))) as picture:
        dots = picture.width / sheets(session)[0].width
        for group in _cards(session):
            box = group.shapes[0]
            assert isinstance(box, Box)
            left, right = box.x + box.width - 4, box.x + box.width - 1.5
            top, bottom = box.y + 22, box.y + box.height - 2
            edge = (left * dots, top * dots, right * dots, bottom * dots)
            strip = picture.convert("RGB").crop(edge)
            assert strip.getextrema() == ((255, 255),) * 3


def replace_year(body: Action, year: int) -> Action:
    return Action(**{**body.model_dump(), "year": year})


def test_letters_are_large_enough_and_stand_out() -> None:
    for sheet in (*sheets(with_actions(10)), *sheets(every_status())):
        for group in sheet.groups:
            for shape in group.shapes:
                if isinstance(shape, Words):
                    assert shape.size >= SMALLEST_LETTERS
                    on = [
                        box.fill
                        for box in group.shapes
                        if isinstance(box, Box)
                        and box.x <= shape.x < box.x + box.width
                        and box.y <= shape.y < box.y + box.height
                    ]
                    ground = on[-1] if on else "#FFFFFF"
                    assert contrast(shape.colour[1:], ground[1:]) >= LEAST_CONTRAST
    assert all(contrast(colour[1:], "FFFFFF") >= LEAST_CONTRAST for colour in PRIORITY_COLOURS)


def test_what_people_type_is_text_and_nothing_else() -> None:
    text = " ".join(HOSTILE)
    session = told(*START, Action(what=text, owner=text))
    assert "\u200d" not in drawable(text)
    root = svg(session)
    assert {etree.QName(found).localname for found in root.iter()} == {
        "svg", "title", "desc", "g", "rect", "text",
    }  # fmt: skip
    words = said(session)
    assert all(part in words for each in HOSTILE for part in each.split())


def test_the_svg_says_what_it_is_and_fetches_nothing(example: Session) -> None:
    data = draw_roadmap(example, "svg")
    root = etree.fromstring(data)
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    title, words = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Groeipad Voorbeeldregio")
    assert (words.tag, words.text) == (f"{SVG}desc", roadmap_in_words(example))
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    assert fetched(data) == set()


def fetched(data: bytes) -> set[str]:
    """What a file names outside itself; the name of the SVG language is no address."""
    text = data.decode().replace('xmlns="http://www.w3.org/2000/svg"', "")
    return set(re.findall(r"https?:|href|url\(|<!DOCTYPE|@import|<script|<style", text))


def test_a_reference_to_the_outside_is_noticed() -> None:
    assert fetched(b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https:"/></svg>')


def test_the_words_name_every_action_with_who_and_when(example: Session) -> None:
    words = roadmap_in_words(example)
    assert all(f"A{n:02d} " in words for n in range(1, 9))
    assert "trekker Het Anker, zorgmanager, klaar 1 oktober 2027, P01, open" in words
    assert len(words) < 2_500


def test_the_words_of_a_long_groeipad_stay_short_but_skip_no_action() -> None:
    words = roadmap_in_words(with_actions(200))
    assert len(words) < 2_500
    assert all(f"A{n:02d}" in words for n in range(1, 201))
    assert "geen acties" in roadmap_in_words(told())


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_session_gives_the_same_picture(kind: Kind) -> None:
    assert draw_roadmap(with_actions(20), kind) == draw_roadmap(with_actions(20), kind)
    assert draw_roadmap(with_actions(20), kind) != draw_roadmap(with_actions(21), kind)


def test_the_png_is_sharp_enough_to_print_on_a4_lying_down() -> None:
    first, *_ = draw_roadmap_sheets(with_actions(40), "png")
    with Image.open(io.BytesIO(first)) as picture:
        assert picture.size == (2339, 1654)
        assert all(abs(dots - 200) < 1 for dots in picture.info["dpi"])
        assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_the_whole_picture_is_the_sheets_under_one_another() -> None:
    session = with_actions(40)
    parts = [Image.open(io.BytesIO(data)) for data in draw_roadmap_sheets(session, "png")]
    with Image.open(io.BytesIO(draw_roadmap(session, "png"))) as whole:
        assert len(parts) > 1
        assert whole.height == sum(part.height for part in parts)
        part = whole.crop((0, 0, whole.width, parts[0].height)).convert("RGB")
        assert part.tobytes() == parts[0].convert("RGB").tobytes()


def test_the_sheets_go_out_together_in_one_file() -> None:
    session = with_actions(40)
    with zipfile.ZipFile(io.BytesIO(zip_roadmap_sheets(session))) as archive:
        names = archive.namelist()
        assert names == [f"groeipad-vel-{n}.png" for n in range(1, count_sheets(session) + 1)]
        assert [archive.read(name) for name in names] == draw_roadmap_sheets(session, "png")
    assert zip_roadmap_sheets(session) == zip_roadmap_sheets(session)
    assert count_sheets(with_actions(2)) == 1


def test_lines_break_between_words_and_are_cut_with_an_ellipsis() -> None:
    lines = lines_of("een twee drie vier vijf zes zeven acht", 60, 10, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(text_width(line, 10) <= 60 for line in lines)
    assert lines_of("", 60, 10, 2) == [""]
