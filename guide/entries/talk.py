"""Entries of the talk: notes, numbers, pictures and choices."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.entries.base import Body, Slot, UserText
from guide.models import Exactness, JudgementValue, Necessity, Phase, PictureOutcome


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


class Neighbours(Body):
    """Which norms of the other framework this region sees as about the same (eigen duiding)."""

    kind: Literal["neighbours"] = "neighbours"
    target: str
    norms: tuple[str, ...]

    @property
    def slot(self) -> Slot:
        """One set of neighbours per norm."""
        return ("neighbours", self.target)


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
