"""From the silent top three to actions on the groeipad; what is refused is never lost."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import (
    Action,
    Confirmation,
    Decision,
    Detail,
    Parked,
    ParkedSettled,
    Picks,
    Priority,
    Use,
    Weighing,
)
from guide.models import Commissioning, DetailField, Mandate
from guide.set_up import details
from tests.screens.conftest import Open, Record

NORMS = ("mo-8", "mo-9", "mo-10", "mo-11")


@pytest.fixture(autouse=True)
def chosen(record: Record) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=NORMS))


@pytest.fixture
def priority(record: Record) -> int:
    """A priority, with the conversation where its actions are agreed."""
    seq = record.add(Priority(title="Warme overdracht"))
    record.at("groeipad-acties", f"priority-{seq}")
    return seq


def test_a_perspective_picks_in_silence_and_all_is_shown_at_once(
    record: Record, open_tab: Open
) -> None:
    step = record.at("stille-top-drie").step
    tab = open_tab("conversation")
    assert f"reveal:{step.id}" not in tab, "nothing to show yet"
    tab.choose("picking", "gemeente")
    tab.fill("pick:gemeente", Kies=["mo-8", "mo-11"]).send("pick:gemeente")
    assert record.only(Picks).targets == ("mo-8", "mo-11")
    assert f"reveal:{step.id}" in tab
    assert "klaar" in " ".join(tab.field("picking").options)


def test_more_than_three_is_refused_and_the_choice_stays(record: Record, open_tab: Open) -> None:
    record.at("stille-top-drie")
    tab = open_tab("conversation").choose("picking", "gemeente")
    tab.may_fail = True
    tab.fill("pick:gemeente", Kies=list(NORMS)).send("pick:gemeente")
    assert tab.errors == ["Kies er hoogstens 3. Nu zijn het er 4."]
    assert not record.all(Picks)
    assert tab.field_in("pick:gemeente", "Kies").value == list(NORMS)


def test_every_pick_is_weighed_in_words(record: Record, open_tab: Open) -> None:
    record.add(Picks(perspective="gemeente", targets=("mo-8",)))
    record.add(Picks(perspective="keten", targets=("mo-8", "mo-11")))
    record.at("wegen")
    tab = open_tab("conversation")
    assert "Gekozen door: Gemeente, Ketenpartners" in tab.words()
    questions = record.session.script.wording.weigh_questions
    tab.fill("weigh:mo-8", **{text[:12]: f"{n}." for n, (_, text) in enumerate(questions)})
    tab.send("weigh:mo-8")
    assert record.only(Weighing).answers == {id_: f"{n}." for n, (id_, _) in enumerate(questions)}
    assert "weigh:mo-11" in tab.press("next")
    assert "2 keer" not in tab.words(), "how often it was picked is no ranking"


def test_without_picks_weighing_says_what_to_do(record: Record, open_tab: Open) -> None:
    record.at("wegen")
    tab = open_tab("conversation")
    assert "Er is nog niets gekozen" in tab.words()
    assert not [key for key in tab.keys if key.startswith("weigh:")]


def test_a_priority_without_a_name_is_refused_and_its_goal_stays(
    record: Record, open_tab: Open
) -> None:
    record.at("prioriteiten-vaststellen")
    tab = open_tab("conversation")
    tab.may_fail = True
    tab.fill("priority", Doel="Rust voor ieder kind.").send("priority")
    assert "heeft nog geen naam" in tab.errors[0]
    assert tab.field_in("priority", "Doel").value == "Rust voor ieder kind."
    tab.fill("priority", paar_woorden="Rust").send("priority")
    assert record.only(Priority).goal == "Rust voor ieder kind."
    assert tab.field_in("priority", "Doel").value == "", "a fresh form for the next"


def test_expliciet_impliciet_or_niet_is_chosen_and_never_assumed(
    record: Record, open_tab: Open
) -> None:
    seq = record.add(Priority(title="Rust"))
    record.at("opdrachtverlening")
    form = f"use:priority-{seq}"
    tab = open_tab("conversation")
    tab.may_fail = True
    tab.fill(form, ruimte="Veel.").send(form)
    assert tab.errors == ["Kies eerst: expliciet, impliciet of niet."]
    assert not record.all(Use)
    tab.fill(form, opdrachtverlening=Commissioning.IMPLICIT).send(form)
    use = record.only(Use)
    assert (use.commissioning, use.room) == (Commissioning.IMPLICIT, "Veel.")


def test_an_action_is_agreed_with_its_priority(
    record: Record, priority: int, open_tab: Open
) -> None:
    form = f"action:priority-{priority}"
    tab = open_tab("conversation")
    tab.fill(form, Wat="Overleg plannen", Trekker="jeugdteam", klaar="1 juni 2027")
    tab.fill(form, Normen="8b, 1.4", Mandaat=Mandate.TO_SUBMIT, Voor_te_leggen="college")
    tab.send(form)
    action = record.only(Action)
    assert (action.due, action.norms) == (dt.date(2027, 6, 1), ("mo-8b", "vo-1.4"))
    assert action.priority == priority
    assert "A01  Overleg plannen" in tab.words()
    assert "Nog voor te leggen aan college" in tab.words()
    assert tab.field_in(f"action:priority-{priority}", "Wat").value == ""


@pytest.mark.parametrize(
    ("filled_in", "said"),
    [
        ({"klaar": "31 februari 2027"}, "februari"),
        ({"Normen": "99z"}, "Norm 99z staat niet in de gekozen normenkaders"),
    ],
)
def test_an_impossible_date_or_norm_is_said_in_dutch_and_nothing_is_lost(
    record: Record, priority: int, open_tab: Open, filled_in: dict[str, str], said: str
) -> None:
    form = f"action:priority-{priority}"
    tab = open_tab("conversation")
    tab.may_fail = True
    tab.fill(form, Wat="Overleg plannen", Trekker="jeugdteam", **filled_in).send(form)
    assert said in tab.errors[0]
    assert not record.all(Action)
    for label, value in {"Wat": "Overleg plannen", "Trekker": "jeugdteam", **filled_in}.items():
        assert tab.field_in(form, label).value == value


def test_words_that_are_no_date_are_kept_as_they_were_said(
    record: Record, priority: int, open_tab: Open
) -> None:
    form = f"action:priority-{priority}"
    tab = open_tab("conversation")
    tab.fill(form, Wat="Overleg plannen", klaar="na de zomer").send(form)
    assert record.only(Action).due_words == "na de zomer"


def test_the_date_of_the_next_session_is_set(record: Record, open_tab: Open) -> None:
    record.at("vervolg")
    tab = open_tab("conversation")
    tab.send("next_session")
    assert details(record.session).next_date is None, "nothing was chosen"
    tab.fill("next_session", Wanneer=dt.date(2028, 3, 10)).send("next_session")
    assert details(record.session).next_date == dt.date(2028, 3, 10)


def test_the_check_out_walks_everything_that_was_agreed(record: Record, open_tab: Open) -> None:
    record.at("check-out")
    tab = open_tab("conversation")
    assert "Er is nog niets afgesproken of geparkeerd" in tab.words()
    decision = record.add(Decision(text="We starten in mei."))
    action = record.add(Action(what="Overleg plannen"))
    parked = record.add(Parked(text="Vervoer naar school"))
    tab.run()
    for number in ("B01  We starten", "A01  Overleg", "K01  Vervoer"):
        assert number in tab.words()
    tab.press(f"correct:{decision}")
    assert record.only(Confirmation).record == decision
    assert f"correct:{decision}" not in tab
    assert f"correct:{action}" in tab, "the action was not confirmed yet"
    tab.fill(f"parked:{parked}", gebeurt="De GGD zoekt het uit.").send(f"parked:{parked}")
    assert record.only(ParkedSettled).outcome == "De GGD zoekt het uit."


def test_what_was_agreed_can_be_changed_at_the_check_out(record: Record, open_tab: Open) -> None:
    record.at("check-out")
    action = record.add(Action(what="Overleg plannen"))
    tab = open_tab("conversation")
    tab.press(f"change:{action}")
    form = f"editor:{action}"
    assert f"edit:{action}" in tab, "it still stands in the talk"
    tab.fill(form, Trekker="jeugdteam").send(form)
    assert record.only(Action).owner == "jeugdteam"
    assert form not in tab
