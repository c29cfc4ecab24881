"""The gespreksleider's panel of a round: ask, only the number, reveal, together, the top three."""

from __future__ import annotations

import pytest

from guide.entries import Judgement, Picks
from guide.judgements import session_themes
from guide.models import RoundForm, RoundStage
from guide.preparation import preparation
from guide.room import Room
from guide.rounds import round_at
from tests.in_the_room import device
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab


class Phones:
    """Devices that take part in the session on the screen."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.room = Room(record.sessions)
        self.door = self.room.open_joining(record.id)

    def join(self, *perspectives: str) -> Phones:
        for number, each in enumerate(perspectives, start=1):
            self.room.join(self.door, device(number), each)
        return self

    def answer(self, number: int, form: RoundForm, target: str, *values: str) -> None:
        self.room.answer(self.door, device(number), form, target, values)


@pytest.fixture
def phones(record: Record) -> Phones:
    return Phones(record)


def step_of_kind(record: Record, kind: str) -> str:
    items = record.session.script.agenda.items
    return next(s.id for item in items for s in item.steps if s.kind == kind)


def button(tab: Tab, start: str) -> str:
    """The one button whose key starts like this."""
    (found,) = [key for key in tab.keys if key.startswith(start)]
    return found


def norm_step(record: Record) -> str:
    """At the first theme of the theme round; gives the theme."""
    theme = session_themes(record.session)[0].id
    record.at(step_of_kind(record, "themes"), theme)
    return theme


def test_without_phones_there_is_no_panel(record: Record, open_tab: Open) -> None:
    theme = norm_step(record)
    assert f"round:picture:{theme}" not in open_tab("conversation")


def test_asking_and_revealing_from_the_panel_has_a_shortcut(
    record: Record, phones: Phones, open_tab: Open
) -> None:
    theme = norm_step(record)
    phones.join("gemeente", "gemeente", "gemeente")
    tab = open_tab("conversation")
    assert tab.field(f"ask:picture:{theme}").proto.shortcut
    tab.press(f"ask:picture:{theme}")
    for number in (1, 2, 3):
        phones.answer(number, RoundForm.PICTURE, theme, "mostly")
    panel = tab.run().words(f"round:picture:{theme}")
    assert "3 van 3 toestellen" in panel
    assert "Grotendeels" not in panel, "only the number is known"
    reveal = button(tab, "reveal:")
    assert tab.field(reveal).proto.shortcut
    tab.press(reveal)
    assert "Gemeente: drie keer ◕ Grotendeels" in tab.words(f"round:picture:{theme}")
    assert record.only(Judgement).perspective == "gemeente"


def test_only_the_picture_of_all_together_is_offered_when_somebody_can_be_recognised(
    record: Record, phones: Phones, open_tab: Open
) -> None:
    theme = norm_step(record)
    phones.join("gemeente", "keten")
    phones.room.open_round(record.session, RoundForm.PICTURE, theme)
    tab = open_tab("conversation")
    assert not any(key.startswith("together:") for key in tab.keys)
    phones.answer(1, RoundForm.PICTURE, theme, "mostly")
    phones.answer(2, RoundForm.PICTURE, theme, "not-yet")
    tab.run()
    assert "te herkennen" in tab.words(f"round:picture:{theme}")
    tab.press(button(tab, "together:"))
    panel = tab.words(f"round:picture:{theme}")
    assert "Alle antwoorden samen: ○ Nog niet, ◕ Grotendeels" in panel
    assert "Gemeente" not in panel
    assert record.all(Judgement) == []


def picking(record: Record, phones: Phones, *choices: tuple[str, ...]) -> None:
    phones.room.open_round(record.session, RoundForm.PICKS)
    for number, values in enumerate(choices, start=1):
        phones.answer(number, RoundForm.PICKS, "", *values)


def test_the_top_three_of_the_phones_is_confirmed_where_devices_differ(
    record: Record, phones: Phones, open_tab: Open
) -> None:
    a, b, c = (theme.id for theme in session_themes(record.session)[:3])
    record.at(step_of_kind(record, "pick"))
    phones.join("gemeente", "gemeente", "gemeente", "keten")
    picking(record, phones, (a, b), (a, b), (a, c), (c,))
    tab = open_tab("conversation")
    tab.press(button(tab, "reveal:"))
    assert record.only(Picks) == Picks(perspective="keten", targets=(c,))
    tab.choose("picking", "gemeente")
    form = tab.field_in("pick:gemeente", "Kies")
    assert set(form.value) == {a, b, c}
    assert "kozen verschillend" in tab.words()
    form.set_value([a, c])
    tab.send("pick:gemeente")
    assert {p.perspective: set(p.targets) for p in record.all(Picks)} == {
        "gemeente": {a, c},
        "keten": {c},
    }


def test_all_themes_are_asked_shown_and_closed_from_one_place(
    record: Record, phones: Phones, open_tab: Open
) -> None:
    phones.join("gemeente", "keten")
    first = session_themes(record.session)[0].id
    tab = open_tab("conversation").unfold("joining").press("open_themes")
    assert len(preparation(record.session).waiting) == len(session_themes(record.session))
    some = preparation(record.session).waiting[1].target
    phones.answer(1, RoundForm.PICTURE, some, "not-yet")
    phones.answer(2, RoundForm.PICTURE, some, "assured")
    tab.run()
    assert "Toestellen met een antwoord: 2." in tab.words("joining")
    tab.press("reveal_themes")
    revealed = round_at(record.session, RoundForm.PICTURE, some)
    assert revealed is not None
    assert revealed.stage is RoundStage.REVEALED
    for kind, target in (("choose", ""), ("themes", first)):
        record.at(step_of_kind(record, kind), target)
        assert "verschillen het meest" in tab.run().words()
    tab.press(f"begin:{some}")
    assert record.session.state.target == some
    assert "begin:" not in " ".join(tab.keys), "one is there"
    tab.press("close_themes")
    assert preparation(record.session).revealed == ()
