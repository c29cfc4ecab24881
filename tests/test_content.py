"""The files in content/ hold together, and a region can add its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.agenda import places
from guide.content import load_content, load_example, norms_by_id, norms_of, themes_by_id
from guide.content_models import Content, LibraryKind, StepKind
from guide.conversation import prompt
from guide.entries import Action, Detail, EarlierAction, EarlierSession, Picks, Priority
from guide.errors import ContentError
from guide.models import DetailField, JudgementValue
from guide.sessions import Sessions
from guide.store import Store
from tests.content_files import Files, tiny_files, written
from tests.tiny_content import tiny_content


@pytest.fixture
def files() -> Files:
    return tiny_files()


# The real content


def test_the_real_content_holds_together(real_content: Content) -> None:
    assert [framework.id for framework in real_content.frameworks] == ["vo-2019", "mo-2022"]
    assert [len(norms_of(framework)) for framework in real_content.frameworks] == [26, 11]
    of_every_session = [i for i in real_content.agendas[0].items if not i.after_earlier]
    assert len(of_every_session) == 8


def test_everything_in_it_is_found_by_its_id(real_content: Content) -> None:
    assert len(norms_by_id(real_content.frameworks)) == 37
    assert len(themes_by_id(real_content.frameworks)) == 10


def test_the_agenda_fits_in_three_hours(real_content: Content) -> None:
    first = [item for item in real_content.agendas[0].items if not item.after_earlier]
    assert sum(item.minutes for item in first) == 180


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
        EarlierSession(uid="eerder"),
        EarlierAction(uid="eerder-A01", number="A01", action=Action(what="Bellen")),
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


def test_what_is_written_is_what_is_read(tmp_path: Path, files: Files) -> None:
    assert load_content(folder=written(tmp_path, files)) == tiny_content()


# A region's own content


def test_a_region_adds_a_library_item_without_repeating_the_rest(
    tmp_path: Path, files: Files
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


def test_a_region_cannot_quietly_replace_what_there_is(tmp_path: Path, files: Files) -> None:
    same = {"perspectives.yaml": {"items": [files["perspectives.yaml"]["items"][0]]}}
    extra = written(tmp_path / "eigen", same)
    with pytest.raises(ContentError, match="'gemeente' komt meer dan eens voor"):
        load_content(extra, folder=written(tmp_path / "basis", files))


def test_content_is_read_once_per_process(tmp_path: Path, files: Files) -> None:
    folder = written(tmp_path, files)
    assert load_content(folder=folder) is load_content(folder=folder)


MOST_WORDS_IN_A_HEADING = 12


def test_every_norm_has_a_heading_that_fits_a_projector_and_an_exact_source(
    real_content: Content,
) -> None:
    norms = [norm for framework in real_content.frameworks for norm in norms_of(framework)]
    assert len(norms) == 37
    for norm in norms:
        assert len(norm.title.split()) <= MOST_WORDS_IN_A_HEADING, norm.id
        assert norm.source.norm == norm.number, norm.id
        assert norm.official_text == "", "the official text comes from somebody's own copy"
