"""The room joins, from the gespreksleider's side: a code, and a public screen per session."""

from __future__ import annotations

from guide.access import Role
from guide.shared import shared_room
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab


def test_the_room_gets_a_code_only_when_it_is_let_in(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").unfold("joining")
    assert shared_room().joining(record.id) is None, "drawing the page opens nothing"
    tab.press("open_joining")
    opened = shared_room().joining(record.id)
    assert opened is not None
    assert opened.is_open
    assert opened.code[:3] in tab.words()
    tab.press("close_joining")
    assert "Meedoen is nu gesloten" in tab.words()


def public_screens(tab: Tab) -> list[str]:
    return [link.proto.url.rpartition("/")[2] for link in tab.app.get("link_button")]


def test_the_link_of_one_session_never_shows_in_another(record: Record, open_tab: Open) -> None:
    other = record.sessions.start("Regio Zuid", "2027-06-04")
    tab = open_tab("conversation").unfold("joining")
    assert public_screens(tab) == [], "drawing the page makes no link"
    (key,) = public_screens(tab.press("projector"))
    assert shared_room().by_key(key, Role.PROJECTOR).session_id == record.id
    assert public_screens(tab.visit("conversation", other)) == []
