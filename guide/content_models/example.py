"""The example session: what is recorded in it, in order."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from guide.content_models.base import ContentModel, Text
from guide.models import Author


class ExampleMove(ContentModel):
    """One thing that happens in the example session; later moves call it by its `name`."""

    name: str = ""
    step: str = Field(default="", description="Where; the current place when it is empty")
    target: str = Field(default="", description="The norm, theme or priority it is about there")
    author: Author = Author.FACILITATOR
    body: dict[str, Any] = Field(default={}, description="As in guide/entries.py, with its kind")
    refers: dict[str, str] = Field(default={}, description="Field of the body -> name of a move")
    corrects: str = Field(default="", description="Name of the move this is a newer wording of")
    withdraws: str = Field(default="", description="Name of the move that is taken back")
    go: bool = Field(default=False, description="The conversation goes to this step and target")


class ExampleSession(ContentModel):
    """A session to look around in: a made-up region, told as what happened one after another."""

    region: Text
    date: Text
    moves: tuple[ExampleMove, ...] = Field(min_length=1)
