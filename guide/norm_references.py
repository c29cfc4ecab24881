"""What people type for a norm or an element of it: '8', '8b', '1.4-3', 'mo-8', 'vo1.4'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.content import norms_of
from guide.content_models import Framework


def references(frameworks: Iterable[Framework]) -> dict[str, str]:
    """What people may type for a norm or element ('8', '8b', '1.4-3', 'mo-8', 'vo1.4') -> its id.

    A number that two frameworks both have is left out: then only the form with the sector or the
    id itself works.
    """
    ids: dict[str, set[str]] = {}
    for framework in frameworks:
        for form, id_ in typed_forms(framework):
            ids.setdefault(form.lower(), set()).add(id_)
    known = {id_ for found in ids.values() for id_ in found}
    clear = {form: next(iter(found)) for form, found in ids.items() if len(found) == 1}
    return clear | {id_: id_ for id_ in known}


def typed_forms(framework: Framework) -> Iterator[tuple[str, str]]:
    """Every way to write the norms and elements of a framework, with their ids."""
    for norm in norms_of(framework):
        numbered = [(norm.number, norm.id)]
        for element in norm.elements:
            numbered.append((f"{norm.number}-{element.label}", element.id))
            if not element.label.isdigit():
                numbered.append((f"{norm.number}{element.label}", element.id))
        for number, id_ in numbered:
            yield id_, id_
            for prefix in ("", framework.sector.value, f"{framework.sector.value}-"):
                yield prefix + number, id_
