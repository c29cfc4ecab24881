"""Who is there, and how many children: saved at once or refused with nothing lost."""

from __future__ import annotations

import pytest

from guide.content_models import StepKind
from guide.entries import Attendance, NumberOfChildren, Participant
from guide.models import Exactness, Presence
from tests.screens.conftest import Open, Record


@pytest.fixture
def guest(record: Record) -> int:
    record.at("aanwezigheid")
    return record.add(
        Participant(organisation="Opvang Zuid", function="teamleider", perspective="opvang-mo")
    )


@pytest.fixture
def counting(record: Record) -> None:
    steps = (s for item in record.session.script.agenda.items for s in item.steps)
    record.at(next(step.id for step in steps if step.kind is StepKind.COUNT))


def test_presence_saves_itself(record: Record, guest: int, open_tab: Open) -> None:
    tab = open_tab("conversation")
    assert tab.value(f"present:{guest}") is None, "nobody is present by default"
    tab.choose(f"present:{guest}", Presence.EXCUSED)
    assert record.only(Attendance).presence is Presence.EXCUSED
    tab.choose(f"present:{guest}", Presence.PRESENT)
    assert record.only_at(("attendance", str(guest))).presence is Presence.PRESENT
    assert "teamleider: aanwezig" not in tab.words("talk"), "this is no part of the talk"


def test_somebody_who_comes_late_is_added_here(record: Record, guest: int, open_tab: Open) -> None:
    form = "add:aanwezigheid"
    tab = open_tab("conversation")
    tab.fill(form, Organisatie="GGD", Functie="arts", Perspectief="keten").send(form)
    assert [p.organisation for p in record.all(Participant)] == ["Opvang Zuid", "GGD"]
    assert "GGD, arts" in tab.words()


def test_a_number_is_recorded_with_what_makes_it_mean_something(
    record: Record, counting: None, open_tab: Open
) -> None:
    tab = open_tab("conversation")
    form = "count:mo"
    tab.fill(form, Aantal=1250, zeker=Exactness.ESTIMATE, Peildatum="1 maart 2027", Bron="GGD")
    tab.send(form)
    assert record.only(NumberOfChildren).count == 1250
    assert "ongeveer 1.250 kinderen (schatting)" in tab.words()
    assert tab.field_in("count:vo", "Aantal").value is None, "the other form is its own"


def test_a_small_number_is_not_said_back_exactly(
    record: Record, counting: None, open_tab: Open
) -> None:
    tab = open_tab("conversation").fill("count:vo", Aantal=3, zeker=Exactness.EXACT)
    tab.send("count:vo")
    assert "minder dan 10" in tab.words("talk")
    assert "3 kinderen" not in tab.words()


def test_without_a_number_it_is_refused_and_the_rest_stays(
    record: Record, counting: None, open_tab: Open
) -> None:
    tab = open_tab("conversation")
    tab.may_fail = True
    tab.fill("count:mo", zeker=Exactness.EXACT, Bron="GGD").send("count:mo")
    assert "Het aantal ontbreekt" in tab.errors[0]
    assert tab.field_in("count:mo", "Bron").value == "GGD"
    assert not record.all(NumberOfChildren)
    tab.fill("count:mo", zeker=Exactness.UNKNOWN).send("count:mo")
    assert record.only(NumberOfChildren).count is None


def test_numbers_of_vo_and_mo_are_never_added_up(
    record: Record, counting: None, open_tab: Open
) -> None:
    for sector, count in (("vo", 40), ("mo", 60)):
        record.add(NumberOfChildren(sector=sector, count=count, exactness=Exactness.EXACT))
    everything = open_tab("conversation").words()
    assert "40 kinderen" in everything
    assert "100" not in everything
