"""Who sees what with which key; hostile text, other sites, faults."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from guide.entries import Action, Joined
from guide.room_pages.visitor import LONGEST_FORM
from tests.asgi import HOST, Visitor
from tests.in_the_room import People
from tests.room_pages.addresses import an_answer, mee, scherm

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}\"'&"


ROUTES = [
    ("GET", "/mee/{key}"),
    ("GET", "/mee/{key}/stroom"),
    ("POST", "/mee/{key}/deelnemen"),
    ("POST", "/mee/{key}/antwoord"),
    ("POST", "/mee/{key}/voorstel"),
    ("POST", "/mee/{key}/klopt"),
    ("POST", "/mee/{key}/melding"),
    ("GET", "/scherm/{key}"),
    ("GET", "/scherm/{key}/stroom"),
]
WRONG_KEYS = ["none", "made up", "code", "session", "wrong role", "renewed"]


@pytest.mark.parametrize("which", WRONG_KEYS)
@pytest.mark.parametrize(("method", "address"), ROUTES)
def test_no_other_key_opens_a_door(
    visitor: Callable[..., Visitor], people: People, method: str, address: str, which: str
) -> None:
    people.join("gemeente").ask()
    projector = people.room.projector(people.session_id).key
    is_phone = address.startswith("/mee")
    keys = {
        "none": "",
        "made up": "A" * 32,
        "code": people.door.code,
        "session": people.session_id,
        "wrong role": projector if is_phone else people.door.key,
        "renewed": people.door.key if is_phone else projector,
    }
    if which == "renewed":
        people.room.renew_code(people.session_id)
        people.room.renew_projector(people.session_id)
    before = people.session.state.seq
    answer = visitor().send(method, address.format(key=keys[which]), b"perspectief=gemeente")
    to_the_code = answer.headers.get("location") == "/mee"
    assert answer.status == 404 or to_the_code
    assert "Zuiderzon" not in answer.text
    assert people.session.state.seq == before


@pytest.mark.parametrize("address", ["/mee/{key}", "/scherm/{key}"])
def test_the_key_of_another_session_shows_that_session_only(
    visitor: Callable[..., Visitor], people: People, address: str
) -> None:
    other = People(people.sessions, people.sessions.start("Regio Elders", "2027-03-12"))
    other.room = people.room
    key = other.door.key if "mee" in address else people.room.projector(other.session_id).key
    page = visitor().get(address.format(key=key)).text
    assert "Elders" in page
    assert "Zuiderzon" not in page


def test_a_phone_is_another_device_in_another_session(phone: Visitor, people: People) -> None:
    other = People(people.sessions, people.sessions.start("Regio Elders", "2027-03-12"))
    phone.post(f"{mee(other)}/deelnemen", {"perspectief": "keten"})
    devices = [people.session.state.all(Joined)[0][1], other.session.state.all(Joined)[0][1]]
    assert devices[0].device != devices[1].device


@pytest.mark.parametrize("origin", [None, "null", "https://elders.example", f"http://{HOST}.evil"])
def test_a_form_of_another_site_is_refused(
    phone: Visitor, people: People, origin: str | None
) -> None:
    people.ask()
    phone.origin = origin
    before = people.session.state.seq
    for address in ("/mee", *(f"{mee(people)}/{each}" for each in ("deelnemen", "antwoord"))):
        assert phone.post(address, an_answer(code=people.door.code)).status == 403
    assert people.session.state.seq == before


def test_hostile_text_is_shown_as_it_was_typed(phone: Visitor, people: People) -> None:
    people.sessions.record(people.session, Action(what=HOSTILE))
    people.ask().go("stap-check-out")
    phone.post(f"{mee(people)}/antwoord", an_answer(toelichting=HOSTILE))
    shown = [
        phone.get(mee(people)).text,
        phone.get(scherm(people)).text,
        phone.post("/mee", {"code": HOSTILE[:40]}).text,
        phone.post(f"{mee(people)}/deelnemen", {"perspectief": HOSTILE}).text,
        phone.post(f"{mee(people)}/antwoord", an_answer(HOSTILE, toelichting=HOSTILE)).text,
        *phone.follow(f"{mee(people)}/stroom"),
        *phone.follow(f"{scherm(people)}/stroom"),
    ]
    for page in shown:
        assert "<script>" not in page
        assert "<img" not in page
        assert "49" not in page or "{{ 7*7 }}" in page
    assert "&lt;script&gt;" in shown[0]
    assert "&lt;script&gt;" in shown[1]


def test_no_page_has_a_script_of_its_own_or_an_address_elsewhere(
    phone: Visitor, people: People
) -> None:
    for address in ("/mee", mee(people), scherm(people)):
        page = phone.get(address)
        assert not re.search(r"<script(?![^>]* src=)|<[^>]*\s(on\w+|style)=", page.text)
        found = re.findall(r'(?:src|href|action)="([^"]*)"', page.text)
        assert all(each.startswith("/") or each == "data:," for each in found), found
        assert "content-security-policy" in page.headers
        assert page.headers["cache-control"] == "no-store"
        assert '<html lang="nl">' in page.text
        assert page.text.count("<h1") == 1


def test_a_form_that_is_too_long_or_unreadable_is_refused(phone: Visitor, people: People) -> None:
    address = f"{mee(people)}/voorstel"
    assert phone.send("POST", address, b"zin=" + b"a" * LONGEST_FORM).status == 413
    assert phone.send("POST", address, b"zin=\xff\xfe").status == 413
    unreadable = (
        {"vorm": "anders"},
        {"afspraak": "x", "klopt": "ja"},
        {"actie": "x", "stand": "open"},
        {"actie": "1", "stand": "anders"},
    )
    for form, where in zip(unreadable, ("antwoord", "klopt", "melding", "melding"), strict=True):
        assert phone.post(f"{mee(people)}/{where}", dict(form)).status == 422


def test_other_addresses_and_methods_end_calmly(phone: Visitor, people: People) -> None:
    for address in (f"{mee(people)}/antwoord", f"{mee(people)}/iets", "/scherm/", "/zaal/x.js"):
        answer = phone.get(address)
        assert answer.status == 404
        assert "Streamlit" not in answer.text
    assert phone.get("/mee/").headers["location"] == "/mee"


def test_a_fault_of_the_server_is_calm_and_logged_without_words(
    phone: Visitor,
    people: People,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("geheim gesprek")

    monkeypatch.setattr("guide.room_pages.phones.phone_view", fail)
    answer = phone.get(mee(people))
    assert answer.status == 500
    assert "Er ging iets mis op de server" in answer.text
    assert "geheim" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text
