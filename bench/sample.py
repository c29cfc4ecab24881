"""Sessions to measure with: the example, and made-up ones of any number of entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

from guide.agenda import Place, places
from guide.content import load_content
from guide.content_models import StepKind
from guide.entries import (
    Action,
    AnyBody,
    Attendance,
    Decision,
    Detail,
    Judgement,
    NewEntry,
    Note,
    Parked,
    Participant,
    Priority,
    SharedPicture,
    StepOpened,
)
from guide.models import ANSWERS, DetailField, JudgementValue, PictureOutcome, Presence
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store, new_key

PERSPECTIVES = ("gemeente", "opvang-vo", "opvang-mo", "keten", "ervaring")
REGION, DATE = "Meetregio", "2027-03-11"
TALK = (
    "We missen een vast aanspreekpunt bij het jeugdteam, en dan belt iedereen iedereen. "
    "Het helpt als één persoon het overzicht houdt en het kind niet elke keer opnieuw begint."
)
VISIBLE_TURNS = 40
"""More than a screen shows, so that a short session draws as much as a long one."""


def new_sessions(folder: Path) -> Sessions:
    """A database of its own in this folder."""
    return Sessions(Store(f"sqlite:///{folder / 'bench.db'}"), load_content())


def session_with(sessions: Sessions, size: int) -> Session:
    """A session of this many entries whose talk now is about a norm, seen by every perspective."""
    session = sessions.load(sessions.start(REGION, DATE))
    norms = tuple(session.script.norms)
    session = _extended(sessions, session, [_entry(_chosen(norms[:6]))])
    here = place_of(session, StepKind.NORMS)
    now = [_entry(StepOpened(), here)]
    now += [
        _entry(Judgement(target=here.target, perspective=p, value=ANSWERS[1]), here)
        for p in PERSPECTIVES
    ]
    now += [_entry(body, here) for body in islice(_notes(), min(VISIBLE_TURNS, size - 9))]
    before = size - session.state.seq - len(now)
    earlier = _entries(islice(_everything(norms), before), session)
    return _extended(sessions, session, [*earlier, *now])


def large_session(sessions: Sessions, times: int = 1) -> Session:
    """40 participants, 37 norms seen by 5 perspectives, 80 actions and 500 notes; or times that."""
    session = sessions.load(sessions.start(REGION, DATE))
    norms = tuple(session.script.norms)
    people = [
        Participant(organisation=f"Organisatie {n}", function="adviseur", perspective=p)
        for n, p in zip(range(40 * times), cycle(PERSPECTIVES), strict=False)
    ]
    session = _extended(sessions, session, [_entry(_chosen(norms)), *(_entry(p) for p in people)])
    seqs = range(session.state.seq - len(people) + 1, session.state.seq + 1)
    bodies: list[AnyBody] = [Attendance(participant=n, presence=Presence.PRESENT) for n in seqs]
    bodies += [_judgement(norm, p, n) for n, norm in enumerate(norms) for p in PERSPECTIVES]
    bodies += [_shared(norm) for norm in norms]
    bodies += [Priority(title=f"Prioriteit {n}", targets=(norms[n],)) for n in range(5)]
    bodies += [_action(norms, n) for n in range(80 * times)]
    bodies += islice(_notes(), 500 * times)
    return _extended(sessions, session, _entries(iter(bodies), session))


def place_of(session: Session, kind: StepKind) -> Place:
    """The first place of a kind of step."""
    return next(place for place in places(session) if place.step.kind is kind)


def with_actions(sessions: Sessions, size: int) -> Session:
    """A session with this many actions, each with a date, over three years and several trekkers."""
    session = sessions.load(sessions.start(REGION, DATE))
    norms = tuple(session.script.norms)
    start = dt.date.fromisoformat(DATE)
    bodies = [
        _action(norms, n).model_copy(
            update={
                "due": start + dt.timedelta(days=1 + n * 1000 // size),
                "due_words": "",
                "year": None,
                "owner": f"Organisatie {n % 12}, adviseur",
            }
        )
        for n in range(size)
    ]
    return _extended(sessions, session, [_entry(body) for body in bodies])


def at_kind(sessions: Sessions, session: Session, kind: StepKind) -> Session:
    """The session after going to the first step of a kind."""
    return sessions.go_to(session, place_of(session, kind))


def _everything(norms: tuple[str, ...]) -> Iterator[AnyBody]:
    """What a long afternoon brings: mostly notes and pictures, now and then an agreement."""
    notes = _notes()
    for n in count():
        yield next(notes)
        yield _judgement(norms[n % len(norms)], PERSPECTIVES[n % 5], n)
        yield next(notes)
        if n % 20 == 0 and n < 80 * 20:
            yield _action(norms, n)
        if n % 40 == 0:
            yield Decision(text=f"We nemen voorstel {n} over in het regionale plan.")
            yield Parked(text=f"Hoe gaan andere regio's hiermee om? ({n})")


def _notes() -> Iterator[Note]:
    for n in count():
        yield Note(text=f"{TALK} ({n})", perspective=PERSPECTIVES[n % 5])


def _judgement(norm: str, perspective: str, n: int) -> Judgement:
    value = ANSWERS[n % 5]
    return Judgement(target=norm, perspective=perspective, value=value, remark=TALK[:60])


def _shared(norm: str) -> SharedPicture:
    return SharedPicture(
        target=norm, outcome=PictureOutcome.SHARED, value=JudgementValue.BEGINNING, explanation=TALK
    )


def _action(norms: tuple[str, ...], n: int) -> Action:
    return Action(
        what=f"Een vast aanspreekpunt benoemen voor locatie {n}",
        norms=(norms[n % len(norms)],),
        owner="Centrumgemeente, beleidsadviseur",
        partners="Opvang",
        year=(1, 2, 3)[n % 3],
        due_words="voor de zomer",
        sign="Ieder kind heeft een naam bij zich",
    )


def _chosen(norms: tuple[str, ...]) -> Detail:
    return Detail(field=DetailField.CHOSEN, value=norms)


def _entries(bodies: Iterator[AnyBody], session: Session) -> list[NewEntry]:
    """The bodies as entries, spread over the steps of the agenda before the deepening talk."""
    talking = [p for p in places(session) if p.step.kind is StepKind.ASK]
    return [_entry(body, talking[n // 10 % len(talking)]) for n, body in enumerate(bodies)]


def _entry(body: AnyBody, place: Place | None = None) -> NewEntry:
    step, target = (place.step.id, place.target) if place else ("", "")
    return NewEntry(key=new_key(), step=step, target=target, body=body)


def _extended(sessions: Sessions, session: Session, new: list[NewEntry]) -> Session:
    for start in range(0, len(new), 1000):
        session = sessions.extend(session, new[start : start + 1000])
    return session
