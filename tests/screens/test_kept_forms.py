"""What is filled in and not recorded yet stays, wherever one goes; recorded once, it is gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from guide.entries import (
    Action,
    ActionProgress,
    Adoption,
    Body,
    ChildVoice,
    Decision,
    Detail,
    Note,
    NumberOfChildren,
    OwnItem,
    OwnPerspective,
    Parked,
    ParkedSettled,
    Participant,
    Party,
    Picks,
    Priority,
    SharedPicture,
    Use,
    Weighing,
)
from guide.errors import StorageError
from guide.models import ActionStatus, Commissioning, DetailField, PictureOutcome
from guide.sessions import Sessions
from pages.widgets import kept_forms
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab

NORM, OTHER = "mo-8", "mo-11"
TEXT = "Rust voor ieder kind."


@dataclass(frozen=True)
class Story:
    """A form: how one gets there, what one fills in, and what it records."""

    form: str
    fills: dict[str, Any]
    records: type[Body]
    screen: str = "conversation"
    step: str = ""
    target: str = ""
    unfolded: tuple[str, str | bool] | None = None
    starts: tuple[Any, ...] = ("",)
    """What the fields hold after recording: empty, or what is recorded now."""


STORIES = {
    "action": Story(
        "action:priority-{priority}",
        {"Wat": TEXT, "Trekker": "jeugdteam", "nodig": "tijd"},
        Action,
        step="groeipad-acties",
    ),
    "action on the groeipad": Story("new_action", {"Wat": TEXT}, Action, "roadmap"),
    "priority": Story(
        "priority",
        {"paar_woorden": TEXT, "Doel": "Een plek.", "normen": [NORM]},
        Priority,
        step="prioriteiten-vaststellen",
        starts=("", []),
    ),
    "weighing": Story("weigh:mo-8", {}, Weighing, step="wegen", target=NORM, starts=(TEXT,)),
    "shared picture": Story(
        "shared-form:mo-8",
        {"Hoe_eindigt": PictureOutcome.OPEN, "Toelichting": TEXT, "goed": "Het overleg."},
        SharedPicture,
        step="normen-bespreken",
        target=NORM,
        starts=(PictureOutcome.OPEN, TEXT, "Het overleg."),
    ),
    "child's voice": Story(
        "child-form:mo-8",
        {},
        ChildVoice,
        step="normen-bespreken",
        target=NORM,
        unfolded=("child:mo-8", True),
        starts=(TEXT,),
    ),
    "use": Story(
        "use:priority-{priority}",
        {"opdrachtverlening": Commissioning.IMPLICIT, "ruimte": TEXT},
        Use,
        step="opdrachtverlening",
        starts=(Commissioning.IMPLICIT, TEXT),
    ),
    "number of children": Story(
        "count:mo",
        {"Aantal": 140, "Bron": TEXT},
        NumberOfChildren,
        step="aantal-kinderen",
        starts=(140, TEXT),
    ),
    "picks": Story(
        "pick:gemeente",
        {"Kies": [NORM]},
        Picks,
        step="stille-top-drie",
        unfolded=("picking", "gemeente"),
        starts=([NORM],),
    ),
    "parked point": Story(
        "parked:{parked}", {"gebeurt": TEXT}, ParkedSettled, step="check-out", starts=(TEXT,)
    ),
    "next date": Story(
        "next_session",
        {"Wanneer": dt.date(2028, 3, 10)},
        Detail,
        step="vervolg",
        starts=(dt.date(2028, 3, 10),),
    ),
    "participant": Story(
        "add:aanwezigheid",
        {"Organisatie": TEXT, "Functie": "arts", "Perspectief": "keten"},
        Participant,
        step="aanwezigheid",
        starts=("", "gemeente"),
    ),
    "participant beforehand": Story(
        "participant",
        {"Organisatie": TEXT, "Functie": "arts"},
        Participant,
        "set_up",
        unfolded=("part", "Wie"),
    ),
    "party": Story("party", {"Organisatie": TEXT}, Party, "set_up", unfolded=("part", "Wie")),
    "own perspective": Story(
        "own_perspective", {"Naam": TEXT}, OwnPerspective, "set_up", unfolded=("part", "Wie")
    ),
    "own item": Story(
        "own_item",
        {"Titel": TEXT, "Vraag": "Wie brengt ze?"},
        OwnItem,
        "set_up",
        unfolded=("part", "Agenda"),
    ),
    "status of an action": Story(
        "status-form:{action}",
        {"Status": ActionStatus.RUNNING, "Toelichting": TEXT, "gemerkt": "Rust."},
        ActionProgress,
        "roadmap",
        unfolded=("status:{action}", True),
        starts=(ActionStatus.RUNNING, TEXT, "Rust."),
    ),
    "adoption": Story("adopt", {"Versie": "2.0"}, Adoption, "minutes"),
    "each perspective": Story("each:inchecken", {"Gemeente": TEXT}, Note, step="inchecken"),
    "parking": Story(
        "park_form", {"Punt": TEXT}, Parked, step="inchecken", unfolded=("park", True)
    ),
}


@pytest.fixture
def story(request: pytest.FixtureRequest, record: Record) -> Story:
    """The story with its place, in a session that has something of everything."""
    record.add(
        Detail(field=DetailField.CHOSEN, value=(NORM, OTHER)),
        Picks(perspective="keten", targets=(NORM, OTHER)),
        Priority(title="Warme overdracht"),
        Parked(text="De wachttijd."),
        Action(what="Overleg plannen"),
    )
    told = STORIES[request.param]
    numbers = {
        "priority": record.seq(Priority),
        "parked": record.seq(Parked),
        "action": record.seq(Action),
    }
    fills = told.fills or {label: TEXT for label in text_labels(record, told.form)}
    if told.step:
        record.at(told.step, told.target)
    form, fold = told.form.format(**numbers), told.unfolded
    if fold is not None:
        fold = (fold[0].format(**numbers), fold[1])
    return replace(told, form=form, fills=fills, unfolded=fold)


def text_labels(record: Record, form: str) -> list[str]:
    """The first words of the questions that are content."""
    script = record.session.script
    if form.startswith("weigh"):
        return [script.wording.weigh_questions[0][1][:12]]
    return [script.theme_of[NORM].child_voice[:14]]


def opened(story: Story, open_tab: Open) -> Tab:
    return unfolded(story, open_tab(story.screen))


def unfolded(story: Story, tab: Tab) -> Tab:
    if story.unfolded is not None and story.form not in tab:
        tab.unfold(*story.unfolded)
    return tab


def held(story: Story, tab: Tab) -> dict[str, Any]:
    return {label: tab.field_in(story.form, label).value for label in story.fills}


every_form = pytest.mark.parametrize("story", STORIES, indirect=True)


@every_form
def test_what_is_filled_in_survives_every_way_to_go_elsewhere(
    story: Story, record: Record, open_tab: Open
) -> None:
    before = len(record.all(story.records))
    tab = opened(story, open_tab).fill(story.form, **story.fills)
    for way in ways(story):
        way(tab)
        unfolded(story, tab)
        assert held(story, tab) == story.fills
    assert len(record.all(story.records)) == before, "nothing is recorded by going elsewhere"


def ways(story: Story) -> list[Callable[[Tab], object]]:
    """Verder and back, and to another screen and back, from where the story is."""
    along = "library" if story.screen != "library" else "roadmap"
    elsewhere = [lambda tab: tab.press(f"to_{along}").press(f"to_{story.screen}")]
    on = [lambda tab: tab.press("next").press("back")] if story.screen == "conversation" else []
    return [*on, *elsewhere]


@every_form
def test_it_is_recorded_once_and_then_the_form_starts_anew(
    story: Story, record: Record, open_tab: Open
) -> None:
    tab = opened(story, open_tab)
    before = record.session.state.seq
    tab.fill(story.form, **story.fills).run().send(story.form)
    new = [e for e in record.sessions.store.entries_after(record.id, before)]
    assert [type(entry.body) for entry in new] == [story.records]
    tab.run()
    assert record.session.state.seq == new[-1].seq
    if story.form in unfolded(story, tab):
        assert all(value in story.starts for value in held(story, tab).values())


@every_form
def test_another_session_in_the_same_tab_shows_none_of_it(
    story: Story, record: Record, open_tab: Open
) -> None:
    tab = opened(story, open_tab).fill(story.form, **story.fills).run()
    other = Record(record.sessions, record.sessions.start("Andere regio", "2027-04-01"))
    other.add(Detail(field=DetailField.CHOSEN, value=(NORM, OTHER)))
    tab.visit(story.screen, other.id)
    if story.step in ("inchecken", "aanwezigheid", "aantal-kinderen", "vervolg"):
        other.at(story.step)
        tab.run()
    unfolded(story, tab)
    if story.form in tab:
        assert TEXT not in held(story, tab).values()
    tab.visit(story.screen, record.id)
    assert held(story, unfolded(story, tab)) == story.fills


def test_the_next_norm_does_not_show_what_was_said_of_this_one(
    record: Record, open_tab: Open
) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=(NORM, OTHER)))
    record.at("normen-bespreken", NORM)
    tab = open_tab("conversation").fill(f"shared-form:{NORM}", Toelichting=TEXT).press("next")
    assert tab.field_in(f"shared-form:{OTHER}", "Toelichting").value == ""
    assert TEXT not in tab.words()


# Editing in place


def test_a_change_that_was_not_recorded_is_there_when_one_edits_again(
    record: Record, open_tab: Open
) -> None:
    record.at("check-out")
    seq = record.add(Action(what="Overleg plannen"))
    form = f"editor:{seq}"
    tab = open_tab("conversation").press(f"change:{seq}").fill(form, Trekker="jeugdteam")
    tab.press("back").press("next")
    assert tab.field_in(form, "Trekker").value == "jeugdteam"
    tab.press(f"keep:{seq}").press(f"change:{seq}")
    assert tab.field_in(form, "Trekker").value == "", "one said not to change it"


def test_a_change_elsewhere_shows_in_the_fields_that_nobody_touched(
    record: Record, open_tab: Open
) -> None:
    seq = record.add(Action(what="Overleg plannen", owner="GGD"))
    form = f"editor:{seq}"
    tab = open_tab("roadmap").press(f"edit:{seq}").fill(form, waaraan="Rust").run()
    changed = Action(what="Overleg plannen", owner="jeugdteam")
    record.sessions.correct(record.session, seq, changed)
    tab.run()
    assert tab.field_in(form, "Trekker").value == "jeugdteam"
    assert tab.field_in(form, "waaraan").value == "Rust"
    tab.send(form)
    assert record.only(Action) == changed.model_copy(update={"sign": "Rust"})


def test_a_carried_over_action_stays_the_same_action_when_it_is_changed(
    record: Record, open_tab: Open
) -> None:
    first = record.add(Decision(text="Eerder afgesproken."))
    seq = record.add(Action(what="Overleg plannen", earlier=first))
    tab = open_tab("roadmap").press(f"edit:{seq}")
    tab.fill(f"editor:{seq}", Trekker="GGD").send(f"editor:{seq}")
    assert record.only(Action).earlier == first


def test_the_editor_of_one_session_is_not_open_in_another(record: Record, open_tab: Open) -> None:
    record.at("inchecken")
    tab = open_tab("conversation").say("Er zijn tien plekken.")
    seq = record.seq(Note)
    tab.press(f"edit:{seq}")
    other = Record(record.sessions, record.sessions.start("Andere regio", "2027-04-01"))
    while other.session.state.seq < seq:
        other.add(Note(text="Iets anders."))
    tab.visit("conversation", other.id)
    assert f"editor:{seq}" not in tab


# Sending again


def test_what_some_perspectives_said_is_not_doubled_when_it_is_sent_again(
    record: Record, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.at("inchecken")
    tab = open_tab("conversation")
    tab.may_fail = True
    form = "each:inchecken"
    tab.fill(form, Gemeente="Een.", Ketenpartners="Twee.")
    really = Sessions.record

    def half(self: Sessions, session: Any, body: Body, **rest: Any) -> Any:
        if getattr(body, "perspective", "") == "keten":
            raise StorageError("De gegevens zijn even bezet.", "Wacht een paar tellen.")
        return really(self, session, body, **rest)

    with monkeypatch.context() as failing:
        failing.setattr(Sessions, "record", half)
        tab.send(form)
    assert "even bezet" in tab.errors[0]
    assert tab.field_in(form, "Ketenpartners").value == "Twee."
    tab.send(form)
    assert [note.text for note in record.all(Note)] == ["Een.", "Twee."]
    tab.fill(form, Gemeente="Een.").send(form)
    assert [note.text for note in record.all(Note)] == ["Een.", "Twee.", "Een."], "said once more"


def test_what_is_held_back_waits_in_its_own_session(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("Bel de moeder op 06-12345678.")
    other = record.sessions.start("Andere regio", "2027-04-01")
    assert "held_back" not in tab.visit("conversation", other)
    assert "held_back" in tab.visit("conversation", record.id)


def test_what_comes_back_late_from_the_browser_after_recording_is_no_new_text(
    record: Record, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.widgets.kept_forms._ECHO", 3600.0)
    tab = open_tab("roadmap").fill("new_action", Wat="Overleg plannen").send("new_action")
    late = tab.fill("new_action", Wat="Overleg plannen").run()
    assert late.field_in("new_action", "Wat").value == ""
    assert late.fill("new_action", Wat="Iets anders").run().field_in("new_action", "Wat").value


def test_moving_on_leaves_only_the_forms_in_which_something_stands(
    record: Record, open_tab: Open
) -> None:
    def kept(tab: Tab, form: str) -> bool:
        return kept_forms._id(record.session, form) in tab.app.session_state

    record.at("aantal-kinderen")
    tab = open_tab("conversation")
    assert kept(tab, "count:mo")
    record.at("inchecken")
    tab.run()
    assert not kept(tab, "count:mo")
    tab.fill("each:inchecken", Gemeente="Een.").run()
    record.at("aantal-kinderen")
    tab.run().press("go_along")
    assert kept(tab, "each:inchecken")
    assert kept(tab, "count:mo")
