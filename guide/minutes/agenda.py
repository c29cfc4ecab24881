"""The agenda items in the minutes: what was said per item, and where its outcomes stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guide.agenda import item_number, item_of_step
from guide.entries import (
    ActionProgress,
    Attendance,
    Body,
    ChildVoice,
    Judgement,
    Mark,
    Note,
    SharedPicture,
    Use,
    Weighing,
)
from guide.minutes.model import Block, Paragraph, Role, Section
from guide.minutes.said import counting_at, said_at, weighed_for_priority
from guide.minutes.words import heading, listed
from guide.roadmap import (
    Agreed,
    AgreedAction,
    ChosenPriority,
    ParkedPoint,
    actions,
    decisions,
    earlier_action,
    parked_points,
    priorities,
)
from guide.session import Session
from guide.set_up import PlannedItem, active_agenda

_NOT_DISCUSSED = "Niet besproken."
_NOTHING_RECORDED = "Dit agendapunt is besproken. Er is niets over vastgelegd."
_DISCUSSED = "Dit agendapunt is besproken."

Numbered = Agreed | AgreedAction | ChosenPriority | ParkedPoint

_WITH_PRIORITIES = (
    "De weging en het gebruik in de opdrachtverlening staan bij ‘Prioriteiten en groeipad’."
)
_LOOKING_BACK = "Wat van de eerdere acties kwam, staat bij ‘Terugblik’."
# What belongs to these kinds stands in another part of the minutes.
_ELSEWHERE: dict[type[Body], str] = {
    Attendance: "De aanwezigheid staat in de bijlage.",
    Judgement: "De beelden staan bij ‘Beelden per norm’.",
    SharedPicture: "De beelden staan bij ‘Beelden per norm’.",
    ChildVoice: "De beelden staan bij ‘Beelden per norm’.",
    Mark: "De beelden staan bij ‘Beelden per norm’.",
    Use: _WITH_PRIORITIES,
}


def agenda_sections(session: Session, *, every_note: bool) -> list[Section]:
    """One section per agenda item that is switched on, with the number it has on the agenda.

    What was recorded at no item at all follows after them.
    """
    found = [_item_section(session, item, every_note) for item in active_agenda(session)]
    stray = [step for step in session.state.at_step if item_of_step(session, step) is None]
    blocks = [b for step in sorted(stray) for b in said_at(session, step, every_note)]
    if blocks:
        found.append(Section("Overige aantekeningen", tuple(blocks)))
    return found


def _item_section(session: Session, item: PlannedItem, every_note: bool) -> Section:
    title, below = heading(item.item.title, "Eigen agendapunt")
    blocks: list[Block] = []
    for step in item.item.steps:
        said = said_at(session, step.id, every_note)
        if said and len(item.item.steps) > 1:
            blocks.append(Paragraph(step.question, role=Role.REMARK))
        blocks += said
    references = _references(session, item)
    if not blocks and not references:
        blocks = [Paragraph(_nothing(session, item, every_note))]
    number = str(item_number(session, item.id))
    return Section(title, (*below, *blocks, *references), number=number)


def _nothing(session: Session, item: PlannedItem, every_note: bool) -> str:
    records = [r for step in item.item.steps for r in counting_at(session, step.id)]
    if any(isinstance(r.body, Note) and not r.body.private for r in records):
        return _NOTHING_RECORDED if every_note else _DISCUSSED
    opened = any(step.id in session.state.opened for step in item.item.steps)
    return _NOTHING_RECORDED if opened else _NOT_DISCUSSED


def _references(session: Session, item: PlannedItem) -> list[Paragraph]:
    """Where the outcomes of this item stand: numbers, and other parts of the minutes."""
    steps = {step.id for step in item.item.steps}
    records = [r for step in item.item.steps for r in counting_at(session, step.id)]
    pointers = {_ELSEWHERE[type(r.body)]: None for r in records if type(r.body) in _ELSEWHERE}
    if any(isinstance(r.body, Weighing) and weighed_for_priority(session, r.body) for r in records):
        pointers[_WITH_PRIORITIES] = None
    if any(_looks_back(session, r.body) for r in records):
        pointers[_LOOKING_BACK] = None
    numbers = [*_numbers_at(session, steps)]
    found = [Paragraph(" ".join(pointers))] if pointers else []
    if numbers:
        found.append(Paragraph(f"{'; '.join(numbers)}.", "Vastgelegd", Role.DECISION))
    return found


def _looks_back(session: Session, body: Body) -> bool:
    return isinstance(body, ActionProgress) and earlier_action(session, body.action) is not None


def _numbers_at(session: Session, steps: set[str]) -> Iterator[str]:
    kinds: tuple[tuple[str, str, Sequence[Numbered]], ...] = (
        ("besluit", "besluiten", decisions(session)),
        ("prioriteit", "prioriteiten", priorities(session)),
        ("actie", "acties", actions(session)),
        ("parkeerpunt", "parkeerpunten", parked_points(session)),
    )
    for one, many, found in kinds:
        here = [
            each.number for each in found if session.state.records[each.seq].first.step in steps
        ]
        if here:
            yield f"{one if len(here) == 1 else many} {listed(here)}"
