"""Entries of the set-up: one field, party, participant or agenda item at a time."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.entries.base import Body, Slot, UserText
from guide.models import DetailField, Presence


class Detail(Body):
    """One field of the set-up."""

    kind: Literal["detail"] = "detail"
    field: DetailField
    value: UserText | tuple[UserText, ...]

    @property
    def slot(self) -> Slot:
        """One value per field."""
        return ("detail", self.field.value)


class Party(Body):
    """An organisation that takes part, under its perspective."""

    kind: Literal["party"] = "party"
    name: UserText
    perspective: str


class OwnPerspective(Body):
    """A perspective this region adds to the list of the content."""

    kind: Literal["own_perspective"] = "own_perspective"
    label: UserText


class Participant(Body):
    """Someone at the table: organisation and function; the name is optional."""

    kind: Literal["participant"] = "participant"
    organisation: UserText
    function: UserText
    perspective: str
    name: UserText = ""


class Attendance(Body):
    """Whether a participant (by record number) is there."""

    kind: Literal["attendance"] = "attendance"
    participant: int
    presence: Presence

    @property
    def slot(self) -> Slot:
        """One presence per participant."""
        return ("attendance", str(self.participant))


class ItemPlan(Body):
    """Minutes, place and use of one agenda item."""

    kind: Literal["item_plan"] = "item_plan"
    item: str
    minutes: int = Field(ge=0, le=480)
    order: float
    enabled: bool = True

    @property
    def slot(self) -> Slot:
        """One plan per item."""
        return ("item_plan", self.item)


class OwnItem(Body):
    """An agenda item that the region adds."""

    kind: Literal["own_item"] = "own_item"
    title: UserText
    question: UserText
