"""The pages of the room: who sees what, what works without a script, and what a stream sends."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from guide.entries import Action, Answer, Confirmation, Decision, Detail, Joined, Suggestion
from guide.models import DetailField, RoundForm
from guide.room_pages import room_routes
from guide.room_pages.hub import Hub
from guide.room_pages.visitor import LONGEST_FORM
from guide.rounds import given
from guide.sessions import Sessions
from guide.web import DutchPage
from tests.asgi import HOST, Visitor
from tests.in_the_room import NORM, People
from tests.test_web import INDEX

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}\"'&"
HUNDRED_KB = 100_000


@pytest.fixture
def hub() -> Hub:
    return Hub(pause=0.02, heartbeat=0.2)


@pytest.fixture
def people(sessions: Sessions) -> People:
    session_id = sessions.start("Regio Zuiderzon", "2027-03-12")
    chosen = Detail(field=DetailField.CHOSEN, value=(NORM,))
    sessions.record(sessions.load(session_id), chosen)
    return People(sessions, session_id).go("stap-norms", NORM)


@pytest.fixture
def visitor(people: People, hub: Hub, tmp_path: Path) -> Callable[..., Visitor]:
    """Makes browsers of visitors; the pages stand within the same middleware as in app.py."""
    index = tmp_path / "index.html"
    index.write_text(INDEX, encoding="utf-8")
    everything_else = Route("/{rest:path}", lambda _: HTMLResponse(INDEX))
    app = Starlette(
        routes=[*room_routes(lambda: people.room, hub), everything_else],
        middleware=[Middleware(DutchPage, index_html=index)],
    )
    return lambda **more: Visitor(app, **more)


@pytest.fixture
def phone(visitor: Callable[..., Visitor], people: People) -> Visitor:
    """A phone of somebody of the gemeente."""
    found = visitor()
    assert found.post(f"{mee(people)}/deelnemen", {"perspectief": "gemeente"}).status == 303
    return found


def mee(people: People) -> str:
    return f"/mee/{people.door.key}"


def scherm(people: People) -> str:
    return f"/scherm/{people.room.projector(people.session_id).key}"


def an_answer(value: str = "beginning", **more: object) -> dict[str, object]:
    return {"vorm": "picture", "doel": NORM, "waarde": value, "sleutel": "een", **more}


def answers(people: People) -> list[tuple[str, tuple[str, ...], str]]:
    return [(p, a.values, a.remark) for p, a in given(people.session, people.round())]


# Joining


def test_a_code_leads_to_the_session_and_one_question(
    visitor: Callable[..., Visitor], people: People
) -> None:
    someone = visitor()
    page = someone.get("/mee")
    assert page.status == 200
    assert '<label for="code">' in page.text
    entered = someone.post("/mee", {"code": people.door.code.lower()})
    assert (entered.status, entered.headers["location"]) == (303, mee(people))
    page = someone.get(mee(people))
    assert page.text.count('type="radio"') == len(people.phone(0).perspectives)
    assert not re.search(r'type="(email|tel)"|name="naam"', page.text)


def test_the_qr_code_brings_the_code_along(
    visitor: Callable[..., Visitor], people: People
) -> None:
    scanned = visitor().get(f"/mee?code={people.door.code}")
    assert (scanned.status, scanned.headers["location"]) == (303, mee(people))


def test_a_wrong_code_is_said_on_the_same_page_and_kept(visitor: Callable[..., Visitor]) -> None:
    answer = visitor().post("/mee", {"code": "BBBBBB"})
    assert answer.status == 404
    assert 'value="BBBBBB"' in answer.text
    assert 'role="alert"' in answer.text


def test_guessing_is_slowed_down(visitor: Callable[..., Visitor], people: People) -> None:
    guesser = visitor(client="192.0.2.66")
    for _ in range(6):
        guesser.post("/mee", {"code": "BBBBBB"})
    refused = guesser.post("/mee", {"code": people.door.code})
    assert refused.status == 422
    assert "Wacht" in refused.text
    assert visitor().post("/mee", {"code": people.door.code}).status == 303


def test_joining_keeps_one_strict_cookie_and_no_name(
    visitor: Callable[..., Visitor], people: People
) -> None:
    someone = visitor()
    assert someone.get(mee(people)).set_cookies == []
    joined = someone.post(f"{mee(people)}/deelnemen", {"perspectief": "gemeente"})
    (cookie,) = joined.set_cookies
    lowered = cookie.lower()
    assert all(each in lowered for each in ("httponly", "samesite=strict", "path=/mee"))
    ((_, body),) = people.session.state.all(Joined)
    assert body.device not in cookie, "a session file would give the place away"
    again = someone.post(f"{mee(people)}/deelnemen", {"perspectief": "gemeente"})
    assert again.set_cookies[0].split(";")[0] == cookie.split(";")[0]
    assert len(people.session.state.all(Joined)) == 1


def test_joining_without_a_choice_says_what_is_missing(
    visitor: Callable[..., Visitor], people: People
) -> None:
    answer = visitor().post(f"{mee(people)}/deelnemen", {})
    assert answer.status == 404
    assert "Kies een perspectief" in answer.text
    assert 'type="radio"' in answer.text


# In the room, without a script


def test_a_round_without_a_script(phone: Visitor, people: People) -> None:
    assert "niets in te vullen" in phone.get(mee(people)).text
    people.ask()
    page = phone.get(mee(people)).text
    assert page.count('name="waarde"') == 6
    assert "refresh" not in page, "nothing may take away what somebody is typing"
    sent = phone.post(f"{mee(people)}/antwoord", an_answer(toelichting="Het verschilt."))
    assert (sent.status, sent.headers["location"]) == (303, mee(people))
    page = phone.get(mee(people)).text
    assert "Uw antwoord is ontvangen" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert re.search(r'value="beginning" aria-pressed="true"', page)
    phone.post(f"{mee(people)}/antwoord", an_answer("mostly", sleutel="twee"))
    assert answers(people) == [("gemeente", ("mostly",), "")]
    people.reveal()
    page = phone.get(mee(people)).text
    assert "één keer" in page
    assert 'name="waarde"' not in page


def test_nothing_about_others_is_known_before_the_reveal(phone: Visitor, people: People) -> None:
    people.join("opvang-mo").ask().answer(2, "assured", remark="Dit is van een ander.")
    for address in (mee(people), scherm(people)):
        page = phone.get(address).text
        assert "Dit is van een ander." not in page
        assert "keer" not in re.sub(r"<[^>]*>", "", page)


def test_the_same_delivery_counts_once(phone: Visitor, people: People) -> None:
    people.ask()
    for _ in range(3):
        assert phone.post(f"{mee(people)}/antwoord", an_answer(), x_deel="1").status == 200
        phone.post(f"{mee(people)}/voorstel", {"zin": "Eén vast gezicht.", "sleutel": "zin"})
    assert len(answers(people)) == 1
    assert len(people.session.state.all(Answer)) == 1
    assert len(people.session.state.all(Suggestion)) == 1


def test_an_older_answer_that_comes_late_does_not_win(phone: Visitor, people: People) -> None:
    people.ask()
    phone.post(f"{mee(people)}/antwoord", an_answer("beginning", sleutel="een"))
    phone.post(f"{mee(people)}/antwoord", an_answer("mostly", sleutel="twee"))
    phone.post(f"{mee(people)}/antwoord", an_answer("beginning", sleutel="een"))
    assert answers(people) == [("gemeente", ("mostly",), "")]


def test_an_answer_after_the_reveal_is_refused_in_words(phone: Visitor, people: People) -> None:
    people.ask().reveal()
    late = phone.post(f"{mee(people)}/antwoord", an_answer(), x_deel="1")
    assert late.status == 422
    assert "al getoond" in late.text
    assert "<html" not in late.text


def test_what_was_typed_stays_when_it_is_refused(phone: Visitor, people: People) -> None:
    refused = phone.post(f"{mee(people)}/voorstel", {"zin": "woord " * 300})
    assert refused.status == 422
    assert refused.text.count("woord ") >= 290


def test_a_suggestion_reaches_no_screen(phone: Visitor, people: People) -> None:
    sent = phone.post(f"{mee(people)}/voorstel", {"zin": "Een eigen mentor.", "sleutel": "a"})
    assert sent.headers["location"].endswith("?gedaan=voorstel")
    assert "Uw zin is ontvangen" in phone.get(f"{mee(people)}?gedaan=voorstel").text
    for address in (mee(people), scherm(people)):
        assert "Een eigen mentor." not in phone.get(address).text


def test_klopt_and_klopt_niet(phone: Visitor, people: People) -> None:
    sessions = people.sessions
    sessions.record(people.session, Decision(text="Elk kwartaal overleg."))
    session = sessions.record(people.session, Action(what="Aanspreekpunt regelen"))
    (decision, _), (action, _) = session.state.all(Decision)[0], session.state.all(Action)[0]
    people.go("stap-check-out")
    assert "Aanspreekpunt regelen" in phone.get(mee(people)).text
    klopt = f"{mee(people)}/klopt"
    assert phone.post(klopt, {"afspraak": decision, "klopt": "ja"}).status == 303
    empty = phone.post(klopt, {"afspraak": action, "klopt": "nee", "bezwaar": ""})
    assert empty.status == 422
    phone.post(klopt, {"afspraak": action, "klopt": "nee", "bezwaar": "Het is de opvang."})
    said = [(b.record, b.correct, b.objection) for _, b in people.session.state.all(Confirmation)]
    assert said == [(decision, True, ""), (action, False, "Het is de opvang.")]
    assert "Het is de opvang." in phone.get(mee(people)).text


def test_the_top_three_is_chosen_with_tick_boxes(phone: Visitor, people: People) -> None:
    people.ask(RoundForm.PICKS, "")
    page = phone.get(mee(people)).text
    values = re.findall(r'type="checkbox" name="waarde" value="([^"]+)"', page)
    form = {"vorm": "picks", "doel": "", "waarde": values[:2], "sleutel": "p"}
    assert phone.post(f"{mee(people)}/antwoord", form).status == 303
    ((_, answer),) = given(people.session, people.round(RoundForm.PICKS, ""))
    assert set(answer.values) == set(values[:2])


# Safety


ROUTES = [
    ("GET", "/mee/{key}"),
    ("GET", "/mee/{key}/stroom"),
    ("POST", "/mee/{key}/deelnemen"),
    ("POST", "/mee/{key}/antwoord"),
    ("POST", "/mee/{key}/voorstel"),
    ("POST", "/mee/{key}/klopt"),
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
    unreadable = ({"vorm": "anders"}, {"afspraak": "x", "klopt": "ja"})
    for form, where in zip(unreadable, ("antwoord", "klopt"), strict=True):
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


# Streams


def test_a_stream_sends_the_present_at_once_and_every_change(
    phone: Visitor, people: People, hub: Hub
) -> None:
    first, opened, revealed = phone.follow(
        f"{mee(people)}/stroom", people.ask, lambda: people.reveal()
    )
    assert first.startswith("id: ")
    assert "niets in te vullen" in first
    assert 'name="waarde"' in opened
    assert "geen antwoord" in revealed
    assert hub.listening == 0


def test_the_projector_follows_too_and_counts_answers(phone: Visitor, people: People) -> None:
    people.join("gemeente").ask()
    first, answered = phone.follow(
        f"{scherm(people)}/stroom", lambda: people.answer(2, "mostly")
    )
    assert "nog geen antwoorden" in first
    assert "Er is 1 antwoord." in answered
    assert "Grotendeels" not in answered


def test_what_changes_nothing_on_a_phone_is_not_sent(phone: Visitor, people: People) -> None:
    people.join("gemeente").ask()

    def nothing_for_this_phone() -> None:
        people.answer(2, "mostly")

    events = phone.follow(f"{mee(people)}/stroom", nothing_for_this_phone, silence=0.1)
    assert [event.split("\n")[0] for event in events[1:]] == ["event: hart"]


def test_a_renewed_code_ends_the_streams_of_the_old_one(
    phone: Visitor, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.room_pages.doors._FRESH_SECONDS", 0.0)
    monkeypatch.setattr("guide.room_pages.phones._DRAWN_AGAIN", 0.05)
    _, ended = phone.follow(
        f"{mee(people)}/stroom", lambda: people.room.renew_code(people.session_id)
    )
    assert "Deze link werkt niet" in ended
    assert "Zuiderzon" not in ended


def test_a_screen_that_cannot_be_drawn_does_not_stop_others(
    phone: Visitor, people: People, hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    import asyncio

    from guide.room_pages.hub import Frame

    def broken(_: object) -> Frame:
        raise RuntimeError("geheim gesprek")

    async def both() -> list[Frame | None]:
        bad = hub.follow(people.sessions, people.session_id, broken)
        good = hub.follow(people.sessions, people.session_id, lambda _: Frame("1", "goed"))
        seen = await asyncio.gather(anext(good), anext(bad, None))
        await good.aclose()
        await bad.aclose()
        return list(seen)

    frames = asyncio.run(both())
    assert frames[0] == Frame("1", "goed")
    assert hub.listening == 0
    assert "geheim" not in caplog.text


# Weight


def test_a_page_weighs_less_than_a_hundred_kilobytes(phone: Visitor, people: People) -> None:
    people.ask()
    for address in (mee(people), scherm(people)):
        page = phone.get(address)
        files = re.findall(r'"(/zaal/[^"]+)"', page.text)
        assert len(files) == 2
        weight = len(page.body) + sum(len(phone.get(each).body) for each in files)
        assert weight < HUNDRED_KB / 4


def test_the_script_is_small_and_files_are_compressed_and_kept(
    phone: Visitor, people: People
) -> None:
    for each in re.findall(r'"(/zaal/[^"]+)"', phone.get(mee(people)).text):
        plain, packed = phone.get(each), phone.get(each, accept_encoding="gzip, br")
        assert gzip.decompress(packed.body) == plain.body
        assert packed.headers["content-encoding"] == "gzip"
        assert "immutable" in packed.headers["cache-control"]
        if each.endswith(".js"):
            assert len(plain.body) < 6000


def test_the_qr_code_is_there_only_while_joining_is_open(phone: Visitor, people: People) -> None:
    page = phone.get(scherm(people)).text
    assert "<svg" in page
    assert f"{HOST}/mee" in page
    people.room.close_joining(people.session_id)
    page = phone.get(scherm(people)).text
    assert "<svg" not in page
    assert people.door.code[:3] not in page
