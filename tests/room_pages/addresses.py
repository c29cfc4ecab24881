"""Where the pages of a session are, and what is filled in on them."""

from __future__ import annotations

from guide.rounds import given
from tests.in_the_room import NORM, People


def mee(people: People) -> str:
    return f"/mee/{people.door.key}"


def scherm(people: People) -> str:
    return f"/scherm/{people.room.projector(people.session_id).key}"


def an_answer(value: str = "beginning", **more: object) -> dict[str, object]:
    return {"vorm": "picture", "doel": NORM, "waarde": value, "sleutel": "een", **more}


def answers(people: People) -> list[tuple[str, tuple[str, ...], str]]:
    return [(p, a.values, a.remark) for p, a in given(people.session, people.round())]
