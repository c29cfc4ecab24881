"""The commands for who works on content/."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import validate

from guide.__main__ import main, schema_of_each_kind
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


def test_a_schema_is_written_for_every_kind_of_file(folder: Path) -> None:
    shutil.rmtree(folder / "schema", ignore_errors=True)
    assert main(["schema", "--folder", str(folder)]) == 0
    written = {file.name for file in (folder / "schema").iterdir()}
    assert written == {f"{name}.schema.json" for name in schema_of_each_kind()}


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("agenda", "agendas/*.yaml"),
        ("framework", "frameworks/*.yaml"),
        ("library", "library/*.yaml"),
        ("documents", "documents.yaml"),
        ("follow-ups", "follow_ups.yaml"),
        ("perspectives", "perspectives.yaml"),
        ("wording", "wording.yaml"),
        ("example", "example/*.yaml"),
    ],
)
def test_the_schema_fits_the_real_files(name: str, pattern: str) -> None:
    schema = json.loads(json.dumps(schema_of_each_kind()[name]))
    files = sorted(CONTENT_FOLDER.glob(pattern))
    assert files
    for file in files:
        validate(yaml.safe_load(file.read_text(encoding="utf-8")), schema)
