"""What all content shares: frozen models, where a fact comes from, and short names."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Fact = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}-[A-Za-z0-9.-]+$")]


class ContentModel(BaseModel):
    """Base of everything read from content/: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(ContentModel):
    """A source document: where facts come from."""

    id: Slug
    title: Text
    maker: Text
    date: str = Field(default="", description="As far as known, as people write it")
    note: str = ""
    facts: tuple[Fact, ...] = ()


class Source(ContentModel):
    """The exact place in a source document where an item comes from."""

    document: Slug
    section: Text
    norm: str = Field(default="", description="Norm number in that document")


class Footnote(ContentModel):
    """A footnote of a norm, in our own words."""

    number: Text
    text: Text
    facts: tuple[Fact, ...] = ()
