"""The verbs of the room: letting people in, asking them in silence, revealing, 'klopt dit?'.

Every verb validates first, is durable when it returns, and gives back the session as it is then.
"""

from __future__ import annotations

from copy import copy

from guide.access import Access, Role
from guide.entries import (
    ActionReport,
    Answer,
    Body,
    Confirmation,
    Dismissal,
    Joined,
    Round,
    Suggestion,
)
from guide.errors import InputError, NotFoundError, StorageError
from guide.live_agreements import check_reading_back
from guide.live_earlier import check_reporting
from guide.models import ActionStatus, Author, RoundForm, RoundStage
from guide.preparation import opening, preparation
from guide.roadmap import confirmation
from guide.room_doors import Doors
from guide.room_entries import delivery_key, entry_of, is_known, revealing
from guide.room_rules import check_amount, check_device, too_late
from guide.rounds import OpenRound, answer_of, place_of, round_at, waiting_suggestions
from guide.rules import check
from guide.session import Session

_ATTEMPTS = 50
_MOST_WAITING = 10


class Room(Doors):
    """What devices and the gespreksleider do together, on the sessions of one database."""

    # What a device does

    def join(
        self, access: Access, device: str, perspective: str, organisation: str = ""
    ) -> Session:
        """A device takes part for a perspective; once more is no news."""
        check_device(device)
        door, session = self._entered(access)
        body = Joined(device=device, perspective=perspective, organisation=organisation)
        if place_of(session, device) == body:
            return session
        if not door.is_open:
            raise InputError("Meedoen is gesloten.", "Vraag het de gespreksleider.")
        return self._tell(session, body)

    def answer(
        self,
        access: Access,
        device: str,
        form: RoundForm,
        target: str,
        values: tuple[str, ...],
        remark: str = "",
        *,
        delivery: str = "",
    ) -> Session:
        """A device answers, or changes its answer.

        Every tap has a `delivery` of its own; the same one again changes nothing, however late.
        """
        check_device(device)
        check_amount(form, values)
        _, session = self._entered(access)
        body = Answer(device=device, form=form, target=target, values=values, remark=remark)
        key = delivery_key(body, delivery)
        if is_known(session, body.slot, key):
            return session
        now_open = round_at(session, form, target)
        if now_open is not None and answer_of(session, now_open, device) == body:
            return session
        session = self._tell(session, body, key)
        self._check_in_time(session, body)
        return session

    def _check_in_time(self, session: Session, body: Answer) -> None:
        """An answer can cross the reveal on its way: then it does not count, and that is said."""
        now_open = round_at(session, body.form, body.target)
        if now_open is None or answer_of(session, now_open, body.device) == body:
            return
        said = session.state.newest(body.slot)
        if said is not None and said.body == body:
            raise too_late()

    def suggest(self, access: Access, device: str, text: str, *, delivery: str = "") -> Session:
        """A participant offers a remark or an action; only the gespreksleider sees it."""
        check_device(device)
        _, session = self._entered(access)
        place = place_of(session, device)
        perspective = place.perspective if place else ""
        body = Suggestion(device=device, perspective=perspective, text=text)
        waiting = [each for _, each in waiting_suggestions(session) if each.device == device]
        if body in waiting:
            return session
        if len(waiting) >= _MOST_WAITING:
            raise InputError(
                "De gespreksleider heeft nog voorstellen van u liggen.", "Wacht daar even op."
            )
        return self._tell(session, body, delivery_key(body, delivery))

    def report(
        self, access: Access, device: str, action: int, status: ActionStatus, noticed: str = ""
    ) -> Session:
        """A device says how an earlier action stands; the gespreksleider may take it over."""
        check_device(device)
        _, session = self._entered(access)
        check_reporting(session, action)
        place = place_of(session, device)
        body = ActionReport(
            action=action,
            device=device,
            perspective=place.perspective if place else "",
            status=status,
            noticed=noticed,
        )
        if session.state.value(body.slot, ActionReport) == body:
            return session
        return self._tell(session, body)

    def confirm(
        self, access: Access, device: str, record: int, correct: bool, objection: str = ""
    ) -> Session:
        """A device says 'klopt', or 'klopt niet, want …', of a decision or an action."""
        check_device(device)
        _, session = self._entered(access)
        check_reading_back(session)
        place = place_of(session, device)
        body = Confirmation(
            record=record,
            perspective=place.perspective if place else "",
            device=device,
            correct=correct,
            objection="" if correct else objection,
        )
        if confirmation(session, record, device) == body:
            return session
        return self._tell(session, body)

    def _entered(self, access: Access) -> tuple[Access, Session]:
        """The door and the session as they are now: a renewed or removed one is noticed here."""
        door = self.by_key(access.key, Role.PARTICIPANT)
        return door, self.sessions.load(door.session_id)

    def _tell(self, session: Session, body: Body, key: str = "") -> Session:
        """Record what a device says: outside the agenda, because it is no part of the talk."""
        check(session, body)
        entry = entry_of(body, Author.PARTICIPANT, key=key)
        return self.sessions.extend(session, [entry])

    # What the gespreksleider does

    def open_round(self, session: Session, form: RoundForm, target: str = "") -> Session:
        """Ask every device; asking what is asked already is no news."""
        now_open = round_at(session, form, target)
        if now_open is not None and now_open.stage is RoundStage.OPEN:
            return session
        return self.sessions.record(session, Round(form=form, target=target, stage=RoundStage.OPEN))

    def prepare(self, session: Session) -> Session:
        """Ask every device for its picture of every theme, to answer before the session."""
        new = [
            # By the guide: with one press all are closed, and taken back by nobody one by one.
            entry_of(opening(theme), Author.GUIDE)
            for theme in preparation(session).to_open
        ]
        return self.sessions.extend(session, new) if new else session

    def reveal(self, session: Session, *rounds: OpenRound, joint: bool = False) -> Session:
        """Show all answers at once, and record the answer of everyone who is of one mind.

        In one transaction per round, made from exactly the answers there are: when another one
        comes in first, it is made anew. With `joint` nothing is told or recorded per perspective.
        """
        for each in rounds:
            session = self._reveal(session, each, joint=joint)
        return session

    def _reveal(self, session: Session, round_: OpenRound, *, joint: bool) -> Session:
        for _ in range(_ATTEMPTS):
            session = self.sessions.load(session.id)
            now_open = round_at(session, round_.form, round_.target)
            if now_open is not None and now_open.stage is RoundStage.REVEALED:
                return session
            new = revealing(session, round_, self.sessions.author, joint=joint)
            if self.sessions.store.append(session.id, new, only_after=session.state.seq):
                return self.sessions.load(session.id)
        raise StorageError("Het onthullen is niet gelukt.", "Probeer het nog een keer.")

    def close_round(self, session: Session, *rounds: OpenRound) -> Session:
        """End a round, or several; what was never revealed stays unseen."""
        for each in rounds:
            if round_at(session, each.form, each.target) is not None:
                body = Round(form=each.form, target=each.target, stage=RoundStage.CLOSED)
                session = self.sessions.record(session, body)
        return session

    def speaking_as(self, author: Author) -> Room:
        """The same room, for somebody else who leads or writes: it shares everything."""
        other = copy(self)
        other.sessions = self.sessions.speaking_as(author)
        return other

    def adopt(self, session: Session, seq: int, body: Body) -> Session:
        """Take a suggestion over, as it is or edited, where the conversation is now."""
        record = session.state.record(seq)
        if record is None or record.withdrawn or not isinstance(record.body, Suggestion):
            raise NotFoundError("Dit voorstel bestaat niet (meer).", "Ververs de pagina.")
        if session.state.is_answered(seq):
            return session
        # One key per time the suggestion was waiting: answering twice records once.
        key = f"adopt-{session.id[:8]}-{seq}-{session.state.answered.get(seq) or 0}"
        return self.sessions.record(session, body, answers=seq, key=key)

    def put_aside(self, session: Session, seq: int) -> Session:
        """Do nothing with a suggestion; taking that back brings it back."""
        return self.adopt(session, seq, Dismissal(what=f"suggestion|{seq}"))
