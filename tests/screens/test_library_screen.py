"""Naslag: search as one types, filters, and one thing read whole with its source."""

from __future__ import annotations

import pytest

from guide.content_models import Sector
from guide.judgements import neighbours
from tests.screens.conftest import Open, Record


def test_before_anything_is_typed_nothing_is_listed(open_tab: Open) -> None:
    tab = open_tab("library")
    assert "Typ een woord" in tab.words()
    assert not [key for key in tab.keys if key.startswith("read:")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("8b", "read:mo-8"),
        ("warme overdracht", "read:def-warme-overdracht"),
        ("1.4", "read:vo-1.4"),
    ],
)
def test_a_number_or_a_word_finds_it(open_tab: Open, query: str, found: str) -> None:
    assert found in open_tab("library").choose("query", query)


def test_nothing_found_is_said_calmly(open_tab: Open) -> None:
    tab = open_tab("library").choose("query", "qwxzqwxz")
    assert "Niets gevonden" in tab.words()
    assert "read:" not in " ".join(tab.keys)


def test_what_is_found_can_be_read_whole_and_one_comes_back(open_tab: Open) -> None:
    tab = open_tab("library").choose("query", "warme overdracht")
    tab.press("read:def-warme-overdracht")
    assert "overdracht" in tab.question.lower()
    assert "Eindrapport Ontwikkeling Normenkader" in tab.words(), "it names its source"
    assert "query" not in tab
    next(b for b in tab.app.button if b.label == "‹ Terug naar de naslag").click()
    assert "query" in tab.run()


def test_an_unknown_item_is_said_calmly(open_tab: Open) -> None:
    tab = open_tab("library", item="bestaat-niet")
    assert "niet (meer) in de naslag" in tab.words()


def test_the_filter_on_the_kind_of_opvang_leaves_the_other_out(open_tab: Open) -> None:
    tab = open_tab("library").choose("query", "veiligheid")
    every = {key for key in tab.keys if key.startswith("read:")}
    tab.app.selectbox[0].set_value(Sector.VO)
    tab.run()
    some = {key for key in tab.keys if key.startswith("read:")}
    assert some
    assert [key for key in every if key.startswith("read:mo-")]
    assert not [key for key in some if key.startswith("read:mo-")]


def test_the_region_may_see_other_neighbours_than_we_suggest(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("library", item="mo-8")
    assert "Norm 2.3 VO" in tab.words()
    form, field = "neighbours:mo-8", "Welke normen gaan over hetzelfde?"
    tab.fill(form, **{field: ["vo-1.1"]}).send(form)
    assert neighbours(record.session, "mo-8") == ("vo-1.1",)
    assert "mo-8" not in neighbours(record.session, "mo-7"), "nothing else changes"
