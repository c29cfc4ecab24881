"""When the talk goes on elsewhere while a form is being filled in here: the page waits."""

from __future__ import annotations

import pytest

from guide.entries import Detail, Note, SharedPicture
from guide.models import DetailField, PictureOutcome
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab

NORM, OTHER = "mo-8", "mo-11"
TEXT = "Rust voor ieder kind."


@pytest.fixture
def left_behind(record: Record, open_tab: Open) -> Tab:
    """A tab with a half-filled form, while another device went on to the next norm."""
    record.add(Detail(field=DetailField.CHOSEN, value=(NORM, OTHER)))
    record.at("normen-bespreken", NORM)
    tab = open_tab("conversation").fill(f"shared-form:{NORM}", Toelichting=TEXT)
    record.sessions.next(record.session)
    return tab.run()


def test_the_page_stays_while_a_form_is_being_filled_in_and_says_so(left_behind: Tab) -> None:
    assert f"shared-form:{NORM}" in left_behind
    assert "Norm 8 MO" in left_behind.words("question")
    assert "Het gesprek is verder gegaan, naar: Norm 11 MO." in left_behind.words()
    assert "next" not in left_behind, "Verder would skip a norm"


def test_what_is_recorded_then_belongs_to_the_place_on_the_screen(
    record: Record, left_behind: Tab
) -> None:
    left_behind.say("Dit hoort bij norm 8.")
    form = f"shared-form:{NORM}"
    left_behind.fill(form, Hoe_eindigt=PictureOutcome.OPEN).send(form)
    assert record.only(SharedPicture).target == NORM
    assert record.history(SharedPicture).first.target == NORM
    assert record.history(Note).first.target == NORM
    assert f"shared-form:{OTHER}" in left_behind, "nothing holds it back any more"
    assert "next" in left_behind


def test_one_can_go_along_and_finish_it_later(record: Record, left_behind: Tab) -> None:
    left_behind.press("go_along")
    assert f"shared-form:{OTHER}" in left_behind
    assert "verder gegaan" not in left_behind.words()
    left_behind.press("back")
    assert left_behind.field_in(f"shared-form:{NORM}", "Toelichting").value == TEXT
    assert not record.all(SharedPicture)


def test_a_look_at_another_screen_is_going_along(left_behind: Tab) -> None:
    left_behind.press("to_library").press("to_conversation")
    assert f"shared-form:{OTHER}" in left_behind


def test_a_place_that_is_gone_holds_nobody(record: Record, left_behind: Tab) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=(OTHER,)))
    assert f"shared-form:{OTHER}" in left_behind.run()


def test_a_form_that_stands_everywhere_keeps_nobody_behind(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").unfold("park").fill("park_form", Punt=TEXT)
    before = tab.question
    record.sessions.next(record.session)
    assert tab.run().question != before
    assert tab.field_in("park_form", "Punt").value == TEXT
