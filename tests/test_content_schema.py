"""The JSON schemas in content/schema/: the same as the models, and what editors check with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import ValidationError, validate
from jsonschema.validators import validator_for

from guide.__main__ import (
    SCHEMAS_FOR_OTHERS,
    main,
    schema_of_each_kind,
    schema_of_session_file,
)
from guide.content import CONTENT_FOLDER
from tests.content_files import tiny_files

SCHEMAS = CONTENT_FOLDER / "schema"
FIRST_LINE = "# yaml-language-server: $schema="
FILES = sorted(file.relative_to(CONTENT_FOLDER) for file in CONTENT_FOLDER.rglob("*.yaml"))
# The folder or file -> the kind of file it is.
KINDS = {
    "agendas": "agenda",
    "documents.yaml": "documents",
    "example": "example",
    "follow_ups.yaml": "follow_ups",
    "frameworks": "framework",
    "library": "library",
    "perspectives.yaml": "perspectives",
    "wording.yaml": "wording",
}


def schema(kind: str) -> Any:
    return json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))


def test_the_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CONTENT_FOLDER, tmp_path / "content"))
    shutil.rmtree(folder / "schema")
    assert main(["schema", "--folder", str(folder)]) == 0
    made = {file.name: file.read_text("utf-8") for file in (folder / "schema").iterdir()}
    kept = {file.name: file.read_text("utf-8") for file in SCHEMAS.iterdir()}
    assert kept == made, "run `make schema`"
    assert set(made) == {f"{kind}.schema.json" for kind in KINDS.values()}


@pytest.mark.parametrize("kind", sorted(schema_of_each_kind()))
def test_a_schema_is_one(kind: str) -> None:
    validator_for(schema(kind)).check_schema(schema(kind))


def test_there_are_files_of_every_kind() -> None:
    assert {file.parts[0] for file in FILES} == set(KINDS)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_file_names_its_schema_on_its_first_line_and_fits_it(file: Path) -> None:
    text = (CONTENT_FOLDER / file).read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert first.startswith(FIRST_LINE)
    named = (CONTENT_FOLDER / file).parent / first.removeprefix(FIRST_LINE)
    kind = KINDS[file.parts[0]]
    assert named.resolve() == SCHEMAS / f"{kind}.schema.json"
    validate(yaml.safe_load(text), schema(kind))


@pytest.mark.parametrize("file", sorted(tiny_files()))
def test_an_unknown_key_does_not_fit(file: str) -> None:
    data = tiny_files()[file]
    kind = KINDS[file.split("/")[0]]
    validate(data, schema(kind))
    (data["items"][0] if kind in ("documents", "library") else data)["titel"] = "x"
    with pytest.raises(ValidationError, match="titel"):
        validate(data, schema(kind))


# The session file, for other programs


def session_file_schema() -> Any:
    return json.loads((SCHEMAS_FOR_OTHERS / "session-file.schema.json").read_text("utf-8"))


def test_the_schema_of_the_session_file_is_that_of_the_models() -> None:
    assert session_file_schema() == schema_of_session_file(), "run `make schema`"
    validator_for(session_file_schema()).check_schema(session_file_schema())


def test_a_session_file_fits_its_schema_and_a_broken_one_does_not(tmp_path: Path) -> None:
    file = tmp_path / "voorbeeld.json"
    assert main(["example", str(file)]) == 0
    held = json.loads(file.read_text("utf-8"))
    validate(held, session_file_schema())
    held["entries"][5]["body"]["kind"] = "bestaat-niet"
    with pytest.raises(ValidationError):
        validate(held, session_file_schema())
