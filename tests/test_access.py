"""Codes that can be read aloud, and guessing that gets slower and slower."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.access import (
    ALPHABET,
    CODE_LENGTH,
    FREE_GUESSES,
    MOST_GUESSES,
    Access,
    Guesses,
    Role,
    checked_code,
    matching,
    new_code,
    new_key,
    normal_code,
    spoken_code,
)
from guide.errors import InputError

NOON = dt.datetime(2027, 3, 12, 12, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def door(code: str, session_id: str = "s") -> Access:
    return Access(session_id, Role.PARTICIPANT, f"key-{code}", code, True)


def is_held_up(guesses: Guesses, client: str, moment: dt.datetime) -> bool:
    try:
        guesses.check(client, moment)
    except InputError:
        return True
    return False


def wrong(guesses: Guesses, client: str, times: int, moment: dt.datetime = NOON) -> None:
    for _ in range(times):
        guesses.wrong(client, moment)


def test_a_code_has_no_signs_that_look_alike_and_is_never_a_word() -> None:
    assert not set("0O1IL" + "AEIOUY") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert all(len(new_code()) == CODE_LENGTH for _ in range(50))


def test_codes_and_keys_are_not_made_twice() -> None:
    assert len({new_code() for _ in range(200)}) == 200
    assert len({new_key() for _ in range(200)}) == 200
    assert len(new_key()) >= 32


def test_a_code_is_said_in_two_parts() -> None:
    assert spoken_code("K7MX4R") == "K7M X4R"
    assert spoken_code("") == ""


@pytest.mark.parametrize("typed", ["k7m x4r", " K7M-X4R ", "K7MX4R\n", "k7m\u00a0x4r", "Ｋ7MX4R"])
def test_a_code_may_be_typed_in_any_way(typed: str) -> None:
    assert normal_code(typed) == checked_code(typed) == "K7MX4R"


@pytest.mark.parametrize("typed", ["", "K7M", "K7MX4R2", "K7MX40", "' OR 1=1 --", "жжжжжж"])
def test_what_cannot_be_a_code_is_explained(typed: str) -> None:
    with pytest.raises(InputError, match="6 tekens") as caught:
        checked_code(typed)
    assert caught.value.next_step.endswith(".")


def test_a_code_opens_only_its_own_door() -> None:
    every = [door("K7MX4R", "een"), door("B2C3D4", "twee")]
    found = matching("B2C3D4", every)
    assert found is not None
    assert found.session_id == "twee"
    assert matching("B2C3D5", every) is None
    assert matching("K7MX4R", []) is None


def test_every_code_is_compared_also_after_a_match(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bytes] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append(one)
        return one == other

    monkeypatch.setattr("guide.access.hmac.compare_digest", compare)
    matching("K7MX4R", [door("K7MX4R"), door("B2C3D4"), door("F5G6H7")])
    assert compared == [b"K7MX4R", b"B2C3D4", b"F5G6H7"]


def test_a_few_typing_errors_cost_nothing() -> None:
    guesses = Guesses()
    wrong(guesses, "a", FREE_GUESSES - 1)
    assert not is_held_up(guesses, "a", NOON)


def test_after_five_wrong_codes_one_has_to_wait_and_reads_how_long() -> None:
    guesses = Guesses()
    wrong(guesses, "a", FREE_GUESSES)
    with pytest.raises(InputError, match="Te vaak een verkeerde code") as caught:
        guesses.check("a", NOON)
    assert caught.value.next_step == "Wacht 5 seconden en probeer het opnieuw."
    assert is_held_up(guesses, "a", NOON + 4 * SECOND)
    assert not is_held_up(guesses, "a", NOON + 5 * SECOND)


def test_the_wait_doubles_with_every_wrong_code_up_to_ten_minutes() -> None:
    guesses, moment = Guesses(), NOON
    wrong(guesses, "a", FREE_GUESSES)
    for seconds in (5, 10, 20, 40, 80, 160, 320, 600, 600):
        assert is_held_up(guesses, "a", moment + (seconds - 1) * SECOND)
        moment += seconds * SECOND
        assert not is_held_up(guesses, "a", moment)
        guesses.wrong("a", moment)
    with pytest.raises(InputError, match="10 minuten"):
        guesses.check("a", moment)


def test_one_who_guesses_does_not_hold_up_another() -> None:
    guesses = Guesses()
    wrong(guesses, "a", FREE_GUESSES + 3)
    assert not is_held_up(guesses, "b", NOON)


def test_a_crowd_that_guesses_is_held_up_as_a_whole() -> None:
    guesses = Guesses()
    for number in range(MOST_GUESSES):
        guesses.wrong(f"client-{number}", NOON)
    assert is_held_up(guesses, "somebody else", NOON + SECOND)
    assert not is_held_up(guesses, "somebody else", NOON + dt.timedelta(minutes=10))


def test_wrong_codes_are_forgotten_in_time() -> None:
    guesses = Guesses()
    wrong(guesses, "a", FREE_GUESSES + 9)
    later = NOON + dt.timedelta(minutes=31)
    assert not is_held_up(guesses, "a", later)
    guesses.wrong("a", later)
    assert not is_held_up(guesses, "a", later), "counted anew"


def test_guessing_for_hours_takes_no_more_memory() -> None:
    guesses = Guesses()
    for minute in range(300):
        for number in range(20):
            guesses.wrong(f"{minute}-{number}", NOON + dt.timedelta(minutes=minute))
    assert len(guesses._of_client) <= 31 * 20
    assert len(guesses._of_all) <= 10 * 20
