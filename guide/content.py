"""The only reader of content/: loads the YAML files, checks them and joins them.

Does not decide what is asked: it only says whether the files hold together. Every error names the
file, the place in the file and what was expected.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
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
from guide.errors import ContentError

CONTENT_FOLDER = Path(__file__).resolve().parent.parent / "content"

M = TypeVar("M", bound=BaseModel)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=4)
def load_content(*extra_folders: Path, folder: Path = CONTENT_FOLDER) -> Content:
    """Everything in content/ and in the given extra folders; parsed once per process.

    Raises ContentError when a file is missing, unreadable or does not fit its model, and when one
    item refers to another that does not exist.
    """
    folders = (folder, *extra_folders)
    content = Content(
        documents=_one_list(folders, "documents.yaml", Document),
        frameworks=tuple(sorted(_files(folders, "frameworks", Framework), key=lambda f: f.date)),
        agendas=_files(folders, "agendas", Agenda),
        library=tuple(
            item
            for each in folders
            for path in sorted((each / "library").glob("*.yaml"))
            for item in _validated(path, tuple[LibraryItem, ...], _items(path))
        ),
        perspectives=_one_list(folders, "perspectives.yaml", Perspective),
        follow_ups=_one_list(folders, "follow_ups.yaml", FollowUp),
        wording=_validated(folder / "wording.yaml", Wording, _parsed(folder / "wording.yaml")),
    )
    problems = [f"{_file_with(folders, id_)}: {text}" for id_, text in _problems(content)]
    if problems:
        raise ContentError("De inhoud klopt niet. " + " ".join(problems), "Herstel het bestand.")
    return content


def load_example(folder: Path = CONTENT_FOLDER) -> ExampleSession:
    """The example session in content/example/; raises ContentError."""
    return _files([folder], "example", ExampleSession)[0]


def _files(folders: Iterable[Path], name: str, model: type[M]) -> tuple[M, ...]:
    paths = [path for folder in folders for path in sorted((folder / name).glob("*.yaml"))]
    if not paths:
        raise ContentError(f"In de map {name} staat geen YAML-bestand.", "Zet er minstens een in.")
    return tuple(_validated(path, model, _parsed(path)) for path in paths)


def _one_list(folders: Sequence[Path], name: str, model: type[M]) -> tuple[M, ...]:
    # The first folder is ours and must be complete; an extra one holds only what it adds.
    paths = [folders[0] / name, *(f / name for f in folders[1:] if (f / name).exists())]
    found: list[M] = []
    for path in paths:
        found.extend(_validated(path, tuple[model, ...], _items(path)))  # type: ignore[valid-type]
    return tuple(found)


def _items(path: Path) -> Any:
    parsed = _parsed(path)
    if not isinstance(parsed, dict) or set(parsed) != {"items"}:
        raise ContentError(
            f"{_name(path)}, bij het begin: hier hoort alleen de sleutel 'items' met een lijst.",
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
            f"{_name(path)}{place}: dit is geen geldige YAML ({said}).",
            "Controleer het inspringen, de dubbele punten en de aanhalingstekens.",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(
            f"{_name(path)} kan niet worden gelezen ({type(error).__name__}).",
            "Controleer of het bestand bestaat en als UTF-8 is opgeslagen.",
        ) from error


def _validated(path: Path, model: Any, data: Any) -> Any:
    try:
        return TypeAdapter(model).validate_python(data, strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        place = _place(first["loc"], data)
        raise ContentError(
            f"{_name(path)}, bij {place}: {_expectation(first)}",
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


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


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


def _file_with(folders: Iterable[Path], id_: str) -> str:
    """The file in which this id stands, or the files when there are more."""
    written = re.compile(rf"\bid: *[\"']?{re.escape(id_)}[\"']?(?![\w.-])")
    paths = [path for folder in folders for path in sorted(folder.rglob("*.yaml"))]
    found = [_name(path) for path in paths if written.search(path.read_text(encoding="utf-8"))]
    return " en ".join(found)


def _problems(content: Content) -> Iterator[tuple[str, str]]:
    """(id, text): references that point nowhere and ids that are used twice."""
    known = Counter(item.id for item in _everything_with_id(content))
    for repeated in sorted(id_ for id_, times in known.items() if times > 1):
        yield repeated, f"De id '{repeated}' komt meer dan eens voor."
    for owner, reference in _references(content):
        if reference not in known:
            yield owner, f"'{owner}' verwijst naar '{reference}', en dat bestaat niet."


def _everything_with_id(content: Content) -> Iterator[Any]:
    yield from content.documents
    yield from content.perspectives
    yield from content.follow_ups
    yield from content.library
    yield from content.agendas
    yield from (action for item in content.library for action in item.actions)
    yield from (item for agenda in content.agendas for item in agenda.items)
    yield from (step for agenda in content.agendas for item in agenda.items for step in item.steps)
    for framework in content.frameworks:
        yield framework
        yield from framework.themes
        for norm in norms_of(framework):
            yield norm
            yield from norm.elements


def _references(content: Content) -> Iterator[tuple[str, str]]:
    for framework in content.frameworks:
        yield framework.id, framework.source.document
        yield from ((r.id, r.source.document) for r in framework.remarks if r.source)
        yield from ((theme.id, theme.source.document) for theme in framework.themes)
        for norm in norms_of(framework):
            yield norm.id, norm.source.document
            yield from ((norm.id, reference) for reference in (*norm.terms, *norm.neighbours))
    for item in content.library:
        yield item.id, item.source.document
        yield from ((item.id, reference) for reference in (*item.norms, *item.themes))
        yield from ((action.id, norm) for action in item.actions for norm in action.norms)
    for agenda in content.agendas:
        yield agenda.id, agenda.source.document
        for agenda_item in agenda.items:
            for step in agenda_item.steps:
                yield from ((step.id, reference) for reference in step.library)


def norms_of(framework: Framework) -> tuple[Norm, ...]:
    """All norms of a framework in the order of the source."""
    return tuple(norm for theme in framework.themes for norm in theme.norms)


def themes_by_id(frameworks: Iterable[Framework]) -> dict[str, Theme]:
    """Theme id -> theme."""
    return {theme.id: theme for framework in frameworks for theme in framework.themes}


def norms_by_id(frameworks: Iterable[Framework]) -> dict[str, Norm]:
    """Norm id -> norm."""
    return {norm.id: norm for framework in frameworks for norm in norms_of(framework)}
