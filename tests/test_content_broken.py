"""A content file that is wrong says where, and what was expected there, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.content_files import Files, norm, refused, step, tiny_files


@pytest.fixture
def files() -> Files:
    return tiny_files()


Break = Callable[[Any], object]

# What is broken: the file, how, and the file, the place and the expectation that must be named.
BROKEN: dict[str, tuple[str, Break, str, str, str]] = {
    "a key that lacks": (
        "frameworks/mo.yaml",
        lambda data: norm(data).pop("title"),
        "frameworks/mo.yaml",
        "themes > mo-t1 > norms > mo-1 > title",
        "deze sleutel ontbreekt",
    ),
    "a typing error in a key": (
        "library/alles.yaml",
        lambda data: data["items"][0].update(titel="x"),
        "library/alles.yaml",
        "def-warme-overdracht > titel",
        "deze sleutel is onbekend",
    ),
    "a number where text belongs": (
        "frameworks/vo.yaml",
        lambda data: norm(data).update(number=1.1),
        "frameworks/vo.yaml",
        "vo-1.1 > number",
        "hier hoort tekst te staan; zet een getal of datum tussen aanhalingstekens",
    ),
    "an empty text": (
        "perspectives.yaml",
        lambda data: data["items"][1].update(label="  "),
        "perspectives.yaml",
        "opvang-vo > label",
        "mag niet leeg zijn",
    ),
    "a symbol that is too long": (
        "perspectives.yaml",
        lambda data: data["items"][0].update(symbol="abc"),
        "perspectives.yaml",
        "gemeente > symbol",
        "hoogstens 2 tekens",
    ),
    "words where a number belongs": (
        "agendas/agenda.yaml",
        lambda data: data["items"][0].update(minutes="kwartier"),
        "agendas/agenda.yaml",
        "opening > minutes",
        "hier hoort een heel getal te staan",
    ),
    "half a minute": (
        "agendas/agenda.yaml",
        lambda data: data["items"][0].update(minutes=7.5),
        "agendas/agenda.yaml",
        "opening > minutes",
        "hier hoort een heel getal te staan",
    ),
    "more minutes than a day has": (
        "agendas/agenda.yaml",
        lambda data: data["items"][0].update(minutes=2000),
        "agendas/agenda.yaml",
        "opening > minutes",
        "niet hoger zijn dan 480",
    ),
    "less than no minutes": (
        "agendas/agenda.yaml",
        lambda data: data["items"][0].update(minutes=-1),
        "agendas/agenda.yaml",
        "opening > minutes",
        "niet lager zijn dan 0",
    ),
    "a word where an amount belongs": (
        "library/alles.yaml",
        lambda data: data["items"][6]["amounts"][0].update(value="veel"),
        "library/alles.yaml",
        "research-aantallen > amounts > 0 > value",
        "hier hoort een getal te staan",
    ),
    "neither yes nor no": (
        "frameworks/vo.yaml",
        lambda data: norm(data).update(chain="misschien"),
        "frameworks/vo.yaml",
        "vo-1.1 > chain",
        "true of false",
    ),
    "an unknown sector": (
        "frameworks/vo.yaml",
        lambda data: data.update(sector="xx"),
        "frameworks/vo.yaml",
        "sector",
        "kies een van: 'vo' of 'mo'",
    ),
    "an unknown kind of step": (
        "agendas/agenda.yaml",
        lambda data: step(data).update(kind="praten"),
        "agendas/agenda.yaml",
        "stap-say > kind",
        "kies een van: 'say'",
    ),
    "text where a list belongs": (
        "frameworks/vo.yaml",
        lambda data: norm(data).update(terms="def-skj"),
        "frameworks/vo.yaml",
        "vo-1.1 > terms",
        "hier hoort een lijst te staan",
    ),
    "text where keys belong": (
        "frameworks/vo.yaml",
        lambda data: norm(data).update(source="rapport"),
        "frameworks/vo.yaml",
        "vo-1.1 > source",
        "hier horen sleutels met een waarde te staan",
    ),
    "an id with capitals": (
        "documents.yaml",
        lambda data: data["items"][0].update(id="Rapport VO"),
        "documents.yaml",
        "Rapport VO > id",
        "niet de vorm die hier hoort: ^[a-z0-9]",
    ),
    "a fact that is none": (
        "documents.yaml",
        lambda data: data["items"][0].update(facts=["feit een"]),
        "documents.yaml",
        "rapport-vo > facts > 0",
        "niet de vorm die hier hoort: ^[A-Z]",
    ),
    "a step without a script": (
        "agendas/agenda.yaml",
        lambda data: step(data).update(script=[]),
        "agendas/agenda.yaml",
        "stap-say > script",
        "ten minste 1 keer",
    ),
    "a scale with too few steps": (
        "wording.yaml",
        lambda data: data.update(scale=data["scale"][:3]),
        "wording.yaml",
        "scale",
        "ten minste 6 keer",
    ),
    "a list without its key": (
        "library/alles.yaml",
        lambda data: data.update(extra=[]),
        "library/alles.yaml",
        "het begin",
        "alleen 'items' te staan",
    ),
    "a list that is empty": (
        "follow_ups.yaml",
        lambda data: data.update(items=None),
        "follow_ups.yaml",
        "het begin",
        "hier hoort een lijst te staan",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_named_with_the_place_and_what_was_expected(
    tmp_path: Path, files: Files, what: str
) -> None:
    name, break_it, file, place, expectation = BROKEN[what]
    break_it(files[name])
    said = refused(tmp_path, files).message
    assert file in said
    assert place in said
    assert expectation in said
    assert not re.search(r"\b(should|Input|Field|valid|required)\b", said), "said in English"


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("items:\n  - id: a\n   title: scheef\n", ", regel 3, kolom 4: dit is geen geldige YAML"),
        ("items: [een, twee\n", "dit is geen geldige YAML"),
        ('items: "open\n', "dit is geen geldige YAML"),
        ("items: [a\x07b]\n", "dit is geen geldige YAML (er staat een teken in dat niet mag)"),
        (b"items: [caf\xe9]\n", "kan niet worden gelezen"),
        (
            "items:\n  - id: a\n    title: een\n    title: twee\n",
            "regel 4, kolom 5: dit is geen geldige YAML (de sleutel 'title' staat hier twee",
        ),
    ],
    ids=["indent", "bracket", "quote", "control character", "not UTF-8", "key twice"],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, files: Files, broken: str | bytes, words: str
) -> None:
    files["documents.yaml"] = broken
    error = refused(tmp_path, files)
    assert "documents.yaml" in error.message
    assert words in error.message
    assert "Controleer" in error.next_step


@pytest.mark.parametrize(
    "name", ["documents.yaml", "perspectives.yaml", "follow_ups.yaml", "wording.yaml"]
)
def test_a_file_that_lacks_is_named(tmp_path: Path, files: Files, name: str) -> None:
    del files[name]
    error = refused(tmp_path, files)
    assert f"{name} kan niet worden gelezen" in error.message
    assert "Controleer of het bestand bestaat" in error.next_step


@pytest.mark.parametrize("folder", ["agendas", "frameworks"])
def test_a_folder_without_files_is_named(tmp_path: Path, files: Files, folder: str) -> None:
    kept = {name: data for name, data in files.items() if not name.startswith(folder)}
    assert f"In de map {folder} staat geen YAML-bestand" in refused(tmp_path, kept).message
