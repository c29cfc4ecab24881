"""Sessions that are already under way: made with the verbs, so that a test starts where it must."""

from __future__ import annotations

from guide.agenda import places
from guide.entries import (
    Action,
    Attendance,
    Body,
    Decision,
    Detail,
    Draft,
    Judgement,
    Note,
    Parked,
    Participant,
    Party,
    Picks,
    Priority,
    SharedPicture,
)
from guide.models import DetailField, JudgementValue, PictureOutcome, Presence
from guide.session import Session
from guide.sessions import Sessions

REGION = "Voorbeeldregio"
DATE = "2027-03-12"
NORMS = ("mo-8", "mo-11")


def begun(sessions: Sessions, region: str = REGION) -> str:
    """A session with region and date, nothing said yet."""
    return sessions.start(region, DATE)


def at_step(sessions: Sessions, session_id: str, step: str, target: str = "") -> Session:
    """Go to a step; to its first target unless one is given."""
    session = sessions.load(session_id)
    place = next(p for p in places(session) if p.step.id == step and target in ("", p.target))
    return sessions.go_to(session, place)


def step_ids(sessions: Sessions, session_id: str) -> list[str]:
    """The steps of the agenda in order."""
    return list(dict.fromkeys(p.step.id for p in places(sessions.load(session_id))))


def under_way(sessions: Sessions, region: str = REGION) -> str:
    """A session with people, pictures that differ, priorities, actions, a decision, a draft."""
    session_id = begun(sessions, region)
    session = sessions.load(session_id)
    body: Body
    for body in (
        Party(name="Centrumgemeente Voorbeeldstad", perspective="gemeente"),
        Party(name="Opvang Voorbeeld", perspective="opvang-mo"),
        Participant(
            organisation="Opvang Voorbeeld", function="teamleider", perspective="opvang-mo"
        ),
        Detail(field=DetailField.CHOSEN, value=NORMS),
    ):
        session = sessions.record(session, body)
    participant = session.state.all(Participant)[0][0]
    session = sessions.record(
        session, Attendance(participant=participant, presence=Presence.PRESENT)
    )
    session = at_step(sessions, session_id, "inchecken")
    for body in (
        Note(text="Wat merkt een kind van ons overleg?", perspective="gemeente"),
        Note(text="Wij zien vooral korte verblijven."),
    ):
        session = sessions.record(session, body)
    session = at_step(sessions, session_id, "normen-bespreken", "mo-8")
    for perspective, value in (
        ("gemeente", JudgementValue.BEGINNING),
        ("opvang-mo", JudgementValue.MOSTLY),
    ):
        judged = Judgement(target="mo-8", perspective=perspective, value=value)
        session = sessions.record(session, judged)
    for body in (
        SharedPicture(
            target="mo-8",
            outcome=PictureOutcome.DIFFERS,
            explanation="De gemeente mist een aanspreekpunt; de opvang ziet elke week contact.",
        ),
        Picks(perspective="gemeente", targets=("mo-8",)),
        Decision(text="We bespreken dit elk kwartaal in het bestaande overleg."),
        Parked(text="De wachttijd voor woningen."),
        Priority(
            title="Elk kind een eigen plan", targets=("mo-8",), goal="Elk kind weet wie helpt."
        ),
    ):
        session = sessions.record(session, body)
    priority = session.state.all(Priority)[0][0]
    for body in (
        Action(what="Eén vast aanspreekpunt bij het jeugdteam regelen", priority=priority, year=1),
        Draft(
            text="actie: scholen uitnodigen",
            proposal=Action(what="scholen uitnodigen"),
        ),
    ):
        session = sessions.record(session, body)
    return session_id


def with_names(sessions: Sessions, texts: tuple[str, ...]) -> str:
    """A session in which everything that people may name carries one of these texts."""
    session_id = begun(sessions, texts[0])
    session = at_step(sessions, session_id, "aanwezigheid")
    for text in texts:
        for body in (
            Party(name=text, perspective="gemeente"),
            Participant(organisation=text, function=text, perspective="gemeente"),
            Decision(text=text),
            Parked(text=text),
            Priority(title=text, goal=text, targets=("mo-8",)),
            Action(what=text, owner=text),
        ):
            session = sessions.record(session, body)
    return session_id
