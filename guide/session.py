"""A session as everything else sees it: its id, the content it is held with, and its state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from pydantic import Field

from guide.content_models import (
    Agenda,
    Content,
    ContentModel,
    FollowUp,
    Framework,
    LibraryKind,
    Norm,
    Perspective,
    Sector,
    Theme,
    Wording,
)
from guide.fold import SessionState

P = ParamSpec("P")
R = TypeVar("R")


class Script(ContentModel):
    """The part of the content that a session is held with and keeps, whatever changes later."""

    agenda: Agenda
    frameworks: tuple[Framework, ...]
    perspectives: tuple[Perspective, ...]
    follow_ups: tuple[FollowUp, ...]
    wording: Wording
    preconditions: dict[str, str] = Field(
        default={}, description="Id -> title: a priority names them, old minutes still show them"
    )

    @cached_property
    def themes(self) -> dict[str, Theme]:
        """Theme id -> theme."""
        return {t.id: t for framework in self.frameworks for t in framework.themes}

    @cached_property
    def norms(self) -> dict[str, Norm]:
        """Norm id -> norm."""
        return {norm.id: norm for theme in self.themes.values() for norm in theme.norms}

    @cached_property
    def theme_of(self) -> dict[str, Theme]:
        """Norm or theme id -> its theme."""
        of_norms = {norm.id: theme for theme in self.themes.values() for norm in theme.norms}
        return {**self.themes, **of_norms}

    @cached_property
    def framework_of(self) -> dict[str, Framework]:
        """Norm or theme id -> its framework."""
        return {
            id_: framework
            for framework in self.frameworks
            for theme in framework.themes
            for id_ in (theme.id, *(norm.id for norm in theme.norms))
        }

    @cached_property
    def elements(self) -> dict[str, str]:
        """Element id -> norm id."""
        return {e.id: norm.id for norm in self.norms.values() for e in norm.elements}

    def norm_of(self, reference: str) -> Norm | None:
        """The norm that a norm id or element id belongs to."""
        return self.norms.get(self.elements.get(reference, reference))

    def is_chain(self, target: str) -> bool:
        """Whether a norm or theme concerns the keten rather than one organisation."""
        norm = self.norms.get(target)
        return norm.chain if norm else target in self.themes and self.themes[target].chain

    def label(self, target: str) -> str:
        """A norm or theme as people call it: 'Norm 8b MO' or 'Indicator 2 VO'."""
        norm, theme = self.norm_of(target), self.themes.get(target)
        if norm is not None:
            element = target if target in self.elements else ""
            part = next((e.label for e in norm.elements if e.id == element), "")
            joint = "-" if part.isdigit() else ""
            return f"Norm {norm.number}{joint}{part} {self._sector(norm.id)}"
        if theme is not None:
            word = self.framework_of[target].theme_word
            return f"{word.capitalize()} {theme.number} {self._sector(target)}"
        return target

    def title(self, target: str) -> str:
        """The short heading of a norm or theme; '' for anything else."""
        found = self.norm_of(target) or self.themes.get(target)
        return found.title if found else ""

    def _sector(self, target: str) -> str:
        return Sector(self.framework_of[target].sector).short


def script_from(content: Content, agenda_id: str | None = None) -> Script:
    """The script for a new session: one agenda with everything it may need."""
    agendas = {agenda.id: agenda for agenda in content.agendas}
    return Script(
        agenda=agendas[agenda_id] if agenda_id in agendas else content.agendas[0],
        frameworks=content.frameworks,
        perspectives=content.perspectives,
        follow_ups=content.follow_ups,
        wording=content.wording,
        preconditions={
            item.id: item.title for item in content.library if item.kind is LibraryKind.PRECONDITION
        },
    )


@dataclass(frozen=True, slots=True)
class Session:
    """One regiosessie at one moment; a newer moment is another Session."""

    id: str
    script: Script
    state: SessionState
    _known: dict[tuple[Any, ...], Any] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def uid(self) -> str:
        """The lasting number of this session, also in its file: the key of its first entry.

        Unlike `id` it opens nothing. '' for a session without entries.
        """
        first = self.state.records.get(1)
        return first.first.key if first else ""


def once(
    function: Callable[Concatenate[Session, P], R],
) -> Callable[Concatenate[Session, P], R]:
    """Compute something from a session once: a session is one moment and never changes.

    What is given back is shared by everybody who asks, so nobody may change it.
    """

    @wraps(function)
    def known(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> R:
        asked = (function, args, *kwargs.items())
        if asked not in session._known:
            session._known[asked] = function(session, *args, **kwargs)
        found: R = session._known[asked]
        return found

    return known
