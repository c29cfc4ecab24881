"""Entries that move the conversation or take something back."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.entries.base import Body, UserText

_UNDO = "Whether this is 'Ongedaan maken' itself: the next one looks further back"


class Dismissal(Body):
    """A draft or follow-up that is put aside without recording anything else."""

    kind: Literal["dismissal"] = "dismissal"
    what: UserText = ""


class StepOpened(Body):
    """The conversation goes to a step, and within it to a norm, theme or priority."""

    kind: Literal["step_opened"] = "step_opened"


class StepClosed(Body):
    """A step is done; it can be opened again."""

    kind: Literal["step_closed"] = "step_closed"


class Paused(Body):
    """The clock stands still."""

    kind: Literal["paused"] = "paused"


class Resumed(Body):
    """The clock goes on."""

    kind: Literal["resumed"] = "resumed"


class Retraction(Body):
    """Takes an entry back: a recorded thing, or only its last correction."""

    kind: Literal["retraction"] = "retraction"
    of: int
    reason: UserText = ""
    undo: bool = Field(default=False, description=_UNDO)


class Restoration(Body):
    """Undoes a retraction."""

    kind: Literal["restoration"] = "restoration"
    of: int
    undo: bool = Field(default=False, description=_UNDO)
