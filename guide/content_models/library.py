"""The naslag: everything one can look up, each with its source."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from guide.content_models.base import ContentModel, Fact, Slug, Source, Text
from guide.content_models.frameworks import Sector


class LibraryKind(StrEnum):
    """The kinds of item in the naslag."""

    DEFINITION = "definition"
    EXAMPLE = "example"
    PRECONDITION = "precondition"
    RECOMMENDATION = "recommendation"
    RESEARCH = "research"
    RIGHT = "right"
    PHASE = "phase"
    BACKGROUND = "background"
    DEVELOPMENT = "development"
    GUIDE = "guide"

    @property
    def label(self) -> str:
        """The Dutch name on screen."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "definition": "begrip",
    "example": "praktijkvoorbeeld",
    "precondition": "randvoorwaarde",
    "recommendation": "aanbeveling",
    "research": "onderzoek 2020",
    "right": "recht van het kind",
    "phase": "fase",
    "background": "achtergrond",
    "development": "ontwikkeling sindsdien",
    "guide": "gespreksleidraad",
}


class Amount(ContentModel):
    """One number of a research item, for a plain chart and a table."""

    label: Text
    value: float
    unit: str = ""
    base: str = Field(default="", description="What the number is a part of, e.g. 20 van 29")
    facts: tuple[Fact, ...] = ()


class SuggestedAction(ContentModel):
    """An action that belongs to a randvoorwaarde, offered as a suggestion for the groeipad."""

    id: Slug
    text: Text
    level: Text = Field(description="landelijk, regionaal, organisatie, normenkader")
    initiative: Text
    norms: tuple[Slug, ...] = Field(default=(), description="Eigen duiding: norms it fits")
    facts: tuple[Fact, ...] = ()


class Point(ContentModel):
    """A sub-point of a library item that carries its own fact ids."""

    text: Text
    facts: tuple[Fact, ...] = ()


class LibraryItem(ContentModel):
    """Anything the naslag can show: a definition, an example, a figure, a right."""

    id: Slug
    kind: LibraryKind
    title: Text
    text: Text
    also: tuple[Text, ...] = Field(default=(), description="Other words people search for")
    sectors: tuple[Sector, ...] = ()
    norms: tuple[Slug, ...] = ()
    themes: tuple[Slug, ...] = ()
    points: tuple[Point, ...] = ()
    amounts: tuple[Amount, ...] = ()
    actions: tuple[SuggestedAction, ...] = ()
    caveat: str = Field(default="", description="What a reader must know before using it")
    certainty: str = Field(default="", description="For later developments: how sure, and when")
    source: Source
    facts: tuple[Fact, ...] = ()
