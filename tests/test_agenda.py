"""Where the talk is and where it can go, whatever is added, chosen or switched off meanwhile."""

from __future__ import annotations

import pytest

from guide.agenda import (
    Place,
    current_place,
    first_of_item,
    item_number,
    item_of_step,
    neighbour,
    places,
    target_label,
    target_title,
    targets,
)
from guide.entries import Detail, ItemPlan, OwnItem, Picks, Priority, StepOpened
from guide.models import DetailField
from guide.session import Session
from guide.sessions import Sessions
from tests.conftest import GoTo, Say, place_of

CHOSEN = Detail(field=DetailField.CHOSEN, value=("mo-1", "mo-8"))


def where(place: Place | None) -> tuple[str, str]:
    assert place is not None
    return place.step.id, place.target


def targets_of(session: Session, step_id: str) -> tuple[str, ...]:
    return targets(session, place_of(session, step_id).step)


def test_the_talk_begins_at_the_beginning(session: Session) -> None:
    assert where(current_place(session)) == ("stap-say", "")
    assert neighbour(session, -1) is None


def test_a_step_without_anything_to_walk_along_is_one_place(session: Session) -> None:
    assert [where(p) for p in places(session) if p.step.id == "stap-norms"] == [("stap-norms", "")]


def test_the_quick_round_walks_along_every_theme(session: Session) -> None:
    assert targets_of(session, "stap-themes") == ("vo-i1", "vo-i2", "mo-t1", "mo-t2")


def test_the_talk_about_norms_walks_along_the_chosen_ones(session: Session, say: Say) -> None:
    assert targets_of(say(session, CHOSEN), "stap-norms") == ("mo-1", "mo-8")


def test_weighing_walks_along_what_was_picked(session: Session, say: Say) -> None:
    picked = say(session, Picks(perspective="keten", targets=("mo-8", "vo-i1")))
    assert targets_of(picked, "stap-weigh") == ("vo-i1", "mo-8")


@pytest.mark.parametrize("step", ["stap-use", "stap-agree"])
def test_use_and_actions_walk_along_the_priorities(session: Session, say: Say, step: str) -> None:
    assert targets_of(say(session, Priority(title="Welkom")), step) == ("priority-3",)


def test_next_goes_from_one_norm_to_the_following_and_then_to_the_next_step(
    session: Session, say: Say, at: GoTo
) -> None:
    chosen = say(session, CHOSEN)
    assert where(neighbour(at(chosen, "stap-norms", "mo-1"), 1)) == ("stap-norms", "mo-8")
    assert where(neighbour(at(chosen, "stap-norms", "mo-8"), 1)) == ("stap-pick", "")
    assert where(neighbour(at(chosen, "stap-norms", "mo-1"), -1)) == ("stap-choose", "")


def test_after_the_last_place_there_is_nothing(session: Session, at: GoTo) -> None:
    assert neighbour(at(session, "stap-check-out"), 1) is None


def test_a_norm_that_is_no_longer_chosen_gives_way_to_the_first_one_that_is(
    session: Session, say: Say, at: GoTo
) -> None:
    there = at(say(session, CHOSEN), "stap-norms", "mo-8")
    fewer = say(there, Detail(field=DetailField.CHOSEN, value=("mo-1",)))
    assert where(current_place(fewer)) == ("stap-norms", "mo-1")


def test_a_step_that_does_not_exist_any_more_brings_one_back_to_the_beginning(
    session: Session, sessions: Sessions
) -> None:
    lost = sessions.extend(
        session, [sessions._new(StepOpened()).model_copy(update={"step": "weg"})]
    )
    assert where(current_place(lost)) == ("stap-say", "")


def test_one_stays_at_an_item_that_is_switched_off_and_goes_on_from_there(
    session: Session, say: Say, at: GoTo
) -> None:
    off = say(
        at(session, "stap-themes", "mo-t1"),
        ItemPlan(item="beelden", minutes=90, order=1, enabled=False),
    )
    assert current_place(off).step.id == "stap-themes"
    assert where(neighbour(off, 1)) == ("stap-pick", "")
    assert where(neighbour(off, -1)) == ("stap-look-back", "")


def test_at_either_end_of_the_agenda_a_switched_off_item_has_one_neighbour(
    session: Session, say: Say, at: GoTo
) -> None:
    first = say(
        at(session, "stap-ask"), ItemPlan(item="opening", minutes=1, order=0, enabled=False)
    )
    assert neighbour(first, -1) is None
    assert where(neighbour(first, 1)) == ("stap-themes", "vo-i1")
    last = say(
        at(session, "stap-agree"), ItemPlan(item="afspraken", minutes=1, order=2, enabled=False)
    )
    assert neighbour(last, 1) is None
    assert where(neighbour(last, -1)) == ("stap-norms", "")


def test_the_talk_goes_on_when_every_item_is_switched_off(session: Session, say: Say) -> None:
    off = say(
        session,
        *(
            ItemPlan(item=item, minutes=5, order=n, enabled=False)
            for n, item in enumerate(("opening", "beelden", "afspraken"))
        ),
    )
    assert where(current_place(off)) == ("stap-say", "")
    assert where(neighbour(off, 1)) == ("stap-attend", "")


def test_an_own_item_can_be_visited(session: Session, say: Say, at: GoTo) -> None:
    own = at(say(session, OwnItem(title="Vervoer", question="Hoe?")), "own-3-gesprek")
    assert current_place(own).step.question == "Hoe?"
    assert item_number(own, "own-3") == 3


def test_items_are_numbered_without_those_switched_off(session: Session, say: Say) -> None:
    off = say(session, ItemPlan(item="opening", minutes=15, order=0, enabled=False))
    numbers = [item_number(off, item) for item in ("opening", "beelden", "afspraken")]
    assert numbers == [0, 1, 2]


def test_one_can_jump_to_an_item_and_find_the_item_of_a_step(session: Session) -> None:
    assert where(first_of_item(session, "afspraken")) == ("stap-pick", "")
    assert first_of_item(session, "bestaat-niet") is None
    item = item_of_step(session, "stap-norms")
    assert item is not None
    assert item.id == "beelden"
    assert item_of_step(session, "bestaat-niet") is None


@pytest.mark.parametrize(
    ("target", "label", "title"),
    [
        ("mo-8", "Norm 8 MO", "Er is een plan voor elk kind"),
        ("mo-8b", "Norm 8b MO", "Er is een plan voor elk kind"),
        ("vo-1.2-1", "Norm 1.2-1 VO", "Medewerkers zijn opgeleid en geregistreerd"),
        ("mo-t2", "Thema 2 MO", "Een plan voor elk kind"),
        ("vo-i2", "Indicator 4 VO", "Samenwerken in de keten"),
        ("priority-3", "Prioriteit P01", "Welkom"),
        ("priority-99", "Prioriteit", ""),
        ("iets-anders", "iets-anders", ""),
    ],
)
def test_everything_has_the_name_people_use(
    session: Session, say: Say, target: str, label: str, title: str
) -> None:
    known = say(session, Priority(title="Welkom"))
    assert target_label(known, target) == label
    assert target_title(known, target) == title
