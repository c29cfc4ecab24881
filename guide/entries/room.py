"""Entries from the room: who joined on a device, the rounds, and what devices answer.

A device is a random number that the browser keeps; it says nothing about a person.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.entries.base import Body, Slot, UserText
from guide.models import RoundForm, RoundStage


class Joined(Body):
    """A device takes part for one perspective."""

    kind: Literal["joined"] = "joined"
    device: str = Field(min_length=8, max_length=64)
    perspective: str
    organisation: UserText = ""

    @property
    def slot(self) -> Slot:
        """One place per device."""
        return ("joined", self.device)


class Round(Body):
    """A question to all devices about one norm, theme or priority, and the stage it is in."""

    kind: Literal["round"] = "round"
    form: RoundForm
    target: str = ""
    stage: RoundStage
    joint: bool = False
    """Revealed without perspectives: 'alleen gezamenlijk beeld'."""

    @property
    def slot(self) -> Slot:
        """One stage per question."""
        return ("round", self.form.value, self.target)


class Answer(Body):
    """What one device answers in a round; it can be changed until the reveal."""

    kind: Literal["answer"] = "answer"
    device: str = Field(min_length=8, max_length=64)
    form: RoundForm
    target: str = ""
    values: tuple[str, ...] = Field(max_length=3)
    remark: UserText = ""

    @property
    def slot(self) -> Slot:
        """One answer per device and question."""
        return ("answer", self.form.value, self.target, self.device)


class Suggestion(Body):
    """A sentence a participant offers; it counts only when the gespreksleider takes it over."""

    kind: Literal["suggestion"] = "suggestion"
    device: str = Field(min_length=8, max_length=64)
    perspective: str
    text: UserText
