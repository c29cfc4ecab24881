"""The kinds of entry a session is made of: the only thing that is ever stored of a conversation.

An entry is never changed. A correction is a new entry that `replaces` an older one; a withdrawal is
a retraction; an answer to a draft `answers` it. A body with a `slot` stands for the newest value of
one thing (the picture of one perspective on one norm); the older ones stay in the history.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from guide.entries.agreed import (
    Action,
    ActionProgress,
    Adoption,
    Confirmation,
    Decision,
    Draft,
    Parked,
    ParkedSettled,
    Priority,
    Use,
)
from guide.entries.base import Body, Slot, UserText
from guide.entries.earlier import (
    ActionReport,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    EarlierView,
)
from guide.entries.moves import (
    Dismissal,
    Paused,
    Restoration,
    Resumed,
    Retraction,
    StepClosed,
    StepOpened,
)
from guide.entries.room import Answer, Joined, Round, Suggestion
from guide.entries.set_up import (
    Attendance,
    Detail,
    ItemPlan,
    OwnItem,
    OwnPerspective,
    Participant,
    Party,
)
from guide.entries.talk import (
    ChildVoice,
    Judgement,
    LibraryQuestion,
    Mark,
    Neighbours,
    Note,
    NumberOfChildren,
    Picks,
    SharedPicture,
    Weighing,
)
from guide.models import Author

__all__ = [
    "Action",
    "ActionProgress",
    "ActionReport",
    "Adoption",
    "Answer",
    "AnyBody",
    "Attendance",
    "Body",
    "ChildVoice",
    "Confirmation",
    "Decision",
    "Detail",
    "Dismissal",
    "Draft",
    "EarlierAction",
    "EarlierPicture",
    "EarlierSession",
    "EarlierView",
    "Entry",
    "ItemPlan",
    "Joined",
    "Judgement",
    "KeptFile",
    "LibraryQuestion",
    "Mark",
    "Neighbours",
    "NewEntry",
    "Note",
    "NumberOfChildren",
    "OwnItem",
    "OwnPerspective",
    "Parked",
    "ParkedSettled",
    "Participant",
    "Party",
    "Paused",
    "Picks",
    "Priority",
    "Restoration",
    "Resumed",
    "Retraction",
    "Round",
    "SharedPicture",
    "Slot",
    "StepClosed",
    "StepOpened",
    "Suggestion",
    "Use",
    "UserText",
    "Weighing",
]

AnyBody = Annotated[
    Detail
    | Party
    | OwnPerspective
    | Participant
    | Attendance
    | ItemPlan
    | OwnItem
    | EarlierSession
    | EarlierAction
    | EarlierPicture
    | Note
    | LibraryQuestion
    | NumberOfChildren
    | Judgement
    | SharedPicture
    | ChildVoice
    | Mark
    | Neighbours
    | Picks
    | Weighing
    | Priority
    | Use
    | Action
    | ActionProgress
    | ActionReport
    | Decision
    | Parked
    | ParkedSettled
    | Confirmation
    | Draft
    | Dismissal
    | Adoption
    | Joined
    | Round
    | Answer
    | Suggestion
    | StepOpened
    | StepClosed
    | Paused
    | Resumed
    | Retraction
    | Restoration,
    Field(discriminator="kind"),
]


class KeptFile(BaseModel):
    """A file that belongs to a session, such as its house style; text in JSON as base64."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64"
    )

    purpose: str = Field(min_length=1, max_length=40)
    name: str = Field(min_length=1, max_length=255)
    data: bytes


class NewEntry(BaseModel):
    """An entry before the store has numbered it. `key` makes a repeated delivery harmless."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str = Field(min_length=8, max_length=64)
    author: Author = Author.FACILITATOR
    step: str = ""
    target: str = ""
    body: AnyBody
    replaces: int | None = None
    answers: int | None = None


class Entry(NewEntry):
    """An entry as stored: numbered within its session, with the moment it was recorded."""

    seq: int = Field(ge=1)
    at: AwareDatetime
