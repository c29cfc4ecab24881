"""The commands for who works on content/."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.content import CONTENT_FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real content, to break."""
    return Path(shutil.copytree(CONTENT_FOLDER, tmp_path / "content"))


def test_the_real_content_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content"]) == 0
    assert "De inhoud klopt: 2 normenkaders met 37 normen" in capsys.readouterr().out


def test_a_mistake_names_the_file_and_ends_in_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = next((folder / "frameworks").glob("*.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "\nonbekend: 1\n", encoding="utf-8")
    assert main(["content", "--folder", str(folder)]) == 1
    assert file.name in capsys.readouterr().err


def test_the_content_of_the_region_is_read_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "data" / "content" / "documents.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("items:\n  - {id: regioplan, title: Regioplan}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert "data/content/documents.yaml, bij regioplan > maker: deze sleutel ontbreekt." in said
