"""Whatever happens in the room: silence until the reveal, and every device counts once."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.content_models import Content
from guide.entries import Detail
from guide.errors import GuideError
from guide.live import phone_view, projector_view
from guide.models import ANSWERS, DetailField, RoundStage
from guide.rounds import answered_count, present, rounds
from guide.sessions import Sessions
from guide.store import Store
from tests.in_the_room import NORM, PICTURE, People, device

AT_TEN = dt.datetime(2027, 3, 12, 9, 0, tzinfo=dt.UTC)

DEVICES = 5
PERSPECTIVES = ("gemeente", "opvang-mo", "keten", "opvang-vo")
VALUES = tuple(value.value for value in ANSWERS)
Move = tuple[str, int, int, int]
MOVES = st.lists(
    st.tuples(
        st.sampled_from(["join", "answer", "answer", "answer", "ask", "reveal", "close"]),
        st.integers(1, DEVICES),
        st.integers(0, len(VALUES) - 1),
        st.integers(0, len(VALUES) - 1),
    ),
    max_size=14,
)


def play(people: People, move: Move, value: str) -> None:
    """Do this, if it is allowed now."""
    what, number, choice, _ = move
    try:
        match what:
            case "join":
                perspective = PERSPECTIVES[choice % len(PERSPECTIVES)]
                people.room.join(people.door, device(number), perspective)
            case "answer":
                people.answer(number, value, remark=f"omdat {value}")
            case "ask":
                people.ask()
            case "reveal":
                people.reveal()
            case "close":
                people.close()
    except (GuideError, AssertionError):
        pass  # there is no such round now, or it does not take answers


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(moves=MOVES)
def test_before_the_reveal_no_other_screen_depends_on_what_anybody_answers(
    shared_store: Store, content: Content, moves: list[Move]
) -> None:
    """The same happens in two rooms, but one device answers something else: nobody can tell."""
    one, other = (room_for(shared_store, content) for _ in range(2))
    for move in moves:
        what, number, first, second = move
        if what == "reveal":
            continue
        play(one, move, VALUES[first])
        play(other, move, VALUES[second])
        if what == "answer":
            assert screens_alike(one, other, moves, number)


def screens_alike(one: People, other: People, moves: list[Move], latest: int) -> bool:
    """All screens but those of devices that answered differently, which see their own answer."""
    differ = {n for what, n, first, second in moves if what == "answer" and first != second}
    observers = {*range(1, DEVICES + 2)} - differ - {latest}
    phones = all(
        phone_view(one.session, device(n)) == phone_view(other.session, device(n))
        for n in observers
    )
    walls = projector_view(one.session, AT_TEN), projector_view(other.session, AT_TEN)
    return phones and walls[0] == walls[1] and walls[0].version == walls[1].version


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(moves=MOVES)
def test_whatever_happens_every_device_counts_at_most_once(
    shared_store: Store, content: Content, moves: list[Move]
) -> None:
    people = room_for(shared_store, content)
    for move in moves:
        play(people, move, VALUES[move[2]])
        session = people.session
        for round_ in rounds(session):
            assert answered_count(session, round_) <= sum(present(session).values()) <= DEVICES
        wall = projector_view(session, AT_TEN).round
        if wall is not None and wall.stage is RoundStage.REVEALED:
            told = sum(TIMES[each.times] for spread in wall.spread for each in spread.told)
            assert told <= DEVICES
        elif wall is not None:
            assert wall.spread == ()


TIMES = {"één keer": 1, "twee keer": 2, "drie keer": 3, "vier keer": 4, "vijf keer": 5}


def room_for(store: Store, content: Content) -> People:
    sessions = Sessions(store, content)
    session_id = sessions.start("Voorbeeldregio", "2027-03-12")
    chosen = Detail(field=DetailField.CHOSEN, value=(NORM,))
    sessions.record(sessions.load(session_id), chosen)
    people = People(sessions, session_id).go("stap-norms", NORM)
    return people.join("gemeente", "keten").ask(PICTURE, NORM)
