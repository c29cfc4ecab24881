"""The normenkaders: themes, norms and their parts."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from guide.content_models.base import ContentModel, Fact, Footnote, Slug, Source, Text


class Sector(StrEnum):
    """The two forms of opvang; a normenkader belongs to one of them."""

    VO = "vo"
    MO = "mo"

    @property
    def label(self) -> str:
        """The Dutch name in full."""
        return {"vo": "vrouwenopvang", "mo": "maatschappelijke opvang"}[self.value]

    @property
    def short(self) -> str:
        """The abbreviation used in the field."""
        return self.value.upper()


class Element(ContentModel):
    """An onderdeel of a norm: a talking point, never a box to tick."""

    id: Slug
    label: Text = Field(description="As in the source: a-g, or 1-14 for dash items")
    text: Text
    footnotes: tuple[Footnote, ...] = ()
    facts: tuple[Fact, ...] = ()


class Norm(ContentModel):
    """One norm: heading for the projector, plain explanation, elements, exact source."""

    id: Slug
    number: Text = Field(description="The number in the source: 1.4 or 8")
    title: Text = Field(description="Own short heading, at most 12 words")
    explanation: Text = Field(description="Plain Dutch, B1, every threshold of the norm in it")
    elements_intro: str = ""
    elements: tuple[Element, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    chain: bool = Field(default=False, description="Concerns the keten: ask who is aan zet")
    terms: tuple[Slug, ...] = Field(default=(), description="Ids of definitions used in this norm")
    neighbours: tuple[Slug, ...] = Field(
        default=(), description="Eigen duiding: norms of the other framework about the same"
    )
    official_text: str = Field(default="", description="Only for organisations that may use it")
    source: Source
    facts: tuple[Fact, ...] = ()


class Theme(ContentModel):
    """A theme (MO) or indicator (VO) with its goal and norms."""

    id: Slug
    number: Text
    title: Text
    goal: Text
    child_voice: Text = Field(description="Waar wordt het kind beter van? For this theme")
    who_tells: Text = Field(description="Wie vertelt ons wat kinderen ervan vinden?")
    chain: bool = False
    footnotes: tuple[Footnote, ...] = ()
    norms: tuple[Norm, ...] = Field(min_length=1)
    source: Source
    facts: tuple[Fact, ...] = ()


class Remark(ContentModel):
    """A statement about a whole framework: scope, status, a warning."""

    id: Slug
    title: Text
    text: Text
    source: Source | None = None
    facts: tuple[Fact, ...] = ()


class Framework(ContentModel):
    """A normenkader as data."""

    id: Slug
    title: Text
    short: Text = Field(description="Short name on screen, with its year")
    sector: Sector
    theme_word: Text = Field(description="What the source calls a theme: thema or indicator")
    version: Text = Field(description="Version of our text; raise it with every change")
    date: Text
    source: Source
    remarks: tuple[Remark, ...] = ()
    themes: tuple[Theme, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()
