"""The only reader of content/: loads the YAML files, checks them and joins them.

Does not decide what is asked: it only says whether the files hold together. Every error names the
file, the place in the file and what was expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from guide.content_models import (
    Agenda,
    Content,
    Document,
    ExampleSession,
    FollowUp,
    Framework,
    LibraryItem,
    Norm,
    Perspective,
    Theme,
    Wording,
)
from guide.content_references import Found, file_name, problems
from guide.errors import ContentError

CONTENT_FOLDER = Path(__file__).resolve().parent.parent / "content"

M = TypeVar("M", bound=BaseModel)
_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_FastLoader):  # type: ignore[misc]  # with libyaml where it is there
    """Refuses a key that stands twice in one place: YAML itself keeps the last without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping; raises YAMLError that names the second key and its line."""
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(found) < len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    said = f"de sleutel '{key.value}' staat hier twee keer"
                    raise yaml.constructor.ConstructorError(None, None, said, key.start_mark)
                seen.add(key.value)
        return found


@lru_cache(maxsize=4)
def load_content(*extra_folders: Path, folder: Path = CONTENT_FOLDER) -> Content:
    """Everything in content/ and in the given extra folders; parsed once per process.

    Raises ContentError when a file is missing, unreadable or does not fit its model, and when one
    item refers to another that does not exist.
    """
    folders = (folder, *extra_folders)
    documents = _one_list(folders, "documents.yaml", Document)
    frameworks = _files(folders, "frameworks", Framework)
    agendas = _files(folders, "agendas", Agenda)
    library = _lists((path for each in folders for path in _in(each, "library")), LibraryItem)
    perspectives = _one_list(folders, "perspectives.yaml", Perspective)
    follow_ups = _one_list(folders, "follow_ups.yaml", FollowUp)
    wording = _file(folder / "wording.yaml", Wording)
    _check(documents, frameworks, agendas, library, perspectives, follow_ups, [wording])
    return Content(
        documents=_things(documents),
        frameworks=tuple(sorted(_things(frameworks), key=lambda framework: framework.date)),
        agendas=_things(agendas),
        library=_things(library),
        perspectives=_things(perspectives),
        follow_ups=_things(follow_ups),
        wording=wording.thing,
    )


def load_example(folder: Path = CONTENT_FOLDER) -> ExampleSession:
    """The example session in content/example/; raises ContentError."""
    return _files([folder], "example", ExampleSession)[0].thing


def _things(found: Iterable[Found[M]]) -> tuple[M, ...]:
    return tuple(each.thing for each in found)


def _check(*found: Iterable[Found[Any]]) -> None:
    if wrong := list(problems(chain(*found))):
        raise ContentError("De inhoud klopt niet. " + " ".join(wrong), "Herstel het bestand.")


def _in(folder: Path, name: str) -> list[Path]:
    return sorted((folder / name).glob("*.yaml"))


def _files(folders: Iterable[Path], name: str, model: type[M]) -> list[Found[M]]:
    paths = [path for folder in folders for path in _in(folder, name)]
    if not paths:
        raise ContentError(f"In de map {name} staat geen YAML-bestand.", "Zet er minstens een in.")
    return [_file(path, model) for path in paths]


def _file(path: Path, model: type[M]) -> Found[M]:
    return Found(path, (), _validated(path, model, _parsed(path)))


def _one_list(folders: Sequence[Path], name: str, model: type[M]) -> list[Found[M]]:
    # The first folder is ours and must be complete; an extra one holds only what it adds.
    extra = (folder / name for folder in folders[1:] if (folder / name).exists())
    return _lists((folders[0] / name, *extra), model)


def _lists(paths: Iterable[Path], model: type[M]) -> list[Found[M]]:
    several: Any = tuple[model, ...]  # type: ignore[valid-type]
    return [
        Found(path, (thing.id,), thing)
        for path in paths
        for thing in _validated(path, several, _items(path))
    ]


def _items(path: Path) -> Any:
    parsed = _parsed(path)
    if not isinstance(parsed, dict) or set(parsed) != {"items"}:
        raise ContentError(
            f"{file_name(path)}, bij het begin: hier hoort alleen 'items' te staan, met een lijst.",
            "Haal andere sleutels weg.",
        )
    return parsed["items"]


def _parsed(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", regel {mark.line + 1}, kolom {mark.column + 1}" if mark else ""
        said = getattr(error, "problem", None) or "er staat een teken in dat niet mag"
        raise ContentError(
            f"{file_name(path)}{place}: dit is geen geldige YAML ({said}).",
            "Controleer het inspringen, de dubbele punten en de aanhalingstekens.",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(
            f"{file_name(path)} kan niet worden gelezen ({type(error).__name__}).",
            "Controleer of het bestand bestaat en als UTF-8 is opgeslagen.",
        ) from error


def _validated(path: Path, model: Any, data: Any) -> Any:
    try:
        return TypeAdapter(model).validate_python(data, strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        place = _place(first["loc"], data)
        raise ContentError(
            f"{file_name(path)}, bij {place}: {_expectation(first)}",
            f"In dit bestand gaat het op {error.error_count()} plek(ken) mis.",
        ) from error


def _place(location: tuple[int | str, ...], data: Any) -> str:
    """'mo-8 > title' rather than '3 > title': names instead of positions."""
    names: list[str] = []
    for part in location:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
        named = data.get("id") if isinstance(data, dict) else None
        names.append(str(named or part))
    return " > ".join(names) or "het begin"


_EXPECTED = {
    "missing": "deze sleutel ontbreekt.",
    "extra_forbidden": "deze sleutel is onbekend.",
    "model_type": "hier horen sleutels met een waarde te staan.",
    "string_type": "hier hoort tekst te staan; zet een getal of datum tussen aanhalingstekens.",
    "string_too_short": "deze tekst mag niet leeg zijn.",
    "string_too_long": "deze tekst mag hoogstens {max_length} tekens hebben.",
    "string_pattern_mismatch": "dit heeft niet de vorm die hier hoort: {pattern}.",
    "int_type": "hier hoort een heel getal te staan.",
    "int_parsing": "hier hoort een heel getal te staan.",
    "int_from_float": "hier hoort een heel getal te staan.",
    "float_type": "hier hoort een getal te staan.",
    "float_parsing": "hier hoort een getal te staan.",
    "greater_than_equal": "dit getal mag niet lager zijn dan {ge}.",
    "less_than_equal": "dit getal mag niet hoger zijn dan {le}.",
    "bool_type": "hier hoort true of false te staan.",
    "bool_parsing": "hier hoort true of false te staan.",
    "tuple_type": "hier hoort een lijst te staan.",
    "too_short": "hier hoort ten minste {min_length} keer iets te staan.",
    "too_long": "hier hoort hoogstens {max_length} keer iets te staan.",
    "enum": "kies een van: {expected}.",
}


def _expectation(error: Any) -> str:
    told = _EXPECTED.get(error["type"], "dit past niet in het model ({type}).")
    return told.format(**{"type": error["type"], **error.get("ctx", {})}).replace(
        "' or '", "' of '"
    )


def norms_of(framework: Framework) -> tuple[Norm, ...]:
    """All norms of a framework in the order of the source."""
    return tuple(norm for theme in framework.themes for norm in theme.norms)


def themes_by_id(frameworks: Iterable[Framework]) -> dict[str, Theme]:
    """Theme id -> theme."""
    return {theme.id: theme for framework in frameworks for theme in framework.themes}


def norms_by_id(frameworks: Iterable[Framework]) -> dict[str, Norm]:
    """Norm id -> norm."""
    return {norm.id: norm for framework in frameworks for norm in norms_of(framework)}
