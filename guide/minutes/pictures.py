"""The pictures in the minutes: an overview in words per normenkader, then the stories behind them.

VO and MO never share a table, and nothing is counted, averaged or ranked.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content_models import Framework, Perspective
from guide.entries import ChildVoice, SharedPicture
from guide.judgements import (
    Picture,
    chosen_norms,
    discussed,
    mark,
    not_discussed,
    picture,
    session_themes,
)
from guide.minutes.model import Block, Bullets, Column, Paragraph, Role, Section, Table
from guide.minutes.words import labelled, lines, listed, objection_paragraphs, target_name
from guide.session import Session
from guide.set_up import frameworks, perspectives

_PER_PERSPECTIVE = (
    "De beelden zijn per perspectief gegeven, niet per persoon. Het zijn woorden en geen cijfers: "
    "ze worden niet opgeteld of vergeleken tussen vrouwenopvang en maatschappelijke opvang."
)
_MOST_COLUMNS_UPRIGHT = 6


def picture_sections(session: Session) -> list[Section]:
    """Everything about the pictures, also when there are none."""
    found = discussed(session)
    if not found:
        opening: tuple[Block, ...] = (Paragraph("Er zijn geen beelden vastgelegd."),)
    else:
        wording = session.script.wording
        scale = Bullets(tuple(f"{step.label}: {step.text}" for step in wording.scale))
        opening = (Paragraph(_PER_PERSPECTIVE), Paragraph(wording.own_words_notice), scale)
    return [
        Section("Beelden per norm", opening),
        *_overviews(session, found),
        *_details(session),
        _left_out(session),
    ]


def _overviews(session: Session, found: list[Picture]) -> Iterator[Section]:
    framework_of = session.script.framework_of
    for framework in frameworks(session):
        own = [each for each in found if framework_of[each.target].id == framework.id]
        if own:
            yield _overview(session, framework, own)


def _overview(session: Session, framework: Framework, found: list[Picture]) -> Section:
    judged = {view.perspective.id for each in found for view in each.views}
    judges = [p for p in perspectives(session) if p.id in judged]
    word = framework.theme_word
    table = Table(
        (
            Column(f"{word.capitalize()} of norm", 2.2),
            *(Column(p.label, _room_for(p.label)) for p in judges),
            Column("Samen", 1.1),
        ),
        tuple(_row(session, each, judges) for each in found),
        f"Beelden bij {framework.short}: per {word} en norm, per perspectief en samen.",
    )
    wide = len(table.columns) > _MOST_COLUMNS_UPRIGHT
    return Section(f"Overzicht {framework.short}", (table,), level=2, landscape=wide)


def _room_for(label: str) -> float:
    """The share of the width of a column, so that the longest word of its header stays whole."""
    return max(1.0, max(len(word) for word in label.split()) / 11)


def _row(session: Session, each: Picture, judges: list[Perspective]) -> tuple[str, ...]:
    said = {view.perspective.id: view.value.label for view in each.views}
    return (
        target_name(session, each.target),
        *(said.get(p.id, "Niet gevraagd") for p in judges),
        _together(each.shared),
    )


def _together(shared: SharedPicture | None) -> str:
    if shared is None:
        return "Niet vastgelegd"
    return labelled(shared.outcome.label, shared.value.label if shared.value else "") or (
        shared.outcome.label
    )


def _details(session: Session) -> Iterator[Section]:
    """The themes and norms with an explanation, a difference, a mark or the child's voice."""
    for theme in session_themes(session):
        for target in (theme.id, *(norm.id for norm in theme.norms)):
            blocks = tuple(_stories(session, target))
            if blocks:
                yield Section(target_name(session, target), blocks, level=2)


def _stories(session: Session, target: str) -> Iterator[Paragraph]:
    each = picture(session, target)
    told = [view for view in each.given if view.remark]
    yield from (Paragraph(view.remark, view.perspective.label) for view in told)
    shared = each.shared
    if shared is not None:
        yield from _labelled(
            ("Samen", shared.explanation),
            ("Gaat al goed", shared.going_well),
            ("Aan zet", shared.mover),
        )
    if each.differs and not told and not (shared and shared.explanation):
        yield Paragraph("De beelden verschillen. Er is geen toelichting vastgelegd.")
    yield from _labelled(("Voor onze regio", _mark_in_words(session, target)))
    yield from _child(session, target)
    yield from _objections(session, each)


def _labelled(*said: tuple[str, str]) -> Iterator[Paragraph]:
    return (Paragraph(text, label) for label, text in said if text)


def _mark_in_words(session: Session, target: str) -> str:
    found = mark(session, target)
    if found is None:
        return ""
    phases = listed(phase.label.lower() for phase in found.phases)
    return lines(found.necessity.label if found.necessity else "", labelled("Fase", phases))


def _child(session: Session, target: str) -> Iterator[Paragraph]:
    voice = session.state.value(("child_voice", target), ChildVoice)
    if voice is not None:
        yield from _labelled(
            ("Waar wordt het kind beter van", voice.better_off),
            ("Wie vertelt wat kinderen vinden", voice.told_by),
        )


def _objections(session: Session, each: Picture) -> Iterator[Paragraph]:
    slots = [("judgement", each.target, view.perspective.id) for view in each.given]
    for slot in (*slots, ("shared_picture", each.target)):
        record = session.state.newest(slot)
        if record is not None:
            yield from objection_paragraphs(session, record.seq)


def _left_out(session: Session) -> Section:
    missing = not_discussed(session)
    if missing:
        names = tuple(target_name(session, target) for target in missing)
        blocks: tuple[Block, ...] = (Bullets(names), Paragraph(_SAYS_NOTHING, role=Role.REMARK))
    elif chosen_norms(session):
        blocks = (Paragraph("Alle gekozen normen zijn besproken."),)
    else:
        blocks = (Paragraph("Er zijn geen normen gekozen om te bespreken."),)
    return Section("Gekozen, maar niet besproken", blocks, level=2)


_SAYS_NOTHING = "Dat een norm niet is besproken, zegt niets over de praktijk."
