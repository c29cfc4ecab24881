"""Entries of what is agreed: priorities, actions, decisions, and whether that is right."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from guide.entries.base import Body, Slot, UserText
from guide.models import ActionStatus, Commissioning, Mandate


class Priority(Body):
    """What the region puts first for the coming one to three years."""

    kind: Literal["priority"] = "priority"
    title: UserText
    targets: tuple[str, ...] = ()
    goal: UserText = ""
    first_step: UserText = ""
    preconditions: tuple[str, ...] = ()
    reservations: UserText = ""


class Use(Body):
    """How a priority (by record number) is used in the opdrachtverlening."""

    kind: Literal["use"] = "use"
    priority: int
    commissioning: Commissioning
    room: UserText = ""

    @property
    def slot(self) -> Slot:
        """One use per priority."""
        return ("use", str(self.priority))


class Action(Body):
    """An action on the groeipad."""

    kind: Literal["action"] = "action"
    what: UserText
    norms: tuple[str, ...] = ()
    priority: int | None = None
    where: UserText = ""
    owner: UserText = ""
    partners: UserText = ""
    year: Literal[1, 2, 3] | None = None
    due: dt.date | None = None
    due_words: UserText = ""
    sign: UserText = ""
    needs: UserText = ""
    mandate: Mandate = Mandate.AGREED
    mandate_of: UserText = ""
    lands_in: UserText = ""
    review: UserText = ""
    earlier: int | None = Field(
        default=None, description="Record number of the earlier action that this one carries on"
    )


class ActionProgress(Body):
    """What became of an action, of this session or an earlier one (by record number)."""

    kind: Literal["action_progress"] = "action_progress"
    action: int
    status: ActionStatus
    reason: UserText = ""
    noticed: UserText = ""

    @property
    def slot(self) -> Slot:
        """One status per action."""
        return ("action_progress", str(self.action))


class Decision(Body):
    """A besluit."""

    kind: Literal["decision"] = "decision"
    text: UserText
    norms: tuple[str, ...] = ()


class Parked(Body):
    """A point for the parkeerlijst."""

    kind: Literal["parked"] = "parked"
    text: UserText


class ParkedSettled(Body):
    """What happens with a parked point (by record number)."""

    kind: Literal["parked_settled"] = "parked_settled"
    parked: int
    outcome: UserText

    @property
    def slot(self) -> Slot:
        """One outcome per parked point."""
        return ("parked_settled", str(self.parked))


class Confirmation(Body):
    """'Klopt dit?' for a record: by the room, by one perspective, or by one device of it."""

    kind: Literal["confirmation"] = "confirmation"
    record: int
    perspective: str = ""
    device: str = Field(default="", max_length=64)
    correct: bool
    objection: UserText = ""

    @property
    def slot(self) -> Slot:
        """One confirmation per record and device, or else per record and perspective."""
        who = "" if self.device else self.perspective
        return ("confirmation", str(self.record), who, self.device)


class Draft(Body):
    """What was typed and how the guide understood it: counts only once it is answered."""

    kind: Literal["draft"] = "draft"
    text: UserText
    proposal: Action | Decision | Parked = Field(discriminator="kind")
    unclear: tuple[UserText, ...] = ()


class Adoption(Body):
    """The minutes are vastgesteld: an explicit step with date and version."""

    kind: Literal["adoption"] = "adoption"
    date: dt.date
    version: UserText

    @property
    def slot(self) -> Slot:
        """One adoption per session."""
        return ("adoption",)
