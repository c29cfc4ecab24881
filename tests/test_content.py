"""The files in content/: the real ones hold together, and a broken one says where and what."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.agenda import places
from guide.content import load_content, load_example, norms_by_id, norms_of, themes_by_id
from guide.content_models import Content, LibraryKind, StepKind
from guide.conversation import prompt
from guide.entries import Detail, Picks, Priority
from guide.errors import ContentError
from guide.models import DetailField, JudgementValue
from guide.sessions import Sessions
from guide.store import Store
from tests.tiny_content import tiny_content

Data = dict[str, Any]
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


# The real content


def test_the_real_content_holds_together(real_content: Content) -> None:
    assert [framework.id for framework in real_content.frameworks] == ["vo-2019", "mo-2022"]
    assert [len(norms_of(framework)) for framework in real_content.frameworks] == [26, 11]
    assert len(real_content.agendas[0].items) == 8


def test_everything_in_it_is_found_by_its_id(real_content: Content) -> None:
    assert len(norms_by_id(real_content.frameworks)) == 37
    assert len(themes_by_id(real_content.frameworks)) == 10


def test_the_agenda_fits_in_three_hours(real_content: Content) -> None:
    assert sum(item.minutes for item in real_content.agendas[0].items) == 180


def test_the_scale_in_the_content_is_the_scale_of_the_guide(real_content: Content) -> None:
    told = {step.value: step.label for step in real_content.wording.scale}
    assert told == {value.value: value.label for value in JudgementValue}


def test_the_perspectives_are_told_apart_without_colour(real_content: Content) -> None:
    for field in ("symbol", "label", "short"):
        values = [getattr(each, field) for each in real_content.perspectives]
        assert len(set(values)) == len(values)


def test_there_is_something_of_every_kind_in_the_naslag(real_content: Content) -> None:
    assert {item.kind for item in real_content.library} == set(LibraryKind)


def test_the_guide_asks_something_at_every_place_of_the_real_agenda(
    tmp_path: Path, real_content: Content
) -> None:
    store = Store(f"sqlite:///{tmp_path / 'gespreksleidraad.db'}")
    sessions = Sessions(store, real_content)
    session = sessions.load(sessions.start("Voorbeeldregio", "2027-03-12"))
    norms = tuple(norms_by_id(real_content.frameworks))
    for body in (
        Detail(field=DetailField.CHOSEN, value=norms),
        Picks(perspective="gemeente", targets=("mo-8", "vo-1.4", "mo-11")),
        Priority(title="Eerste"),
        Priority(title="Tweede"),
    ):
        session = sessions.record(session, body)
    every = places(session)
    assert {place.step.kind for place in every} == set(StepKind)
    assert {place.target for place in every} >= {*norms, *themes_by_id(real_content.frameworks)}
    for place in every:
        asked = prompt(sessions.go_to(session, place))
        assert asked.question.endswith(("?", ".")), place.step.id
        assert all(asked.script), place.step.id
        assert asked.heading
        assert ": " in asked.about if place.target else not asked.about
    store.close()


def test_no_text_of_the_agenda_shows_a_name_between_braces(real_content: Content) -> None:
    assert "{" not in real_content.agendas[0].model_dump_json(exclude_defaults=True).replace(
        '{"', ""
    )


def test_the_example_session_can_be_read() -> None:
    assert load_example().moves


# Broken files


@pytest.fixture(scope="session")
def tiny_files() -> dict[str, Any]:
    """The files that the small made-up content would be made of."""
    whole = tiny_content().model_dump(mode="json", exclude_defaults=True)
    return {
        "documents.yaml": {"items": whole["documents"]},
        "perspectives.yaml": {"items": whole["perspectives"]},
        "follow_ups.yaml": {"items": whole["follow_ups"]},
        "wording.yaml": whole["wording"],
        "library/alles.yaml": {"items": whole["library"]},
        "agendas/agenda.yaml": whole["agendas"][0],
        "frameworks/vo.yaml": whole["frameworks"][0],
        "frameworks/mo.yaml": whole["frameworks"][1],
    }


@pytest.fixture
def files(tiny_files: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(tiny_files)


def written(folder: Path, files: dict[str, Any]) -> Path:
    """These files in a folder; a text is written as it is."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, bytes):
            path.write_bytes(data)
        else:
            path.write_text(data if isinstance(data, str) else _dumped(data), encoding="utf-8")
    return folder


def _dumped(data: Data) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True)


def refused(folder: Path, files: dict[str, Any]) -> ContentError:
    with pytest.raises(ContentError) as caught:
        load_content(folder=written(folder, files))
    assert caught.value.next_step.endswith(".")
    return caught.value


def test_what_is_written_is_what_is_read(tmp_path: Path, files: dict[str, Any]) -> None:
    assert load_content(folder=written(tmp_path, files)) == tiny_content()


def norm(data: Data, theme: int = 0, number: int = 0) -> Data:
    found: Data = data["themes"][theme]["norms"][number]
    return found


def step(data: Data, item: int = 0, number: int = 0) -> Data:
    found: Data = data["items"][item]["steps"][number]
    return found


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
        "alleen de sleutel 'items'",
    ),
    "a list that is empty": (
        "follow_ups.yaml",
        lambda data: data.update(items=None),
        "follow_ups.yaml",
        "het begin",
        "hier hoort een lijst te staan",
    ),
    # References
    "a term that does not exist": (
        "frameworks/vo.yaml",
        lambda data: norm(data).update(terms=["def-weg"]),
        "frameworks/vo.yaml",
        "'vo-1.1' verwijst naar 'def-weg'",
        "dat bestaat niet",
    ),
    "a library item about an unknown norm": (
        "library/alles.yaml",
        lambda data: data["items"][0].update(norms=["mo-99"]),
        "library/alles.yaml",
        "'def-warme-overdracht' verwijst naar 'mo-99'",
        "dat bestaat niet",
    ),
    "a suggested action about an unknown norm": (
        "library/alles.yaml",
        lambda data: data["items"][4]["actions"][0].update(norms=["mo-99"]),
        "library/alles.yaml",
        "'rva-scholing' verwijst naar 'mo-99'",
        "dat bestaat niet",
    ),
    "a step that shows what is not there": (
        "agendas/agenda.yaml",
        lambda data: step(data).update(library=["niets"]),
        "agendas/agenda.yaml",
        "'stap-say' verwijst naar 'niets'",
        "dat bestaat niet",
    ),
    "an agenda from an unknown source": (
        "agendas/agenda.yaml",
        lambda data: data["source"].update(document="onbekend"),
        "agendas/agenda.yaml",
        "'voorbeeldagenda' verwijst naar 'onbekend'",
        "dat bestaat niet",
    ),
    "a theme from an unknown source": (
        "frameworks/mo.yaml",
        lambda data: data["themes"][1]["source"].update(document="onbekend"),
        "frameworks/mo.yaml",
        "'mo-t2' verwijst naar 'onbekend'",
        "dat bestaat niet",
    ),
    "an id that is used twice": (
        "library/alles.yaml",
        lambda data: data["items"][1].update(id="def-warme-overdracht"),
        "library/alles.yaml",
        "'def-warme-overdracht'",
        "komt meer dan eens voor",
    ),
    "a follow-up with the id of another": (
        "follow_ups.yaml",
        lambda data: data["items"][1].update(id=data["items"][0]["id"]),
        "follow_ups.yaml",
        "'pictures-differ-norms'",
        "komt meer dan eens voor",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_named_with_the_place_and_what_was_expected(
    tmp_path: Path, files: dict[str, Any], what: str
) -> None:
    name, break_it, file, place, expectation = BROKEN[what]
    break_it(files[name])
    said = refused(tmp_path, files).message
    assert file in said
    assert place in said
    assert expectation in said
    assert not re.search(r"\b(should|Input|Field|valid|required)\b", said), "said in English"


def test_two_files_with_the_same_id_are_both_named(tmp_path: Path, files: dict[str, Any]) -> None:
    files["library/nog-een.yaml"] = {"items": [files["library/alles.yaml"]["items"][0]]}
    said = refused(tmp_path, files).message
    assert "library/alles.yaml en library/nog-een.yaml" in said.replace(f"{tmp_path.name}/", "")


def test_every_broken_reference_is_named_at_once(tmp_path: Path, files: dict[str, Any]) -> None:
    norm(files["frameworks/vo.yaml"]).update(terms=["def-een"])
    norm(files["frameworks/mo.yaml"]).update(terms=["def-twee"])
    said = refused(tmp_path, files).message
    assert "def-een" in said
    assert "def-twee" in said


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("items:\n  - id: a\n   title: scheef\n", ", regel 3, kolom 4: dit is geen geldige YAML"),
        ("items: [een, twee\n", "dit is geen geldige YAML"),
        ('items: "open\n', "dit is geen geldige YAML"),
        ("items: [a\x07b]\n", "dit is geen geldige YAML (er staat een teken in dat niet mag)"),
        (b"items: [caf\xe9]\n", "kan niet worden gelezen"),
    ],
    ids=["indent", "bracket", "quote", "control character", "not UTF-8"],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, files: dict[str, Any], broken: str | bytes, words: str
) -> None:
    files["documents.yaml"] = broken
    error = refused(tmp_path, files)
    assert "documents.yaml" in error.message
    assert words in error.message
    assert "Controleer" in error.next_step


@pytest.mark.parametrize(
    "name", ["documents.yaml", "perspectives.yaml", "follow_ups.yaml", "wording.yaml"]
)
def test_a_file_that_lacks_is_named(tmp_path: Path, files: dict[str, Any], name: str) -> None:
    del files[name]
    error = refused(tmp_path, files)
    assert f"{name} kan niet worden gelezen" in error.message
    assert "Controleer of het bestand bestaat" in error.next_step


@pytest.mark.parametrize("folder", ["agendas", "frameworks"])
def test_a_folder_without_files_is_named(
    tmp_path: Path, files: dict[str, Any], folder: str
) -> None:
    kept = {name: data for name, data in files.items() if not name.startswith(folder)}
    assert f"In de map {folder} staat geen YAML-bestand" in refused(tmp_path, kept).message


# A region's own content


def test_a_region_adds_a_library_item_without_repeating_the_rest(
    tmp_path: Path, files: dict[str, Any]
) -> None:
    own = {
        "id": "eigen-voorbeeld",
        "kind": "example",
        "title": "Van onszelf",
        "text": "Zo doen wij het.",
        "norms": ["mo-8"],
        "source": {"document": "onderzoek", "section": "eigen"},
    }
    extra = written(tmp_path / "eigen", {"library/eigen.yaml": {"items": [own]}})
    content = load_content(extra, folder=written(tmp_path / "basis", files))
    assert content.library[-1].id == "eigen-voorbeeld"
    assert len(content.library) == len(tiny_content().library) + 1


def test_a_region_cannot_quietly_replace_what_there_is(
    tmp_path: Path, files: dict[str, Any]
) -> None:
    same = {"perspectives.yaml": {"items": [files["perspectives.yaml"]["items"][0]]}}
    extra = written(tmp_path / "eigen", same)
    with pytest.raises(ContentError, match="'gemeente' komt meer dan eens voor"):
        load_content(extra, folder=written(tmp_path / "basis", files))


def test_content_is_read_once_per_process(tmp_path: Path, files: dict[str, Any]) -> None:
    folder = written(tmp_path, files)
    assert load_content(folder=folder) is load_content(folder=folder)
