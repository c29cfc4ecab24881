"""content/README.md is followed to the letter: every example is pasted where it says, and works."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import validate

from guide.agenda import places
from guide.content import CONTENT_FOLDER, load_content, norms_by_id
from guide.content_models import Content
from guide.conversation import prompt
from guide.entries import Detail
from guide.follow_ups import check_conditions
from guide.library import Library
from guide.models import DetailField
from guide.sessions import Sessions, open_sessions
from guide.set_up import frameworks
from tests.test_content_schema import KINDS, schema
from tests.test_docs import broken_links

README = CONTENT_FOLDER / "README.md"
EXAMPLE = re.compile(
    r"^`(?P<file>(?:data/)?content/[\w./-]+)` \((?P<how>nieuw bestand|onderaan)\):\n\n"
    r"```yaml\n(?P<text>.*?)```$",
    re.MULTILINE | re.DOTALL,
)
FRAMEWORK, AGENDA = "frameworks/regiokader.yaml", "agendas/korte-sessie.yaml"


@dataclass(frozen=True, slots=True)
class Example:
    """One block to copy: the file it goes to, and whether that file is there already."""

    file: str
    added: bool
    text: str

    def paste(self, folder: Path) -> None:
        """Do what the page says, in a folder that stands for that of the project."""
        target = folder / self.file
        assert target.exists() == self.added
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.read_text(encoding="utf-8") if self.added else ""
        target.write_text(before + self.text, encoding="utf-8")


def examples() -> list[Example]:
    found = EXAMPLE.finditer(README.read_text(encoding="utf-8"))
    return [Example(each["file"], each["how"] == "onderaan", each["text"]) for each in found]


def example(file: str) -> Example:
    return next(each for each in examples() if each.file == file)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of content/ in which everything on the page was done."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(CONTENT_FOLDER, folder / "content")
    for each in examples():
        if each.file.startswith("content/"):
            each.paste(folder)
    return folder


def own_content(folder: Path) -> Path:
    """A region's own files in data/content of this folder; the project stays as it is."""
    for file in (FRAMEWORK, AGENDA):
        own = example(f"content/{file}")
        Example(f"data/content/{file}", False, own.text).paste(folder)
    for each in examples():
        if each.file.startswith("data/"):
            each.paste(folder)
    return folder


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    opened = open_sessions(url=f"sqlite:///{tmp_path / 'eigen.db'}", home=own_content(tmp_path))
    yield opened
    opened.store.close()


def test_every_block_on_the_page_is_followed() -> None:
    text = README.read_text(encoding="utf-8")
    assert len(examples()) == text.count("```yaml\n") == 8
    kinds = {each.file.removeprefix("data/").split("/")[1] for each in examples()}
    assert kinds == {"agendas", "frameworks", "library", "documents.yaml", "follow_ups.yaml"}


def test_every_file_and_folder_it_names_is_there() -> None:
    named = re.findall(r"^\| `([\w./]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    there = {p.name + "/" * p.is_dir() for p in CONTENT_FOLDER.iterdir()}
    assert set(named) == there - {"README.md", "minutes_base.docx"}
    assert list(broken_links(README)) == []


def test_everything_added_holds_together(project: Path, real_content: Content) -> None:
    content = load_content(folder=project / "content")
    check_conditions(content.follow_ups)
    assert len(content.documents) == len(real_content.documents) + 1
    assert [f.id for f in content.frameworks] == ["vo-2019", "mo-2022", "regiokader"]
    assert {a.id for a in content.agendas} == {"gespreksleidraad-2020", "korte-sessie"}
    assert content.follow_ups[-1].id == "no-child-voice-agree"


def test_an_added_question_comes_last_under_the_last_agenda_item(project: Path) -> None:
    content = load_content(folder=project / "content")
    agenda = next(a for a in content.agendas if a.id == "gespreksleidraad-2020")
    assert (agenda.items[-1].id, agenda.items[-1].steps[-1].id) == (
        "afspraken",
        "vraag-aan-kinderen",
    )


def test_an_added_example_is_found_and_offered_with_its_norm(project: Path) -> None:
    library = Library(load_content(folder=project / "content"))
    assert library.search("leesmaatje")[0].id == "vb-leesmaatje"
    assert "vb-leesmaatje" in {item.id for item in library.related("mo-2").examples}


@pytest.mark.parametrize("each", examples(), ids=lambda each: each.file)
def test_an_editor_finds_nothing_wrong_in_what_was_pasted(each: Example, project: Path) -> None:
    kind = schema(KINDS[each.file.removeprefix("data/").split("/")[1]])
    text = each.text
    if each.added:
        text = (project / each.file).read_text(encoding="utf-8")
    else:
        depth = each.file.count("/")
        schemas = "../" * (depth - 1) if each.file.startswith("content/") else "../" * depth
        start = schemas if each.file.startswith("content/") else f"{schemas}content/"
        assert text.startswith(f"# yaml-language-server: $schema={start}schema/")
    data: Any = yaml.safe_load(text)
    validate(data, kind)


# A region's own content, beside the database


def test_a_region_gets_its_own_framework_and_agenda(sessions: Sessions) -> None:
    content = sessions.content
    assert [f.short for f in content.frameworks] == ["VO 2019", "MO 2022", "Regio 2027"]
    assert [a.id for a in content.agendas] == ["gespreksleidraad-2020", "korte-sessie"]
    assert Library(content).search("huiswerktafel")[0].id == "vb-huiswerktafel"


def test_a_session_can_be_held_with_them(sessions: Sessions) -> None:
    id_ = sessions.start("Voorbeeldregio", "2027-03-12", agenda_id="korte-sessie")
    session = sessions.load(id_)
    assert [f.id for f in frameworks(session)] == ["vo-2019", "mo-2022", "regiokader"]
    session = sessions.record(session, Detail(field=DetailField.FRAMEWORKS, value=("regiokader",)))
    session = sessions.record(session, Detail(field=DetailField.CHOSEN, value=("regio-1",)))
    assert set(norms_by_id(frameworks(session))) == {"regio-1"}
    asked = [prompt(sessions.go_to(session, place)) for place in places(session)]
    assert "Norm R1 MO: Elk kind heeft een vaste medewerker" in [each.about for each in asked]
    assert all(each.question for each in asked)
