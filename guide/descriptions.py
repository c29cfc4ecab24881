"""What a recorded thing says in one Dutch sentence: for the chat, the history and the check-out.

One function per kind of body; a kind without one is not shown as a sentence.
"""

from __future__ import annotations

from functools import singledispatch

from guide.agenda import target_label
from guide.dutch_dates import date_in_words
from guide.entries import (
    Action,
    ActionProgress,
    ActionReport,
    Adoption,
    Answer,
    Attendance,
    Body,
    ChildVoice,
    Confirmation,
    Decision,
    Detail,
    Dismissal,
    Draft,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    ItemPlan,
    Joined,
    Judgement,
    LibraryQuestion,
    Mark,
    Neighbours,
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
    Round,
    SharedPicture,
    Suggestion,
    Use,
    Weighing,
)
from guide.phrases import action_facts, count_in_words, guest_in_words, joined
from guide.plain_text import one_line
from guide.session import Session
from guide.set_up import perspective_label


def describe(session: Session, body: Body) -> str:
    """One sentence that says what was recorded; user text is in it as it was typed."""
    return _said(body, session)


@singledispatch
def _said(body: Body, session: Session) -> str:
    return ""


@_said.register
def _(body: Note, session: Session) -> str:
    return body.text


@_said.register
def _(body: Parked, session: Session) -> str:
    return f"Geparkeerd: {body.text}"


@_said.register
def _(body: Decision, session: Session) -> str:
    return f"Besluit: {body.text}"


@_said.register
def _(body: Draft, session: Session) -> str:
    return body.text


@_said.register
def _(body: LibraryQuestion, session: Session) -> str:
    return f"?{body.text}"


@_said.register
def _(body: Action, session: Session) -> str:
    return joined(f"Actie: {body.what}", *action_facts(session, body))


@_said.register
def _(body: ActionProgress, session: Session) -> str:
    return joined(
        f"Actie {_what_of(session, body.action)}: {body.status.label.lower()}",
        body.reason,
        body.noticed,
    )


@_said.register
def _(body: ActionReport, session: Session) -> str:
    who = perspective_label(session, body.perspective)
    what = _what_of(session, body.action)
    return joined(f"{who} meldt over actie {what}: {body.status.label.lower()}", body.noticed)


def _what_of(session: Session, seq: int) -> str:
    """An action by its first words, whether it is of this session or an earlier one."""
    record = session.state.record(seq)
    match record.body if record else None:
        case Action(what=what) | EarlierAction(action=Action(what=what)):
            return f"‘{one_line(what, 60)}’"
        case _:
            return "(onbekend)"


@_said.register
def _(body: EarlierSession, session: Session) -> str:
    when = f" van {date_in_words(body.held_on)}" if body.held_on else ""
    return f"Dit gesprek gaat verder op de regiosessie{when}"


@_said.register
def _(body: EarlierAction, session: Session) -> str:
    return joined(f"Eerdere actie: {body.action.what}", body.action.owner)


@_said.register
def _(body: EarlierPicture, session: Session) -> str:
    return f"Eerder beeld: {body.label}"


@_said.register
def _(body: Priority, session: Session) -> str:
    return joined(f"Prioriteit: {body.title}", body.goal)


@_said.register
def _(body: Use, session: Session) -> str:
    of = target_label(session, f"priority-{body.priority}")
    return joined(f"{of} in de opdrachtverlening: {body.commissioning.label}", body.room)


@_said.register
def _(body: Judgement, session: Session) -> str:
    who = perspective_label(session, body.perspective)
    said = f"{target_label(session, body.target)}. {who}: {body.value.label}"
    return joined(said, body.remark)


@_said.register
def _(body: SharedPicture, session: Session) -> str:
    value = f": {body.value.label}" if body.value else ""
    return joined(
        f"{target_label(session, body.target)}. {body.outcome.label}{value}",
        body.explanation,
        f"Gaat al goed: {body.going_well}" if body.going_well else "",
        f"Aan zet: {body.mover}" if body.mover else "",
    )


@_said.register
def _(body: ChildVoice, session: Session) -> str:
    return joined(
        f"{target_label(session, body.target)}, stem van het kind",
        body.better_off,
        f"Wie vertelt het ons: {body.told_by}" if body.told_by else "",
    )


@_said.register
def _(body: Mark, session: Session) -> str:
    words = [body.necessity.label] if body.necessity else []
    words += [phase.label for phase in body.phases]
    return f"{target_label(session, body.target)}: {', '.join(words) or 'geen aanduiding'}"


@_said.register
def _(body: Neighbours, session: Session) -> str:
    norms = ", ".join(target_label(session, norm) for norm in body.norms) or "geen"
    return f"{target_label(session, body.target)} hoort voor onze regio bij: {norms}"


@_said.register
def _(body: NumberOfChildren, session: Session) -> str:
    return count_in_words(body)


@_said.register
def _(body: Picks, session: Session) -> str:
    chosen = ", ".join(target_label(session, t) for t in body.targets) or "geen"
    return f"Keuze van {perspective_label(session, body.perspective)}: {chosen}"


@_said.register
def _(body: Weighing, session: Session) -> str:
    answers = [answer for answer in body.answers.values() if answer]
    return joined(f"Gewogen: {target_label(session, body.target)}", *answers)


@_said.register
def _(body: ParkedSettled, session: Session) -> str:
    return f"Parkeerlijst: {body.outcome}"


@_said.register
def _(body: Confirmation, session: Session) -> str:
    return "Klopt" if body.correct else joined("Klopt niet", body.objection)


@_said.register
def _(body: Detail, session: Session) -> str:
    value = body.value if isinstance(body.value, str) else ", ".join(body.value)
    return f"{body.field.label}: {value or 'leeg'}"


@_said.register
def _(body: Party, session: Session) -> str:
    return f"{body.name} ({perspective_label(session, body.perspective)})"


@_said.register
def _(body: OwnPerspective, session: Session) -> str:
    return f"Perspectief: {body.label}"


@_said.register
def _(body: Participant, session: Session) -> str:
    return guest_in_words(body)


@_said.register
def _(body: Attendance, session: Session) -> str:
    record = session.state.record(body.participant)
    who = record.body if record else None
    known = guest_in_words(who) if isinstance(who, Participant) else "Deelnemer"
    return f"{known}: {body.presence.label.lower()}"


@_said.register
def _(body: OwnItem, session: Session) -> str:
    return f"Eigen agendapunt: {body.title}"


@_said.register
def _(body: ItemPlan, session: Session) -> str:
    return f"Agendapunt: {body.minutes} minuten"


@_said.register
def _(body: Adoption, session: Session) -> str:
    return f"Verslag vastgesteld op {date_in_words(body.date)}, versie {body.version}"


@_said.register
def _(body: Dismissal, session: Session) -> str:
    return "Niet overgenomen"


@_said.register
def _(body: Joined, session: Session) -> str:
    return f"Meegedaan: {perspective_label(session, body.perspective)}"


@_said.register
def _(body: Round, session: Session) -> str:
    about = target_label(session, body.target) or body.form.label
    return f"Ronde over {about}: {body.stage.label.lower()}"


@_said.register
def _(body: Answer, session: Session) -> str:
    # What a device answered is nobody's sentence: only the spread is ever shown.
    return "Antwoord ontvangen"


@_said.register
def _(body: Suggestion, session: Session) -> str:
    return f"Voorstel: {body.text}"
