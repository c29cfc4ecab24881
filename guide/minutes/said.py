"""What was said at one step of the agenda: notes, numbers, picks and weighings, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content_models import Sector
from guide.entries import Note, NumberOfChildren, Picks, Weighing
from guide.fold import Record
from guide.look_back import EARLIER_TARGET, earlier_of
from guide.minutes.model import Block, Paragraph, Role
from guide.minutes.words import labelled, lines, objection_paragraphs, target_name
from guide.models import Exactness
from guide.phrases import SMALL_NUMBER, shown_count
from guide.roadmap import PRIORITY_TARGET, priorities, priority_of
from guide.session import Session
from guide.set_up import perspective_label


def counting_at(session: Session, step: str) -> list[Record]:
    """What counts at a step, in the order it was recorded."""
    return [record for record in session.state.latest_at(step) if not record.withdrawn][::-1]


def said_at(session: Session, step: str, every_note: bool) -> list[Block]:
    """What was said at a step, per norm or priority it was about."""
    per_target: dict[str, list[Paragraph]] = {}
    for record in counting_at(session, step):
        said = [*_said(session, record, every_note)]
        if said:
            per_target.setdefault(record.first.target, []).extend(said)
    blocks: list[Block] = []
    for target, paragraphs in per_target.items():
        if target:
            blocks.append(Paragraph(_about(session, target), role=Role.REMARK))
        blocks += paragraphs
    return blocks


def _about(session: Session, target: str) -> str:
    """What a stretch of the talk was about; a priority or earlier action by its number only."""
    if target.startswith(EARLIER_TARGET):
        found = earlier_of(session, target)
        return f"Over eerdere actie {found.body.number}" if found else "Over een eerdere actie"
    if not target.startswith(PRIORITY_TARGET):
        return f"Over {target_name(session, target)}"
    priority = priority_of(session, target)
    return f"Over prioriteit {priority.number}" if priority else "Over een ingetrokken prioriteit"


def _said(session: Session, record: Record, every_note: bool) -> Iterator[Paragraph]:
    body = record.body
    if isinstance(body, Note) and not body.private and every_note:
        yield Paragraph(body.text, perspective_label(session, body.perspective))
    elif not _counts(session, record):
        return
    elif isinstance(body, NumberOfChildren):
        yield _number(session, body)
    elif isinstance(body, Picks):
        yield _picks(session, body)
    elif isinstance(body, Weighing) and not weighed_for_priority(session, body):
        yield from weighing_paragraphs(session, body, "Weging")
    else:
        return
    yield from objection_paragraphs(session, record.seq)


def _counts(session: Session, record: Record) -> bool:
    """Whether nothing newer took its place."""
    slot = record.first.body.slot
    return slot is None or session.state.newest(slot) is record


def _number(session: Session, body: NumberOfChildren) -> Paragraph:
    definitions = {d.id: d.label for d in session.script.wording.count_definitions}
    counted_as = definitions.get(body.definition, body.definition)
    text = lines(
        _count_in_words(body),
        labelled("Wie telt mee", counted_as),
        labelled("Peildatum", body.reference_date),
        labelled("Bron", body.origin),
        body.remark,
    )
    return Paragraph(text, Sector(body.sector).label.capitalize())


def _count_in_words(body: NumberOfChildren) -> str:
    if body.count is None or body.exactness is Exactness.UNKNOWN:
        return "Het aantal kinderen is niet bekend."
    if body.count < SMALL_NUMBER:
        return f"{shown_count(body.count).capitalize()} kinderen."
    about = "ongeveer " if body.exactness is Exactness.ESTIMATE else ""
    said = f"{about}{shown_count(body.count)} kinderen ({body.exactness.label.lower()})."
    return said[0].upper() + said[1:]


def _picks(session: Session, body: Picks) -> Paragraph:
    names = [target_name(session, target) for target in body.targets]
    text = "\n".join(("Kiest als belangrijkste:", *names)) if names else "Kiest niets."
    return Paragraph(text, perspective_label(session, body.perspective))


def weighed_for_priority(session: Session, body: Weighing) -> bool:
    """Whether the weighing is told at a priority."""
    return any(body.target in each.body.targets for each in priorities(session))


def weighing_paragraphs(session: Session, body: Weighing, label: str) -> list[Paragraph]:
    """The answers to the weighing questions, in the order of the questions."""
    questions = dict(session.script.wording.weigh_questions)
    answers = {**dict.fromkeys(questions, ""), **body.answers}
    said = [f"{questions.get(key, key)} {text}" for key, text in answers.items() if text]
    return [Paragraph("\n".join(said), label)] if said else []
