"""What still asks attention before the session is closed and the minutes go out.

Only says what it found: nothing here stops anybody, because a gap may be a choice of the region.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guide.agenda import target_label
from guide.conversation import waiting_drafts
from guide.entries import (
    ActionReport,
    Answer,
    Confirmation,
    Detail,
    Dismissal,
    Draft,
    Joined,
    LibraryQuestion,
    Note,
    Suggestion,
)
from guide.fold import Record
from guide.judgements import Picture, discussed, not_discussed
from guide.look_back import unsettled
from guide.minutes.agenda import Numbered
from guide.minutes.said import said_at
from guide.minutes.words import item_name
from guide.models import JudgementValue, LabelledEnum
from guide.plain_text import texts_in
from guide.roadmap import actions, actions_about, decisions, parked_points, priorities
from guide.session import Session
from guide.set_up import active_agenda, agenda, details, perspectives

# Recorded, but never in the minutes.
_NOT_TOLD = (ActionReport, Answer, Dismissal, Draft, Joined, LibraryQuestion, Suggestion)


class RemarkKind(LabelledEnum):
    """What a remark is about."""

    ACTION = "action", "Actie"
    PRIORITY = "priority", "Prioriteit"
    PICTURE = "picture", "Beeld"
    PERSPECTIVE = "perspective", "Perspectief"
    PARKED = "parked", "Parkeerlijst"
    DRAFT = "draft", "Voorstel"
    SET_UP = "set-up", "Gegevens"
    LEFT_OUT = "left-out", "Niet in het verslag"
    PRIVACY = "privacy", "Persoonsgegevens"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at; `where` is an agenda item, a norm or a number such as A03."""

    text: str
    where: str
    kind: RemarkKind


def completeness(session: Session) -> tuple[Remark, ...]:
    """Everything that is missing, open or better not written down; () when all is well."""
    return (
        *_earlier(session),
        *_actions(session),
        *_priorities(session),
        *_pictures(session),
        *_perspectives(session),
        *_parked(session),
        *_drafts(session),
        *_set_up(session),
        *_left_out(session),
        *_privacy(session),
    )


def _actions(session: Session) -> Iterator[Remark]:
    for each in actions(session):
        if each.status.ended:
            continue
        if not each.body.owner:
            yield Remark("Deze actie heeft nog geen trekker.", each.number, RemarkKind.ACTION)
        if each.body.due is None and not each.body.due_words:
            yield Remark("Deze actie heeft nog geen datum.", each.number, RemarkKind.ACTION)


def _earlier(session: Session) -> Iterator[Remark]:
    for each in unsettled(session):
        text = "Deze eerdere actie is niet klaar en gaat nog niet mee op het groeipad."
        yield Remark(text, f"Eerdere actie {each.body.number}", RemarkKind.ACTION)


def _priorities(session: Session) -> Iterator[Remark]:
    for each in priorities(session):
        if not each.actions:
            text = "Bij deze prioriteit is nog geen actie afgesproken."
            yield Remark(text, each.number, RemarkKind.PRIORITY)


def _pictures(session: Session) -> Iterator[Remark]:
    for target in not_discussed(session):
        text = "Deze norm is gekozen, maar niet besproken."
        yield Remark(text, target_label(session, target), RemarkKind.PICTURE)
    for each in discussed(session):
        where = target_label(session, each.target)
        if each.differs and each.outcome is None:
            text = "De beelden verschillen. Er is niet vastgelegd hoe het gesprek eindigde."
            yield Remark(text, where, RemarkKind.PICTURE)
        if _is_unknown(each) and not actions_about(session, each.target):
            text = "Een beeld is nog niet bekend. Er is geen actie om het uit te zoeken."
            yield Remark(text, where, RemarkKind.PICTURE)


def _is_unknown(each: Picture) -> bool:
    values = [view.value for view in each.given]
    if each.shared is not None and each.shared.value is not None:
        values.append(each.shared.value)
    return JudgementValue.UNKNOWN in values


def _perspectives(session: Session) -> Iterator[Remark]:
    heard = {
        getattr(record.body, "perspective", "")
        for kind in ("note", "judgement", "picks", "confirmation")
        for record in _records_of(session, kind)
        if not (isinstance(record.body, Note) and record.body.private)
    }
    for perspective in perspectives(session):
        if perspective.id not in heard:
            text = "Van dit perspectief is niets vastgelegd."
            yield Remark(text, perspective.label, RemarkKind.PERSPECTIVE)


def _records_of(session: Session, kind: str) -> Iterator[Record]:
    for seq in session.state.of_kind.get(kind) or ():
        record = session.state.records[seq]
        if not record.withdrawn:
            yield record


def _parked(session: Session) -> Iterator[Remark]:
    for point in parked_points(session):
        if not point.outcome:
            text = "Voor dit geparkeerde punt is nog niets afgesproken."
            yield Remark(text, point.number, RemarkKind.PARKED)


def _drafts(session: Session) -> Iterator[Remark]:
    for seq, _ in waiting_drafts(session):
        text = "Een voorstel van de gids wacht nog op ja of nee. Het komt zo niet in het verslag."
        step = session.state.records[seq].first.step
        yield Remark(text, item_name(session, step), RemarkKind.DRAFT)


def _set_up(session: Session) -> Iterator[Remark]:
    set_up = details(session)
    for value, text in (
        (set_up.date, "De datum van de regiosessie ontbreekt."),
        (set_up.facilitator, "De gespreksleider is niet ingevuld."),
        (set_up.note_taker, "De verslaglegger is niet ingevuld."),
        (set_up.next_date, "Er is nog geen datum voor de volgende regiosessie."),
    ):
        if not value:
            yield Remark(text, "Voorbereiding", RemarkKind.SET_UP)


def _left_out(session: Session) -> Iterator[Remark]:
    """Items that were switched off after something was said there."""
    active = {item.id for item in active_agenda(session)}
    for item in agenda(session):
        if item.id in active:
            continue
        if any(said_at(session, step.id, every_note=True) for step in item.item.steps):
            text = "Dit agendapunt staat uit. Wat hier is gezegd, komt niet in het verslag."
            yield Remark(text, item.item.title, RemarkKind.LEFT_OUT)


def _privacy(session: Session) -> Iterator[Remark]:
    # The patterns are heavy to load, and only needed here.
    from guide.privacy import personal_data

    numbers = _numbers(session)
    for _, record in sorted(session.state.records.items()):
        if not _in_minutes(session, record):
            continue
        found = [f for text in texts_in(record.body.model_dump()) for f in personal_data(text)]
        for label in dict.fromkeys(finding.kind.label for finding in found):
            # Not the data itself: this list may stand on the projector.
            text = f"In deze tekst staat waarschijnlijk een {label}. Haal dat liever weg."
            where = _where(session, record, numbers)
            yield Remark(text, where, RemarkKind.PRIVACY)


def _in_minutes(session: Session, record: Record) -> bool:
    body, slot = record.body, record.first.body.slot
    if record.withdrawn or isinstance(body, _NOT_TOLD):
        return False
    newest = slot is None or session.state.newest(slot) is record
    return newest and not (isinstance(body, Note) and body.private)


def _numbers(session: Session) -> dict[int, str]:
    """Record number -> the number that people know it by."""
    kinds: tuple[Sequence[Numbered], ...] = (
        decisions(session),
        priorities(session),
        actions(session),
        parked_points(session),
    )
    return {each.seq: each.number for found in kinds for each in found}


def _where(session: Session, record: Record, numbers: dict[int, str]) -> str:
    body = record.body
    if isinstance(body, Detail):
        return body.field.label
    about = body.record if isinstance(body, Confirmation) else record.seq
    if about in numbers:
        return numbers[about]
    return item_name(session, record.first.step)
