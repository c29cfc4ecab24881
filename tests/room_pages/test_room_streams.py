"""What a stream sends, and when it stays silent."""

from __future__ import annotations

import asyncio

import pytest

from guide.room_pages.hub import Frame, Hub
from tests.asgi import Visitor
from tests.in_the_room import People
from tests.room_pages.addresses import mee, scherm


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
    first, answered = phone.follow(f"{scherm(people)}/stroom", lambda: people.answer(2, "mostly"))
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
