"""What the content files may hold: normenkaders, agendas, follow-ups and library items.

Every model is frozen and refuses unknown keys, so a typing error in a content file is found when
it is loaded. The models hold no logic beyond finding their own parts.
"""

from __future__ import annotations

from guide.content_models.agenda import (
    Agenda,
    AgendaItem,
    CountDefinition,
    FollowUp,
    Perspective,
    QuickAnswer,
    ScaleStep,
    Step,
    StepKind,
    Wording,
)
from guide.content_models.base import ContentModel, Document, Fact, Footnote, Slug, Source, Text
from guide.content_models.example import ExampleMove, ExampleSession
from guide.content_models.frameworks import Element, Framework, Norm, Remark, Sector, Theme
from guide.content_models.library import Amount, LibraryItem, LibraryKind, Point, SuggestedAction

__all__ = [
    "Agenda",
    "AgendaItem",
    "Amount",
    "Content",
    "ContentModel",
    "CountDefinition",
    "Document",
    "Element",
    "ExampleMove",
    "ExampleSession",
    "Fact",
    "FollowUp",
    "Footnote",
    "Framework",
    "LibraryItem",
    "LibraryKind",
    "Norm",
    "Perspective",
    "Point",
    "QuickAnswer",
    "Remark",
    "ScaleStep",
    "Sector",
    "Slug",
    "Source",
    "Step",
    "StepKind",
    "SuggestedAction",
    "Text",
    "Theme",
    "Wording",
]


class Content(ContentModel):
    """Everything in content/, checked and joined; made once per process."""

    documents: tuple[Document, ...]
    frameworks: tuple[Framework, ...]
    agendas: tuple[Agenda, ...]
    library: tuple[LibraryItem, ...]
    perspectives: tuple[Perspective, ...]
    follow_ups: tuple[FollowUp, ...]
    wording: Wording
