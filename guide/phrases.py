"""What a recorded thing says in one Dutch sentence: for the chat, the history and the check-out."""

from __future__ import annotations

import datetime as dt

from guide.agenda import target_label
from guide.entries import (
    Action,
    ActionProgress,
    Adoption,
    Attendance,
    Body,
    ChildVoice,
    Confirmation,
    Decision,
    Detail,
    Dismissal,
    Draft,
    ItemPlan,
    Judgement,
    LibraryQuestion,
    Mark,
    Note,
    NumberOfChildren,
    OwnItem,
    OwnPerspective,
    Parked,
    ParkedSettled,
    Participant,
    Party,
    Picks,
    Priority,
    SharedPicture,
    Use,
    Weighing,
)
from guide.content_models import Sector
from guide.dutch_dates import date_in_words, number
from guide.models import Exactness, Mandate
from guide.session import Session
from guide.set_up import perspective_label

SMALL_NUMBER = 10
_ENDS = (".", "!", "?", "…")


def describe(session: Session, body: Body) -> str:
    """One sentence that says what was recorded; user text is in it as it was typed."""
    match body:
        case Note() | Parked() | Decision():
            return _spoken(body)
        case Action():
            return _joined(f"Actie: {body.what}", *action_facts(session, body))
        case Priority():
            return _joined(f"Prioriteit: {body.title}", body.goal)
        case Judgement():
            who = perspective_label(session, body.perspective)
            said = f"{target_label(session, body.target)}. {who}: {body.value.label}"
            return _joined(said, body.remark)
        case SharedPicture():
            return _shared(session, body)
        case NumberOfChildren():
            return count_in_words(body)
        case Draft():
            return body.text
        case LibraryQuestion():
            return f"?{body.text}"
        case _:
            return _describe_around(session, body)


def _spoken(body: Note | Parked | Decision) -> str:
    lead = {"parked": "Geparkeerd: ", "decision": "Besluit: "}.get(body.kind, "")
    return f"{lead}{body.text}"


def _describe_around(session: Session, body: Body) -> str:
    match body:
        case ChildVoice():
            return _joined(
                f"{target_label(session, body.target)}, stem van het kind",
                body.better_off,
                f"Wie vertelt het ons: {body.told_by}" if body.told_by else "",
            )
        case Picks():
            chosen = ", ".join(target_label(session, t) for t in body.targets) or "geen"
            return f"Keuze van {perspective_label(session, body.perspective)}: {chosen}"
        case Weighing():
            return f"Gewogen: {target_label(session, body.target)}"
        case Use():
            of = target_label(session, f"priority-{body.priority}")
            return _joined(f"{of} in de opdrachtverlening: {body.commissioning.label}", body.room)
        case Mark():
            words = [body.necessity.label] if body.necessity else []
            words += [phase.label for phase in body.phases]
            return f"{target_label(session, body.target)}: {', '.join(words) or 'geen aanduiding'}"
        case ActionProgress():
            return _joined(f"Actie: {body.status.label}", body.reason)
        case ParkedSettled():
            return f"Parkeerlijst: {body.outcome}"
        case Confirmation():
            return "Klopt" if body.correct else _joined("Klopt niet", body.objection)
        case _:
            return _describe_set_up(session, body)


def _describe_set_up(session: Session, body: Body) -> str:
    match body:
        case Detail():
            value = body.value if isinstance(body.value, str) else ", ".join(body.value)
            return f"{body.field.label}: {value or 'leeg'}"
        case Party():
            return f"{body.name} ({perspective_label(session, body.perspective)})"
        case OwnPerspective():
            return f"Perspectief: {body.label}"
        case Participant():
            return guest_in_words(body)
        case Attendance():
            record = session.state.record(body.participant)
            who = record.body if record else None
            known = guest_in_words(who) if isinstance(who, Participant) else "Deelnemer"
            return f"{known}: {body.presence.label.lower()}"
        case OwnItem():
            return f"Eigen agendapunt: {body.title}"
        case ItemPlan():
            return f"Agendapunt: {body.minutes} minuten"
        case Adoption():
            return f"Verslag vastgesteld op {date_in_words(body.date)}, versie {body.version}"
        case Dismissal():
            return "Niet overgenomen"
        case _:
            return ""


def guest_in_words(body: Participant, *, names: bool = True) -> str:
    """'organisatie, functie' with the name behind it where there is one and it may be shown."""
    name = f" ({body.name})" if names and body.name else ""
    return ", ".join(part for part in (body.organisation, body.function) if part) + name


def count_in_words(body: NumberOfChildren) -> str:
    """A number of children: small numbers are shown as 'minder dan 10' (CHK-P3)."""
    sector = Sector(body.sector).label
    if body.exactness is Exactness.UNKNOWN or body.count is None:
        return _joined(f"{sector.capitalize()}: aantal kinderen niet bekend", body.remark)
    shown = shown_count(body.count)
    about = "ongeveer " if body.exactness is Exactness.ESTIMATE and body.count >= SMALL_NUMBER else ""
    said = f"{sector.capitalize()}: {about}{shown} kinderen ({body.exactness.label.lower()})"
    date = f"peildatum {body.reference_date}" if body.reference_date else ""
    return _joined(said, date, f"bron: {body.origin}" if body.origin else "", body.remark)


def shown_count(count: int) -> str:
    """'minder dan 10' below ten: a small number can point to a family."""
    return f"minder dan {SMALL_NUMBER}" if count < SMALL_NUMBER else number(count)


def action_facts(session: Session, body: Action) -> list[str]:
    """The parts of an action as short statements: trekker, moment, norms, mandate."""
    norms = ", ".join(target_label(session, norm) for norm in body.norms)
    return [
        fact
        for fact in (
            f"Trekker: {body.owner}" if body.owner else "",
            f"Klaar: {due_in_words(body.due, body.due_words)}" if body.due or body.due_words else "",
            norms,
            mandate_in_words(body) if body.mandate is not Mandate.AGREED else "",
        )
        if fact
    ]


def due_in_words(due: dt.date | None, words: str) -> str:
    """A deadline as people said it, with the date it stands for."""
    if due is None:
        return words
    written = date_in_words(due)
    return written if not words or words == written else f"{words} ({written})"


def mandate_in_words(body: Action) -> str:
    """'Afgesproken', 'Voorstel' or 'Nog voor te leggen aan …'."""
    if body.mandate is Mandate.TO_SUBMIT:
        return f"{body.mandate.label} {body.mandate_of or '…'}"
    return body.mandate.label


def _shared(session: Session, body: SharedPicture) -> str:
    value = f": {body.value.label}" if body.value else ""
    return _joined(
        f"{target_label(session, body.target)}. {body.outcome.label}{value}",
        body.explanation,
        f"Gaat al goed: {body.going_well}" if body.going_well else "",
        f"Aan zet: {body.mover}" if body.mover else "",
    )


def _joined(first: str, *more: str) -> str:
    *before, last = (first, *(part for part in more if part))
    return " ".join([*(part if part.endswith(_ENDS) else f"{part}." for part in before), last])
