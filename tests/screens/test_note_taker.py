"""A schrijver on another laptop: a link and entries of its own, and no further than that."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from guide.access import Role
from guide.entries import Detail, Judgement, Note
from guide.models import Author, DetailField, JudgementValue
from guide.shared import shared_room
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab


@pytest.fixture(autouse=True)
def from_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.widgets.opened.visitor_address", lambda: "192.0.2.7")


def link(tab: Tab) -> dict[str, list[str]]:
    """What stands in the link that the gespreksleider hands over."""
    (code,) = [each.value for each in tab.app.code]
    return parse_qs(urlsplit(code).query)


@pytest.fixture
def writer(record: Record) -> Tab:
    key = shared_room().open_note_taker(record.id).key
    return Tab("conversation", query={"schrijver": key})


def authors(record: Record) -> dict[str, Author]:
    records = record.session.state.records_of(Note)
    return {r.body.text: r.first.author for r in records if isinstance(r.body, Note)}


def test_the_gespreksleider_hands_over_a_link_and_can_close_it(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").unfold("joining")
    assert shared_room().note_taker(record.id) is None, "drawing the page opens nothing"
    tab.press("open_note_taking")
    (key,) = link(tab)["schrijver"]
    assert list(link(tab)) == ["schrijver"], "the id of the session is not handed over"
    assert shared_room().by_key(key, Role.NOTE_TAKER).session_id == record.id
    tab.press("renew_note_taking")
    assert link(tab)["schrijver"] != [key]
    tab.press("close_note_taking")
    assert shared_room().note_taker(record.id) is None


def test_what_a_schrijver_types_is_by_the_schrijver_and_so_is_taking_it_back(
    record: Record, open_tab: Open, writer: Tab
) -> None:
    leader = open_tab("conversation")
    leader.say("Van de gespreksleider.")
    writer.run().say("Van de schrijver.")
    assert authors(record) == {
        "Van de gespreksleider.": Author.FACILITATOR,
        "Van de schrijver.": Author.NOTE_TAKER,
    }
    for tab in (leader.run(), writer):
        assert all(text in tab.words("talk") for text in authors(record))
    leader.press("undo")
    assert record.only(Note).text == "Van de schrijver."
    leader.press("undo")
    assert record.only(Note).text == "Van de schrijver.", "somebody else's stays"
    writer.run().press("undo")
    assert record.all(Note) == []


def test_a_schrijver_lets_nobody_in_and_reads_no_private_notes(
    record: Record, open_tab: Open, writer: Tab
) -> None:
    open_tab("conversation").say("privé: let op de tijd")
    words = writer.run().words()
    assert "u schrijft mee" in words
    assert "let op de tijd" not in words
    assert "joining" not in writer
    assert "Privénotities" not in words


def test_the_way_to_the_other_screens_keeps_the_key_and_never_shows_the_id(
    record: Record, writer: Tab
) -> None:
    key = writer.app.query_params["schrijver"]
    for screen in ("set_up", "roadmap", "minutes", "conversation"):
        writer.press(f"to_{screen}")
        assert writer.app.query_params["schrijver"] == key
        assert "sessie" not in writer.app.query_params
        sent = [str(getattr(node, "proto", "")) for node in writer.nodes()]
        assert not any(record.id in each for each in sent), screen


def test_when_writing_along_is_closed_the_page_says_so(record: Record, writer: Tab) -> None:
    shared_room().close_note_taker(record.id)
    writer.may_fail = True
    words = writer.run().words()
    assert "Deze link werkt niet (meer)" in words
    assert "typed" not in writer


def test_an_answer_given_after_that_is_not_recorded(record: Record, writer: Tab) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=("mo-8",)))
    record.at("normen-bespreken", "mo-8")
    writer.run()
    shared_room().close_note_taker(record.id)
    writer.may_fail = True
    writer.choose("picture:mo-8:gemeente", JudgementValue.NOT_YET)
    assert record.all(Judgement) == []
    assert "Deze link werkt niet (meer)" in writer.words()


@pytest.mark.parametrize("parameter", ["sessie", "schrijver"])
@pytest.mark.parametrize("which", ["code", "participant", "projector", "other", "made up", "id"])
@pytest.mark.parametrize(
    "screen", ["conversation", "set_up", "roadmap", "minutes", "library", "start"]
)
def test_no_other_key_opens_a_screen(
    record: Record, screen: str, which: str, parameter: str
) -> None:
    door = shared_room().open_joining(record.id)
    other = record.sessions.start("Regio Elders", "2027-06-04")
    keys = {
        "code": door.code,
        "participant": door.key,
        "projector": shared_room().projector(record.id).key,
        "other": shared_room().open_note_taker(other).key if parameter == "schrijver" else "",
        "made up": "A" * 32,
        "id": record.id if parameter == "schrijver" else "",
    }
    shared_room().open_note_taker(record.id)
    before = record.session.state.seq
    tab = Tab(screen, query={parameter: keys[which]}, may_fail=True)
    assert "Voorbeeldregio" not in tab.words()
    assert record.session.state.seq == before
