"""What may be recorded: every rule about one entry in one place, with the reason in Dutch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from guide.content_models import Sector
from guide.entries import (
    Action,
    ActionProgress,
    Adoption,
    Answer,
    Body,
    Decision,
    Detail,
    Judgement,
    Note,
    NumberOfChildren,
    OwnItem,
    OwnPerspective,
    Parked,
    Participant,
    Party,
    Picks,
    Priority,
    Round,
    SharedPicture,
    Suggestion,
)
from guide.errors import InputError, NotFoundError
from guide.models import ActionStatus, DetailField, Exactness, JudgementValue, PictureOutcome
from guide.plain_text import MAX_LENGTH, texts_in
from guide.roadmap import actions
from guide.room_rules import MOST_PICKS as MOST_PICKS
from guide.room_rules import check_room
from guide.session import Session
from guide.set_up import all_perspectives

# What a body may name by the number of an earlier record.
RECORD_FIELDS = ("participant", "priority", "action", "parked", "record", "of", "earlier")


def check(session: Session, body: Body, *, replaces: int | None = None) -> None:
    """Raise InputError or NotFoundError, in Dutch, when this may not be recorded.

    `replaces` is the record that it is a newer wording of.
    """
    check_alone(body)
    _check_references(session, body)
    check_room(session, body)
    if isinstance(body, Action) and body.earlier is not None:
        _check_carried_once(session, body.earlier, replaces)


def check_alone(body: Body) -> None:
    """The rules that ask nothing of the session; raises InputError."""
    _check_texts(body)
    rule = _ALONE.get(type(body))
    if rule is not None:
        rule(body)


_NEEDED: dict[type[Body], tuple[str, str]] = {
    Note: ("text", "Er staat nog geen tekst."),
    Decision: ("text", "Het besluit is nog leeg."),
    Parked: ("text", "Het punt voor de parkeerlijst is nog leeg."),
    Action: ("what", "De actie zegt nog niet wat er gebeurt."),
    Priority: ("title", "De prioriteit heeft nog geen naam."),
    Party: ("name", "De naam van de partij ontbreekt."),
    Participant: ("organisation", "De organisatie van de deelnemer ontbreekt."),
    OwnItem: ("title", "Het agendapunt heeft nog geen titel."),
    OwnPerspective: ("label", "Het perspectief heeft nog geen naam."),
    Suggestion: ("text", "Het voorstel is nog leeg."),
}


def _check_texts(body: Body) -> None:
    needed = _NEEDED.get(type(body))
    if needed and not getattr(body, needed[0]):
        raise InputError(needed[1], "Vul het in en probeer het opnieuw.")
    if any(len(text) > MAX_LENGTH for text in texts_in(body.model_dump())):
        raise InputError("Deze tekst is te lang.", "Verdeel de tekst over meer notities.")


def _check_references(session: Session, body: Body) -> None:
    script = session.script
    # What a round is about can also be a priority, or nothing: guide/room_rules.py knows.
    of_the_room = isinstance(body, Round | Answer)
    targets = [body.target] if hasattr(body, "target") and not of_the_room else []
    targets += getattr(body, "targets", ())
    known = script.theme_of.keys()
    # Only an action or decision may name an element of a norm: a picture is about the whole norm.
    unknown = [target for target in targets if target not in known]
    unknown += [
        norm
        for norm in getattr(body, "norms", ())
        if norm not in known and norm not in script.elements
    ]
    if unknown:
        raise NotFoundError(f"De norm '{unknown[0]}' bestaat niet.", "Kies een norm uit de lijst.")
    perspective = getattr(body, "perspective", "")
    if perspective and perspective not in {p.id for p in all_perspectives(session)}:
        raise NotFoundError(
            f"Het perspectief '{perspective}' bestaat niet.", "Kies een perspectief uit de lijst."
        )
    for field in RECORD_FIELDS:
        _check_record(session, getattr(body, field, None))


def _check_record(session: Session, seq: object) -> None:
    if isinstance(seq, int) and session.state.record(seq) is None:
        raise NotFoundError("Waar dit bij hoort, bestaat niet (meer).", "Ververs de pagina.")


def _check_carried_once(session: Session, earlier: int, replaces: int | None) -> None:
    # In Excel and in a calendar it is known by one lasting number.
    others = [a.seq for a in actions(session) if a.body.earlier == earlier]
    if any(seq != replaces for seq in others):
        raise InputError("Deze eerdere actie gaat al mee.", "Pas de actie op het groeipad aan.")


def _check_detail(body: Detail) -> None:
    value = body.value if isinstance(body.value, str) else ""
    if body.field is DetailField.SECTORS and not set(body.value) <= set(Sector):
        raise InputError("Deze opvangvorm bestaat niet.", "Kies VO, MO of allebei.")
    dates = (DetailField.DATE, DetailField.NEXT_DATE, DetailField.REMARKS_BEFORE)
    if body.field in dates and value:
        _parsed(dt.date.fromisoformat, value, "Deze datum bestaat niet.", "22-11-2026")
    if body.field in (DetailField.START, DetailField.END) and value:
        _parsed(dt.time.fromisoformat, value, "Deze tijd bestaat niet.", "13:30")


def _parsed(parse: object, value: str, message: str, example: str) -> None:
    try:
        parse(value)  # type: ignore[operator]
    except ValueError as error:
        raise InputError(message, f"Vul bijvoorbeeld {example} in.") from error


def _check_judgement(body: Judgement) -> None:
    if body.value is JudgementValue.NOT_DISCUSSED:
        raise InputError("'Niet besproken' is geen antwoord.", "Kies een van de andere antwoorden.")


def _check_shared(body: SharedPicture) -> None:
    if body.outcome is PictureOutcome.SHARED and body.value is None:
        raise InputError("Kies ook welk beeld jullie delen.", "Of kies: nog open.")
    no_reason = body.value is JudgementValue.NOT_APPLICABLE and not body.explanation
    if no_reason:
        raise InputError(
            "'Geldt hier niet' vraagt om een reden.",
            "Schrijf kort op waarom de norm hier niet past.",
        )


def _check_picks(body: Picks) -> None:
    if len(set(body.targets)) != len(body.targets):
        raise InputError("Dezelfde norm is twee keer gekozen.", "Kies elke norm één keer.")
    if len(body.targets) > MOST_PICKS:
        raise InputError(f"Er zijn meer dan {MOST_PICKS} gekozen.", "Haal er een of meer weg.")


def _check_number(body: NumberOfChildren) -> None:
    if body.sector not in set(Sector):
        raise InputError("Deze opvangvorm bestaat niet.", "Kies VO of MO.")
    if body.exactness is not Exactness.UNKNOWN and body.count is None:
        raise InputError("Het aantal ontbreekt.", "Vul een getal in, of kies: niet bekend.")


def _check_progress(body: ActionProgress) -> None:
    if body.status is ActionStatus.DROPPED and not body.reason:
        raise InputError("Er staat niet waarom de actie vervalt.", "Schrijf de reden op.")


def _check_adoption(body: Adoption) -> None:
    if not body.version:
        raise InputError("Het versienummer ontbreekt.", "Vul bijvoorbeeld 1.0 in.")


_ALONE: dict[type[Body], Callable[[Any], None]] = {
    ActionProgress: _check_progress,
    Adoption: _check_adoption,
    Detail: _check_detail,
    Judgement: _check_judgement,
    NumberOfChildren: _check_number,
    Picks: _check_picks,
    SharedPicture: _check_shared,
}
