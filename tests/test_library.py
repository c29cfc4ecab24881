"""The naslag finds norms, themes and items by number, word, beginning and typing error."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.content import norms_by_id
from guide.content_models import LibraryKind, Sector, StepKind
from guide.content_references import Found, problems
from guide.errors import NotFoundError
from guide.library import Library
from guide.search_index import excerpt
from tests.tiny_content import tiny_content

CONTENT = tiny_content()
LIBRARY = Library(CONTENT)


def ids(query: str, **filters: object) -> list[str]:
    return [hit.id for hit in LIBRARY.search(query, **filters)]  # type: ignore[arg-type]


def test_the_tiny_content_holds_together_and_has_every_kind() -> None:
    assert list(problems([Found(Path("tiny_content.py"), (), CONTENT)])) == []
    steps = {step.kind for agenda in CONTENT.agendas for i in agenda.items for step in i.steps}
    assert steps == set(StepKind)
    assert {item.kind for item in CONTENT.library} == set(LibraryKind)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("skj", "def-skj"),
        ("SKJ", "def-skj"),
        ("jeugdregister", "def-skj"),
        ("warme overdracht", "def-warme-overdracht"),
        ("wat is een warme overdracht?", "def-warme-overdracht"),
        ("warmeoverdracht", "def-warme-overdracht"),
        ("warme overdr", "def-warme-overdracht"),
        ("overdraht", "def-warme-overdracht"),
        ("wrame overdracht", "def-warme-overdracht"),
        ("verwijs index", "def-verwijsindex"),
        ("verwijsindx", "def-verwijsindex"),
        ("mo\u0301estuin", "example-tuin"),
        ("norm 8", "mo-8"),
        ("Norm 8 b", "mo-8"),
        ("8", "mo-8"),
        ("8b", "mo-8"),
        ("#8b", "mo-8"),
        ("mo-8", "mo-8"),
        ("norm 8 MO", "mo-8"),
        ("1.2", "vo-1.2"),
        ("norm 1.2", "vo-1.2"),
        ("1.2-2", "vo-1.2"),
        ("thema 2", "mo-t2"),
        ("indicator 4", "vo-i2"),
        ("trauma", "vo-1.2"),
        ("72 uur", "vo-1.1"),
        ("keurmerk nummers", "vo-andere-nummers"),
    ],
)
def test_what_people_type_finds_what_they_mean(query: str, first: str) -> None:
    assert ids(query)[0] == first


@pytest.mark.parametrize("query", ["", "   ", "bananen", "?", "xqz", "99", "9.9"])
def test_nothing_fits_nothing(query: str) -> None:
    assert ids(query) == []
    assert LIBRARY.answer(query) is None


def test_a_match_in_a_title_comes_before_matches_in_texts() -> None:
    hits = ids("overdracht")
    assert hits[0] == "def-warme-overdracht"
    assert "vo-4.1" in hits[1:]


def test_a_hit_tells_what_it_is_and_where_it_comes_from() -> None:
    hit = LIBRARY.search("8b")[0]
    assert (hit.kind, hit.kind_label, hit.element) == ("norm", "norm", "mo-8b")
    assert hit.title == "Norm 8 MO: Er is een plan voor elk kind"
    assert hit.excerpt == "b. Het kind praat mee over het eigen plan."
    assert hit.source == "Rapport voorbeeld MO, §3.4, norm 8"


def test_the_excerpt_shows_the_place_that_matches() -> None:
    assert "moestuin" in LIBRARY.search("moestuin")[0].excerpt
    assert LIBRARY.search("broers zussen")[0].excerpt.startswith("Voetnoot 6: Broers en zussen")


def test_a_long_text_is_cut_around_the_match() -> None:
    text = "begin " * 60 + "naald " + "eind " * 60
    shown = excerpt(text, frozenset({"naald"}), 100)
    assert "naald" in shown
    assert shown[0] == shown[-1] == "…"
    assert len(shown) <= 102


def test_the_filters_leave_out_what_does_not_belong() -> None:
    assert set(ids("kind", kind="norm")) <= {"mo-1", "mo-2", "mo-8", "vo-1.1", "vo-1.2", "vo-4.1"}
    assert "vo-1.1" not in ids("kind", sector=Sector.MO)
    assert "def-skj" in ids("skj", sector=Sector.MO)  # an item without sectors is for both
    assert set(ids("plan", theme="mo-t2")) == {"mo-t2", "mo-8", "example-tuin"}
    assert len(ids("kind", most=3)) == 3


def test_an_answer_has_a_longer_text_than_a_hit() -> None:
    found = LIBRARY.answer("warme overdracht")
    assert found is not None
    assert found.excerpt.endswith("over wat nodig is.")


def test_what_belongs_to_a_norm_is_brought_together() -> None:
    related = LIBRARY.related("mo-8")
    assert [item.id for item in related.definitions] == ["def-verwijsindex"]
    assert [item.id for item in related.examples] == ["example-tuin"]
    assert [
        (item.id, [action.id for action in actions]) for item, actions in related.preconditions
    ] == [("precondition-kennis", ["rva-scholing"])]
    assert [note.number for note in related.notes] == ["6", "7"]
    assert [item.id for item in related.others] == ["right-mening"]


def test_a_precondition_belongs_to_a_norm_through_one_of_its_actions() -> None:
    found = LIBRARY.related("vo-1.2").preconditions
    assert [[action.id for action in actions] for _, actions in found] == [["rva-scholing"]]


def test_an_element_has_the_naslag_of_its_norm() -> None:
    assert LIBRARY.related("mo-8b") == LIBRARY.related("mo-8")


def test_an_unknown_norm_is_an_error_that_people_can_read() -> None:
    with pytest.raises(NotFoundError) as caught:
        LIBRARY.related("mo-99")
    assert "mo-99" in caught.value.message


def test_a_source_is_written_as_document_place_and_norm() -> None:
    norm = norms_by_id(CONTENT.frameworks)["mo-8"]
    assert LIBRARY.source_in_words(norm.source) == "Rapport voorbeeld MO, §3.4, norm 8"


@pytest.mark.parametrize("norm", norms_by_id(CONTENT.frameworks).values(), ids=lambda norm: norm.id)
def test_every_norm_is_found_by_its_number_and_by_its_title(norm: object) -> None:
    assert ids(f"norm {norm.number}")[0] == norm.id  # type: ignore[attr-defined]
    assert ids(norm.title)[0] == norm.id  # type: ignore[attr-defined]


@pytest.mark.parametrize("item", CONTENT.library, ids=lambda item: item.id)
def test_every_library_item_is_found_by_its_title(item: object) -> None:
    assert ids(item.title)[0] == item.id  # type: ignore[attr-defined]


@settings(deadline=None)
@given(st.sampled_from(["warme overdracht", "verwijsindex", "norm 8"]), st.data())
def test_it_keeps_finding_while_someone_types(query: str, data: st.DataObject) -> None:
    length = data.draw(st.integers(2 if query[0] != "n" else 6, len(query)))
    first = {"w": "def-warme-overdracht", "v": "def-verwijsindex", "n": "mo-8"}[query[0]]
    assert first in ids(query[:length])


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_query_breaks_the_search_and_no_hit_comes_twice(query: str) -> None:
    hits = ids(query)
    assert len(hits) == len(set(hits)) <= 20


def test_searching_is_fast_enough_for_every_keystroke() -> None:
    LIBRARY.search("overdraht")  # loads rapidfuzz
    times = []
    for query in ("k", "ki", "kind", "warme overdracht", "overdraht", "norm 8", "xqzvw") * 3:
        start = time.perf_counter()
        LIBRARY.search(query)
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.02
