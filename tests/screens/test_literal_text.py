"""Whatever people type is shown as they typed it: never as markdown, HTML, a formula or a link."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from guide.agenda import places
from guide.content_models import StepKind
from guide.entries import Decision, Draft
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab
from tests.screens.everywhere import Everywhere
from tests.screens.literal import faults, seen

HOSTILE = {
    "markdown": "*vet* ![x](https://evil.example/p.png) [k](javascript:alert)",
    "html": "<img src=x onerror=alert(1)> &amp; <b>vet</b> $5 en $x^2$",
    "directives": ":red[x] :material/home: :streamlit: `code` {x} %s \\n | a",
    "scripts": "👩‍👧 🇳🇱 مرحبا שלום www.evil.example naar a@b.nl -> 1. een",
    "lines": "- een\n\n# twee\n```mermaid\ngraph TD",
}
# What may begin a line besides: a heading, a list.
LEADS = ("# ", "- ", "1. ", "+ ", "")


@pytest.mark.parametrize(("kind", "lead"), [*zip(HOSTILE, LEADS, strict=True)])
def test_user_text_is_literal_wherever_it_is_shown(
    record: Record, open_tab: Open, kind: str, lead: str
) -> None:
    text = HOSTILE[kind]
    everywhere = Everywhere(record, text, lead)
    shown: set[str] = set()

    def look(tab: Tab) -> None:
        assert not faults(tab, text), "\n".join(faults(tab, text))
        shown.update(seen(tab))

    look(open_tab("start"))
    tab = open_tab("set_up")
    look(tab)
    for part in ("Wie", "Agenda", "Normen", "Spelregels en verslag"):
        look(tab.unfold("part", part))
    look(open_tab("roadmap"))
    look(open_tab("minutes").choose("names", True))
    look_along_the_steps(record, open_tab("conversation"), look)
    assert everywhere.names - shown == {"private"}, "these were not looked at"


def look_along_the_steps(record: Record, tab: Tab, look: Callable[[Tab], None]) -> None:
    """Every kind of step once, with what opens there on request."""
    kinds: set[StepKind] = set()
    for popover in ("jump", "joining", "park"):
        tab.unfold(popover)
    for place in places(record.session):
        if place.step.kind in kinds and place.item.own is None:
            continue
        kinds.add(place.step.kind)
        record.at(place.step.id, "mo-11" if place.step.kind is StepKind.NORMS else "")
        look(tab.run())
        if place.step.kind is StepKind.NORMS:
            look(tab.unfold("child:mo-11"))
    look(tab.unfold("older"))
    look(tab.press(f"change:{record.seq(Decision)}"))
    record.at("inchecken")
    look(tab.run())
    look(tab.press(f"yes:{record.seq(Draft)}"))
    look(tab.press("undo"))


def test_a_private_text_is_not_on_any_of_these_screens(record: Record, open_tab: Open) -> None:
    Everywhere(record, "geheim")
    for screen in ("set_up", "conversation", "roadmap", "minutes"):
        assert "private" not in seen(open_tab(screen))


@pytest.mark.parametrize(
    ("drawing", "says"),
    [
        ("st.markdown('⟦a¦**vet**⟧')", "not escaped"),
        ("st.button('⟦a¦:red[x]⟧')", "not escaped"),
        ("st.caption('⟦a¦https\\\\://evil\\\\.example⟧')", "becomes a link"),
        ("st.caption('- # ⟦a¦vet⟧')", "starts a heading"),
        ("st.caption('⟦a¦een \\\\:smile\\\\: x⟧')", "picture"),
        ("st.title('⟦a¦een\\n\\ntwee⟧')", "new line"),
        ("st.text('⟦a¦\\\\*vet\\\\*⟧')", "not as it was typed"),
        ("st.table([{'a': '⟦a¦**vet**⟧'}])", "not escaped"),
        ("st.expander('⟦a¦**vet**⟧').text('x')", "not escaped"),
        ("st.pills('x', ['⟦a¦**vet**⟧'])", "not escaped"),
        ("st.radio('x', ['⟦a¦**vet**⟧'])", "not escaped"),
        ("st.selectbox('x', [r'⟦a¦\\*\\*vet\\*\\*⟧'])", "not as it was typed"),
        ("st.code('⟦a¦**vet**⟧')", "not known yet"),
    ],
)
def test_the_check_itself_notices(drawing: str, says: str) -> None:
    tab = Tab.__new__(Tab)
    tab.app = AppTest.from_string(f"import streamlit as st\n{drawing}").run()
    (fault,) = faults(tab, "**vet**")
    assert says in fault
