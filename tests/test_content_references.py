"""What refers to something that is not there is refused, with the file and the place in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.content import load_content
from guide.content_references import _REFERENCES
from guide.errors import ContentError
from tests.content_files import Files, norm, refused, step, tiny_files, written

Break = Callable[[Any], object]


@pytest.fixture
def files() -> Files:
    return tiny_files()


def item(data: Any, number: int) -> Any:
    return data["items"][number]


# Every kind of reference: the file, how it is broken, the place that must be named, the id that is
# not there, and what belongs there.
BROKEN: dict[str, tuple[str, Break, str, str, str]] = {
    "a term of a norm": (
        "frameworks/vo.yaml",
        lambda data: norm(data).update(terms=["def-weg"]),
        "themes > vo-i1 > norms > vo-1.1 > terms",
        "def-weg",
        "een stuk naslag",
    ),
    "a neighbour of a norm": (
        "frameworks/vo.yaml",
        lambda data: norm(data).update(neighbours=["mo-99"]),
        "themes > vo-i1 > norms > vo-1.1 > neighbours",
        "mo-99",
        "een norm",
    ),
    "the source of a framework": (
        "frameworks/mo.yaml",
        lambda data: data["source"].update(document="onbekend"),
        "bij source > document",
        "onbekend",
        "een document in documents.yaml",
    ),
    "the source of a remark": (
        "frameworks/mo.yaml",
        lambda data: data.update(
            remarks=[
                {
                    "id": "let-op",
                    "title": "Let op",
                    "text": "Iets.",
                    "source": {"document": "onbekend", "section": "1"},
                }
            ]
        ),
        "remarks > let-op > source > document",
        "onbekend",
        "een document",
    ),
    "the source of a theme": (
        "frameworks/mo.yaml",
        lambda data: data["themes"][1]["source"].update(document="onbekend"),
        "themes > mo-t2 > source > document",
        "onbekend",
        "een document",
    ),
    "the source of a norm": (
        "frameworks/mo.yaml",
        lambda data: norm(data)["source"].update(document="onbekend"),
        "themes > mo-t1 > norms > mo-1 > source > document",
        "onbekend",
        "een document",
    ),
    "the source of an agenda": (
        "agendas/agenda.yaml",
        lambda data: data["source"].update(document="onbekend"),
        "bij source > document",
        "onbekend",
        "een document",
    ),
    "the source of a library item": (
        "library/alles.yaml",
        lambda data: item(data, 0)["source"].update(document="onbekend"),
        "bij def-warme-overdracht > source > document",
        "onbekend",
        "een document",
    ),
    "a norm of a library item": (
        "library/alles.yaml",
        lambda data: item(data, 3).update(norms=["mo-99"]),
        "bij example-tuin > norms",
        "mo-99",
        "een norm of onderdeel",
    ),
    "a theme of a library item": (
        "library/alles.yaml",
        lambda data: item(data, 3).update(themes=["mo-t99"]),
        "bij example-tuin > themes",
        "mo-t99",
        "een thema",
    ),
    "a norm of a suggested action": (
        "library/alles.yaml",
        lambda data: item(data, 4)["actions"][0].update(norms=["mo-99"]),
        "actions > rva-scholing > norms",
        "mo-99",
        "een norm of onderdeel",
    ),
    "what a step shows": (
        "agendas/agenda.yaml",
        lambda data: step(data).update(library=["niets"]),
        "steps > stap-say > library",
        "niets",
        "een stuk naslag",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_reference_to_nothing_is_named_with_file_and_place(
    tmp_path: Path, files: Files, what: str
) -> None:
    file, break_it, place, missing, expected = BROKEN[what]
    break_it(files[file])
    said = refused(tmp_path, files).message
    assert f"{file}, bij " in said
    assert f"{place}: hier hoort de id van {expected}" in said
    assert f"'{missing}' is dat niet." in said


def test_every_kind_of_reference_is_broken_above() -> None:
    kinds = {field for fields in _REFERENCES.values() for field in fields}
    assert {place.split(" > ")[-1] for _, _, place, _, _ in BROKEN.values()} == kinds


def test_something_of_another_kind_does_not_count(tmp_path: Path, files: Files) -> None:
    item(files["library/alles.yaml"], 3).update(norms=["def-skj"], themes=["mo-1"])
    said = refused(tmp_path, files).message
    assert "bij example-tuin > norms: hier hoort de id van een norm of onderdeel" in said
    assert "bij example-tuin > themes: hier hoort de id van een thema" in said


def test_an_element_counts_as_a_norm(tmp_path: Path, files: Files) -> None:
    item(files["library/alles.yaml"], 3).update(norms=["mo-8b"])
    assert load_content(folder=written(tmp_path, files)).library[3].norms == ("mo-8b",)


def test_every_broken_reference_is_named_at_once(tmp_path: Path, files: Files) -> None:
    norm(files["frameworks/vo.yaml"]).update(terms=["def-een"])
    norm(files["frameworks/mo.yaml"]).update(terms=["def-twee"])
    said = refused(tmp_path, files).message
    assert "def-een" in said
    assert "def-twee" in said


def test_a_file_is_named_from_the_folder_one_works_in(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    norm(files["frameworks/vo.yaml"]).update(terms=["def-weg"])
    monkeypatch.chdir(tmp_path)
    said = refused(tmp_path / "data" / "content", files).message
    assert " data/content/frameworks/vo.yaml, bij themes > " in said


# Ids


@pytest.mark.parametrize(
    ("file", "break_it", "places"),
    [
        (
            "library/alles.yaml",
            lambda data: item(data, 1).update(id="def-warme-overdracht"),
            ["library/alles.yaml, bij def-warme-overdracht"],
        ),
        (
            "follow_ups.yaml",
            lambda data: item(data, 1).update(id=item(data, 0)["id"]),
            ["follow_ups.yaml, bij pictures-differ-norms"],
        ),
        (
            "frameworks/mo.yaml",
            lambda data: norm(data).update(id="vo-1.1"),
            [
                "frameworks/vo.yaml, bij themes > vo-i1 > norms > vo-1.1",
                "frameworks/mo.yaml, bij themes > mo-t1 > norms > vo-1.1",
            ],
        ),
        (
            "agendas/agenda.yaml",
            lambda data: step(data).update(id="opening"),
            ["agendas/agenda.yaml, bij items > opening"],
        ),
    ],
)
def test_an_id_that_is_used_twice_is_named_with_every_place(
    tmp_path: Path, files: Files, file: str, break_it: Break, places: list[str]
) -> None:
    break_it(files[file])
    said = refused(tmp_path, files).message
    assert "komt meer dan eens voor" in said
    assert all(place in said for place in places), said


def test_two_files_with_the_same_id_are_both_named(tmp_path: Path, files: Files) -> None:
    files["library/nog-een.yaml"] = {"items": [files["library/alles.yaml"]["items"][0]]}
    said = refused(tmp_path, files).message
    assert "library/alles.yaml, bij def-warme-overdracht en " in said
    assert "library/nog-een.yaml, bij def-warme-overdracht: de id" in said


def test_another_agenda_may_have_steps_of_the_same_name(tmp_path: Path, files: Files) -> None:
    files["agendas/kort.yaml"] = files["agendas/agenda.yaml"] | {"id": "kort"}
    found = load_content(folder=written(tmp_path, files)).agendas
    assert [agenda.id for agenda in found] == ["voorbeeldagenda", "kort"]
    assert found[0].items == found[1].items


def test_another_agenda_needs_an_id_of_its_own(tmp_path: Path, files: Files) -> None:
    files["agendas/kort.yaml"] = files["agendas/agenda.yaml"]
    with pytest.raises(ContentError, match="'voorbeeldagenda' komt meer dan eens voor"):
        load_content(folder=written(tmp_path, files))
