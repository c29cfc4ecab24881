"""What the naslag can find: every norm, theme, remark and library item as texts to search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.content_models import (
    Content,
    Footnote,
    Framework,
    LibraryItem,
    Norm,
    Sector,
    Source,
    Theme,
)
from guide.norm_references import typed_forms
from guide.search_index import Field, fold

NORM, THEME, REMARK = "norm", "theme", "remark"
_SECTOR_BEHIND = re.compile(r"([0-9.]+[a-z]?)(vo|mo)")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `kind` is norm, theme, remark or the value of a LibraryKind."""

    id: str
    kind: str
    kind_label: str
    title: str
    excerpt: str
    source: str
    score: float
    element: str = ""


@dataclass(frozen=True, slots=True)
class Findable:
    """What can be found: its hit without excerpt and score, its texts, and what filters look at."""

    hit: Hit
    fields: tuple[Field, ...]
    sectors: frozenset[Sector] = frozenset()
    themes: frozenset[str] = frozenset()


def as_number(query: str) -> str:
    """'Norm 8 b', '#8b' and '8b' -> '8b'; 'norm 8 MO' -> 'mo8'; 'Thema 2' -> 'thema2'."""
    text = re.sub(r"\bnorm(?:en)?\b|\bonderdeel\b|[#\s]", "", fold(query)).rstrip(".")
    behind = _SECTOR_BEHIND.fullmatch(text)
    return behind[2] + behind[1] if behind else text


def numbers(
    content: Content, documents: tuple[Findable, ...]
) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """What people type for a norm, element or theme -> its documents, and the field to show."""
    places = {
        reference: (number, position)
        for number, document in enumerate(documents)
        for position, field in enumerate(document.fields)
        for reference in [field.part or (document.hit.id if position == 0 else "")]
        if reference and document.hit.kind in (NORM, THEME)
    }
    typed: dict[str, list[tuple[int, int]]] = {}
    for framework in content.frameworks:
        for form, id_ in dict.fromkeys((*typed_forms(framework), *_theme_forms(framework))):
            if places[id_] not in typed.setdefault(fold(form), []):
                typed[fold(form)].append(places[id_])
    yield from ((form, tuple(found)) for form, found in typed.items())


def _theme_forms(framework: Framework) -> Iterator[tuple[str, str]]:
    for theme in framework.themes:
        yield theme.id, theme.id
        for word in {"thema", framework.theme_word}:
            yield f"{word}{theme.number}", theme.id
            yield f"{word}{theme.number}{framework.sector.value}", theme.id


def findables(content: Content) -> Iterator[Findable]:
    """Everything in the content that a search can end at, in the order of the content."""
    titles = {document.id: document.title for document in content.documents}
    theme_of: dict[str, str] = {}
    for framework in content.frameworks:
        yield from _remarks(framework, titles)
        for theme in framework.themes:
            yield _theme(theme, framework, titles)
            for norm in theme.norms:
                theme_of |= {id_: theme.id for id_ in (norm.id, *(e.id for e in norm.elements))}
                yield _norm(norm, theme, framework, titles)
    for item in content.library:
        yield _item(item, theme_of, titles)


def _theme(theme: Theme, framework: Framework, titles: dict[str, str]) -> Findable:
    word = framework.theme_word
    title = f"{word.capitalize()} {theme.number} {framework.sector.short}: {theme.title}"
    return Findable(
        Hit(theme.id, THEME, word, title, "", source_in_words(theme.source, titles), 0.0),
        (
            Field(theme.title, 5, heading=True),
            Field(theme.goal, 2),
            Field(theme.child_voice, 1),
            Field(theme.who_tells, 1),
            *_notes(theme.footnotes),
        ),
        frozenset({framework.sector}),
        frozenset({theme.id}),
    )


def _norm(norm: Norm, theme: Theme, framework: Framework, titles: dict[str, str]) -> Findable:
    title = f"Norm {norm.number} {framework.sector.short}: {norm.title}"
    elements = (Field(f"{e.label}. {e.text}", 2.2, part=e.id) for e in norm.elements)
    notes = (note for element in norm.elements for note in element.footnotes)
    return Findable(
        Hit(norm.id, NORM, "norm", title, "", source_in_words(norm.source, titles), 0.0),
        (
            Field(norm.title, 6, heading=True),
            Field(norm.explanation, 2.2),
            *elements,
            *_notes((*norm.footnotes, *notes)),
        ),
        frozenset({framework.sector}),
        frozenset({theme.id}),
    )


def _notes(notes: tuple[Footnote, ...]) -> Iterator[Field]:
    return (Field(f"Voetnoot {note.number}: {note.text}", 1.2) for note in notes)


def _remarks(framework: Framework, titles: dict[str, str]) -> Iterator[Findable]:
    for remark in framework.remarks:
        source = source_in_words(remark.source or framework.source, titles)
        yield Findable(
            Hit(remark.id, REMARK, f"over {framework.short}", remark.title, "", source, 0.0),
            (Field(remark.title, 5, heading=True), Field(remark.text, 1.5)),
            frozenset({framework.sector}),
        )


def _item(item: LibraryItem, theme_of: dict[str, str], titles: dict[str, str]) -> Findable:
    points = (Field(point.text, 1.5) for point in item.points)
    actions = (Field(action.text, 1.2) for action in item.actions)
    source = source_in_words(item.source, titles)
    return Findable(
        Hit(item.id, item.kind.value, item.kind.label, item.title, "", source, 0.0),
        (
            Field(item.title, 6, heading=True),
            *(Field(word, 5, heading=True) for word in item.also),
            Field(item.text, 2),
            *points,
            *actions,
            *(Field(text, 1) for text in (item.caveat, item.certainty) if text),
        ),
        frozenset(item.sectors),
        frozenset(item.themes) | {theme_of[norm] for norm in item.norms if norm in theme_of},
    )


def source_in_words(source: Source, titles: dict[str, str]) -> str:
    """'Rapport …, §3.4, norm 8'."""
    parts = [titles.get(source.document, source.document), source.section]
    return ", ".join([*parts, f"norm {source.norm}"] if source.norm else parts)
