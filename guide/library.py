"""The naslag: searches norms, themes and library items, and finds what belongs to a norm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from guide.content import norms_by_id
from guide.content_models import (
    Content,
    Footnote,
    LibraryItem,
    LibraryKind,
    Norm,
    Remark,
    Sector,
    Source,
    SuggestedAction,
)
from guide.errors import NotFoundError
from guide.library_documents import (
    NORM,
    REMARK,
    THEME,
    Findable,
    Hit,
    as_number,
    findables,
    numbers,
    source_in_words,
)
from guide.search_index import Index, Match, excerpt

__all__ = ["Hit", "Library", "Related"]

_EXCERPT, _ANSWER = 180, 700
# What someone who types a word most likely looks for, when matches are about equal.
_LIKELY = {LibraryKind.DEFINITION.value: 1.25, NORM: 1.15, THEME: 1.1, REMARK: 0.9}
_NUMBER_SCORE = 1000.0


@dataclass(frozen=True, slots=True)
class Related:
    """What the naslag has about one norm."""

    definitions: tuple[LibraryItem, ...]
    examples: tuple[LibraryItem, ...]
    preconditions: tuple[tuple[LibraryItem, tuple[SuggestedAction, ...]], ...]
    notes: tuple[Footnote, ...]
    others: tuple[LibraryItem, ...]


class Library:
    """Searches one Content. The first search makes an index, so keep it for the whole process."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._norms = norms_by_id(content.frameworks)
        self._norm_of = {
            element.id: norm.id for norm in self._norms.values() for element in norm.elements
        } | {id_: id_ for id_ in self._norms}

    @cached_property
    def _documents(self) -> tuple[Findable, ...]:
        return tuple(findables(self._content))

    @cached_property
    def _index(self) -> Index:
        return Index([document.fields for document in self._documents])

    @cached_property
    def _numbers(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return dict(numbers(self._content, self._documents))

    def search(
        self,
        query: str,
        *,
        sector: Sector | None = None,
        kind: str | None = None,
        theme: str | None = None,
        most: int = 20,
    ) -> tuple[Hit, ...]:
        """What fits the query, best first: numbers, then words in titles, then words in texts.

        `kind` is a value as in Hit.kind, `theme` the id of a theme. An item without sectors
        belongs to both sectors.
        """
        return tuple(
            self._hit(match, _EXCERPT)
            for match, document in self._found(query)
            if (kind is None or document.hit.kind == kind)
            and (sector is None or not document.sectors or sector in document.sectors)
            and (theme is None or theme in document.themes)
        )[:most]

    def answer(self, query: str) -> Hit | None:
        """The one thing to show for a typed question, with a longer text; None when unsure."""
        for match, _ in self._found(query):
            return self._hit(match, _ANSWER) if match.complete or match.in_heading else None
        return None

    def related(self, norm_id: str) -> Related:
        """Everything about a norm (or the norm of an element). Raises NotFoundError."""
        norm = self._norms.get(self._norm_of.get(norm_id, ""))
        if norm is None:
            raise NotFoundError(f"De norm '{norm_id}' staat niet in de naslag.", "Kies een norm.")
        about = [item for item in self._content.library if self._is_about(item, norm)]
        special = (LibraryKind.DEFINITION, LibraryKind.EXAMPLE, LibraryKind.PRECONDITION)
        return Related(
            definitions=tuple(item for item in about if item.kind is special[0]),
            examples=tuple(item for item in about if item.kind is special[1]),
            preconditions=tuple(
                (item, self._fitting(item, norm)) for item in about if item.kind is special[2]
            ),
            notes=(*norm.footnotes, *(note for e in norm.elements for note in e.footnotes)),
            others=tuple(item for item in about if item.kind not in special),
        )

    def item(self, item_id: str) -> LibraryItem | None:
        """The library item with this id."""
        return next((item for item in self._content.library if item.id == item_id), None)

    def remark(self, remark_id: str) -> Remark | None:
        """The remark on a normenkader with this id."""
        remarks = (r for framework in self._content.frameworks for r in framework.remarks)
        return next((remark for remark in remarks if remark.id == remark_id), None)

    def source_in_words(self, source: Source) -> str:
        """Where something comes from: 'Rapport …, §3.4, norm 8'."""
        return source_in_words(source, {d.id: d.title for d in self._content.documents})

    def _found(self, query: str) -> list[tuple[Match, Findable]]:
        numbered = [
            Match(number, _NUMBER_SCORE, True, True, field, frozenset())
            for number, field in self._numbers.get(as_number(query), ())
        ]
        first = {match.document for match in numbered}
        likely = [
            replace(match, score=match.score * self._likely(match))
            for match in self._index.search(query)
            if match.document not in first
        ]
        likely.sort(key=lambda m: (m.complete, m.in_heading, m.score), reverse=True)
        return [(match, self._documents[match.document]) for match in (*numbered, *likely)]

    def _likely(self, match: Match) -> float:
        return _LIKELY.get(self._documents[match.document].hit.kind, 1.0)

    def _hit(self, match: Match, most: int) -> Hit:
        document = self._documents[match.document]
        field = document.fields[match.field]
        if field.heading:
            field = next((f for f in document.fields if not f.heading), field)
        text = excerpt(field.text, match.words, most)
        return replace(document.hit, excerpt=text, score=match.score, element=field.part)

    def _is_about(self, item: LibraryItem, norm: Norm) -> bool:
        named = {self._norm_of.get(reference) for reference in item.norms}
        return item.id in norm.terms or norm.id in named or bool(self._fitting(item, norm))

    def _fitting(self, item: LibraryItem, norm: Norm) -> tuple[SuggestedAction, ...]:
        return tuple(
            action
            for action in item.actions
            if norm.id in {self._norm_of.get(reference) for reference in action.norms}
        )
