"""Joining: one question, one cookie, no name; guessing is slowed down."""

from __future__ import annotations

import re
from collections.abc import Callable

from guide.entries import Joined
from tests.asgi import Visitor
from tests.in_the_room import People
from tests.room_pages.addresses import mee


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


def test_the_qr_code_brings_the_code_along(visitor: Callable[..., Visitor], people: People) -> None:
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
