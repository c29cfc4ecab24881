"""Entries of an earlier session: what a new one starts from, copied so that it stands on its own.

A session is never looked up in another one: it opens on another computer from one file, and what
the earlier session says may still change. So the earlier actions and pictures are copied when the
new session is made, with the moment and the wording of then.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from guide.entries.agreed import Action
from guide.entries.base import Body, Slot, UserText
from guide.models import ActionStatus, JudgementValue, PictureOutcome


class EarlierSession(Body):
    """The session this one goes on from, by its lasting number (`Session.uid`, no key to it)."""

    kind: Literal["earlier_session"] = "earlier_session"
    uid: str = Field(max_length=64)
    held_on: dt.date | None = None

    @property
    def slot(self) -> Slot:
        """One earlier session."""
        return ("earlier_session",)


class EarlierAction(Body):
    """An action of an earlier session as it stood when this session was made.

    `uid` stays the same however often it is carried over; `number` is that of the last minutes.
    """

    kind: Literal["earlier_action"] = "earlier_action"
    uid: str = Field(max_length=80)
    number: str = Field(max_length=8)
    agreed_on: dt.date | None = None
    action: Action
    priority_title: UserText = ""
    status: ActionStatus = ActionStatus.OPEN
    reason: UserText = ""
    noticed: UserText = ""
    moved: int = Field(default=0, ge=0)

    @property
    def slot(self) -> Slot:
        """One copy per action."""
        return ("earlier_action", self.uid)


class EarlierView(BaseModel):
    """What one perspective said then."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    perspective: UserText
    value: JudgementValue
    remark: UserText = ""


class EarlierPicture(Body):
    """The picture of a norm or theme (`about`) in the last session that talked about it."""

    kind: Literal["earlier_picture"] = "earlier_picture"
    about: str = Field(max_length=60)
    label: UserText
    title: UserText
    framework: UserText
    version: UserText
    sectors: tuple[str, ...] = ()
    held_on: dt.date | None = None
    views: tuple[EarlierView, ...] = ()
    outcome: PictureOutcome | None = None
    value: JudgementValue | None = None
    explanation: UserText = ""

    @property
    def slot(self) -> Slot:
        """One earlier picture per norm or theme."""
        return ("earlier_picture", self.about)


class ActionReport(Body):
    """What a party says from its own device about an action (by record number), before the talk."""

    kind: Literal["action_report"] = "action_report"
    action: int
    device: str = Field(min_length=8, max_length=64)
    perspective: str
    status: ActionStatus
    noticed: UserText = ""

    @property
    def slot(self) -> Slot:
        """One report per action and device."""
        return ("action_report", str(self.action), self.device)
