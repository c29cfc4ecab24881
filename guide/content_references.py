"""References within content/: what each kind of thing may name, and whether that is there.

Every problem names the file and the place in it, so that whoever wrote it finds it at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from guide.content_models import (
    AgendaItem,
    Document,
    Element,
    LibraryItem,
    Norm,
    Source,
    Step,
    SuggestedAction,
    Theme,
)

T = TypeVar("T", bound=BaseModel)


class Found(NamedTuple, Generic[T]):
    """Something from content/, with the file it stands in and the names that lead to it there."""

    path: Path
    place: tuple[str, ...]
    thing: T

    def __str__(self) -> str:
        return f"{file_name(self.path)}, bij {' > '.join(self.place) or 'het begin'}"


def file_name(path: Path) -> str:
    """A file as whoever works on it knows it: from the folder the guide was started in."""
    here = Path.cwd()
    if path.is_relative_to(here):
        return path.relative_to(here).as_posix()
    return f"{path.parent.name}/{path.name}"


_NORM = ("een norm of onderdeel", (Norm, Element))
# What names something else by its id: the field, and what stands there in words and as models.
_REFERENCES: dict[type[BaseModel], dict[str, tuple[str, tuple[type[BaseModel], ...]]]] = {
    Source: {"document": ("een document in documents.yaml", (Document,))},
    Norm: {
        "terms": ("een stuk naslag", (LibraryItem,)),
        "neighbours": ("een norm", (Norm,)),
    },
    LibraryItem: {"norms": _NORM, "themes": ("een thema", (Theme,))},
    SuggestedAction: {"norms": _NORM},
    Step: {"library": ("een stuk naslag", (LibraryItem,))},
}


def problems(found: Iterable[Found[Any]]) -> Iterator[str]:
    """Ids that are used twice, and references to what is not there or is something else."""
    parts = [part for each in found for part in _parts(each)]
    yield from _used_twice(parts)
    known = {(type(part.thing), _id(part.thing)) for part in parts}
    for part in parts:
        for field, (expected, kinds) in _REFERENCES.get(type(part.thing), {}).items():
            for named in _listed(getattr(part.thing, field)):
                if not any((kind, named) in known for kind in kinds):
                    there = part._replace(place=(*part.place, field))
                    yield f"{there}: hier hoort de id van {expected}, en '{named}' is dat niet."


def _used_twice(parts: Iterable[Found[Any]]) -> Iterator[str]:
    places = defaultdict(list)
    for part in parts:
        # A session has one agenda: what is in it only has to differ from the rest of that agenda.
        within = part.path if isinstance(part.thing, AgendaItem | Step) else None
        if id_ := _id(part.thing):
            places[within, id_].append(part)
    for (_, id_), several in places.items():
        if len(several) > 1:
            yield f"{' en '.join(map(str, several))}: de id '{id_}' komt meer dan eens voor."


def _parts(whole: Found[Any]) -> Iterator[Found[Any]]:
    """A thing and everything in it that has a model of its own."""
    yield whole
    for name in type(whole.thing).model_fields:
        value = getattr(whole.thing, name)
        if isinstance(value, BaseModel):
            yield from _parts(Found(whole.path, (*whole.place, name), value))
        elif isinstance(value, tuple):
            for number, each in enumerate(value):
                if isinstance(each, BaseModel):
                    place = (*whole.place, name, _id(each) or str(number))
                    yield from _parts(Found(whole.path, place, each))


def _id(thing: BaseModel) -> str:
    return getattr(thing, "id", "") if "id" in type(thing).model_fields else ""


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
