"""What the documents promise about this folder holds: links, commands and the version."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.readers import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def broken_links(document: Path) -> Iterator[str]:
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        if not (document.parent / target).exists():
            yield target


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    assert list(broken_links(document)) == []


def test_a_broken_link_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("[a](a.md) ![b](b.png) [c](https://example.org/c) [d](a.md#e)")
    assert list(broken_links(page)) == ["b.png"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_make_command_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"(?:`|^)make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = re.escape(project["version"])
    publiccode = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf'^softwareVersion: "{version}"$', publiccode, re.MULTILINE)
    assert re.search(rf"^## {version}\b", changes, re.MULTILINE)


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))


def test_a_catalogue_can_read_what_this_is() -> None:
    text = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    for key in ("name", "url", "platforms", "developmentStatus", "softwareType", "legal"):
        assert re.search(rf"^{key}:", text, re.MULTILINE), key
    short = re.findall(r"shortDescription: (.+)", text)
    assert len(short) == 2
    assert all(len(line) <= 150 for line in short)
