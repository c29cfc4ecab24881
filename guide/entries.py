"""The kinds of entry a session is made of: the only thing that is ever stored of a conversation.

An entry is never changed. A correction is a new entry that `replaces` an older one; a withdrawal is
a retraction; an answer to a draft `answers` it. A body with a `slot` stands for the newest value of
one thing (the picture of one perspective on one norm); the older ones stay in the history.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from guide.models import (
    ActionStatus,
    Author,
    Commissioning,
    DetailField,
    Exactness,
    JudgementValue,
    Mandate,
    Necessity,
    Phase,
    PictureOutcome,
    Presence,
)
from guide.plain_text import clean

# How long a text may be, and which may not be empty, is for guide/rules.py to say, in Dutch.
UserText = Annotated[str, AfterValidator(clean)]
Slot = tuple[str, ...]


class Body(BaseModel):
    """Base of what an entry says."""

    # A copy with other values is checked and cleaned again before it is stored.
    model_config = ConfigDict(frozen=True, extra="forbid", revalidate_instances="always")

    @property
    def slot(self) -> Slot | None:
        """What this body is the newest value of; None when it stands on its own."""
        return None


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


class Note(Body):
    """What was said: by the room, for a perspective, or privately for the gespreksleider."""

    kind: Literal["note"] = "note"
    text: UserText
    perspective: str = ""
    private: bool = False


class LibraryQuestion(Body):
    """A question to the naslag, typed as ?…; the answer is looked up when it is shown."""

    kind: Literal["library_question"] = "library_question"
    text: UserText


class NumberOfChildren(Body):
    """A number of children in one form of opvang."""

    kind: Literal["number_of_children"] = "number_of_children"
    sector: str
    count: int | None = Field(default=None, ge=0, le=1_000_000)
    exactness: Exactness
    definition: str = ""
    reference_date: UserText = ""
    origin: UserText = ""
    remark: UserText = ""

    @property
    def slot(self) -> Slot:
        """One number per form of opvang."""
        return ("number_of_children", self.sector)


class Judgement(Body):
    """The picture of one perspective on one norm or theme."""

    kind: Literal["judgement"] = "judgement"
    target: str
    perspective: str
    value: JudgementValue
    remark: UserText = ""

    @property
    def slot(self) -> Slot:
        """One picture per target and perspective."""
        return ("judgement", self.target, self.perspective)


class SharedPicture(Body):
    """How the talk about one norm or theme ended, with the stories behind it."""

    kind: Literal["shared_picture"] = "shared_picture"
    target: str
    outcome: PictureOutcome
    value: JudgementValue | None = None
    explanation: UserText = ""
    going_well: UserText = ""
    mover: UserText = ""

    @property
    def slot(self) -> Slot:
        """One outcome per target."""
        return ("shared_picture", self.target)


class ChildVoice(Body):
    """The child's perspective on a theme."""

    kind: Literal["child_voice"] = "child_voice"
    target: str
    better_off: UserText = ""
    told_by: UserText = ""

    @property
    def slot(self) -> Slot:
        """One voice per theme."""
        return ("child_voice", self.target)


class Mark(Body):
    """What the region finds of a norm: noodzakelijk or wenselijk, and for which phase."""

    kind: Literal["mark"] = "mark"
    target: str
    necessity: Necessity | None = None
    phases: tuple[Phase, ...] = ()

    @property
    def slot(self) -> Slot:
        """One mark per norm."""
        return ("mark", self.target)


class Picks(Body):
    """At most three norms or themes that one perspective finds most important."""

    kind: Literal["picks"] = "picks"
    perspective: str
    targets: tuple[str, ...]

    @property
    def slot(self) -> Slot:
        """One set of picks per perspective."""
        return ("picks", self.perspective)


class Weighing(Body):
    """The answers to the four weighing questions for one norm or theme."""

    kind: Literal["weighing"] = "weighing"
    target: str
    answers: dict[str, UserText]

    @property
    def slot(self) -> Slot:
        """One weighing per target."""
        return ("weighing", self.target)


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


class ActionProgress(Body):
    """What became of an action (by record number)."""

    kind: Literal["action_progress"] = "action_progress"
    action: int
    status: ActionStatus
    reason: UserText = ""

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
    """'Klopt dit?' for a record: by the room, or by one perspective on its own device."""

    kind: Literal["confirmation"] = "confirmation"
    record: int
    perspective: str = ""
    correct: bool
    objection: UserText = ""

    @property
    def slot(self) -> Slot:
        """One confirmation per record and perspective."""
        return ("confirmation", str(self.record), self.perspective)


class Draft(Body):
    """What was typed and how the guide understood it: counts only once it is answered."""

    kind: Literal["draft"] = "draft"
    text: UserText
    proposal: Action | Decision | Parked = Field(discriminator="kind")
    unclear: tuple[UserText, ...] = ()


class Dismissal(Body):
    """A draft or follow-up that is put aside without recording anything else."""

    kind: Literal["dismissal"] = "dismissal"
    what: UserText = ""


class Adoption(Body):
    """The minutes are vastgesteld: an explicit step with date and version."""

    kind: Literal["adoption"] = "adoption"
    date: dt.date
    version: UserText

    @property
    def slot(self) -> Slot:
        """One adoption per session."""
        return ("adoption",)


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


class Restoration(Body):
    """Undoes a retraction."""

    kind: Literal["restoration"] = "restoration"
    of: int


AnyBody = Annotated[
    Detail
    | Party
    | OwnPerspective
    | Participant
    | Attendance
    | ItemPlan
    | OwnItem
    | Note
    | LibraryQuestion
    | NumberOfChildren
    | Judgement
    | SharedPicture
    | ChildVoice
    | Mark
    | Picks
    | Weighing
    | Priority
    | Use
    | Action
    | ActionProgress
    | Decision
    | Parked
    | ParkedSettled
    | Confirmation
    | Draft
    | Dismissal
    | Adoption
    | StepOpened
    | StepClosed
    | Paused
    | Resumed
    | Retraction
    | Restoration,
    Field(discriminator="kind"),
]


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
