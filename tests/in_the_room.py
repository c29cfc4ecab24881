"""People with phones in a session, for tests: they join, answer and change their minds."""

from __future__ import annotations

from dataclasses import dataclass, field

from guide.access import Access
from guide.entries import NewEntry, StepClosed
from guide.errors import GuideError
from guide.live import PhoneView, ProjectorView, phone_view, projector_view
from guide.models import RoundForm
from guide.region_time import region_now
from guide.room import Room
from guide.rounds import OpenRound, round_at
from guide.session import Session
from guide.sessions import Sessions
from guide.store import new_key
from tests.conftest import place_of

PICTURE, PICKS, CONSENT = RoundForm.PICTURE, RoundForm.PICKS, RoundForm.CONSENT
NORM = "mo-8"


def in_dutch(error: GuideError) -> None:
    assert error.message.endswith(".")
    assert error.next_step.endswith(".")


def device(number: int) -> str:
    return f"toestel-{number:012d}"


@dataclass
class People:
    """A room in which joining is open."""

    sessions: Sessions
    session_id: str
    room: Room = field(init=False)
    door: Access = field(init=False)

    def __post_init__(self) -> None:
        self.room = Room(self.sessions)
        self.door = self.room.open_joining(self.session_id)

    @property
    def session(self) -> Session:
        return self.sessions.load(self.session_id)

    def join(self, *perspectives: str) -> People:
        """One more device for each of these, numbered from 1 on."""
        first = len({d for d in self.session.state.in_slot if d[0] == "joined"}) + 1
        for number, perspective in enumerate(perspectives, start=first):
            self.room.join(self.door, device(number), perspective)
        return self

    def go(self, step: str, target: str = "") -> People:
        self.sessions.go_to(self.session, place_of(self.session, step, target))
        return self

    def ask(self, form: RoundForm = PICTURE, target: str = NORM) -> People:
        self.room.open_round(self.session, form, target)
        return self

    def answer(
        self,
        number: int,
        *values: str,
        form: RoundForm = PICTURE,
        target: str = NORM,
        remark: str = "",
        delivery: str = "",
    ) -> People:
        self.room.answer(self.door, device(number), form, target, values, remark, delivery=delivery)
        return self

    def round(self, form: RoundForm = PICTURE, target: str = NORM) -> OpenRound:
        found = round_at(self.session, form, target)
        assert found is not None
        return found

    def reveal(self, form: RoundForm = PICTURE, target: str = NORM) -> People:
        self.room.reveal(self.session, self.round(form, target))
        return self

    def close(self, form: RoundForm = PICTURE, target: str = NORM) -> People:
        self.room.close_round(self.session, self.round(form, target))
        return self

    def finish(self) -> People:
        """The last step is done."""
        self.go("stap-check-out")
        done = NewEntry(key=new_key(), step="stap-check-out", body=StepClosed())
        self.sessions.extend(self.session, [done])
        return self

    def phone(self, number: int) -> PhoneView:
        return phone_view(self.session, device(number))

    def projector(self) -> ProjectorView:
        return projector_view(self.session, region_now())
