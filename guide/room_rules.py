"""What may come from the room: who may answer what, and when; with the reason in Dutch."""

from __future__ import annotations

import re

from guide.entries import (
    Action,
    ActionReport,
    Answer,
    Body,
    Confirmation,
    Decision,
    Joined,
    Round,
    Suggestion,
)
from guide.errors import InputError, NotFoundError
from guide.models import ANSWERS, RoundForm, RoundStage, Support
from guide.roadmap import earlier_action, priority_of
from guide.rounds import asked, joined, place_of, round_at
from guide.session import Session
from guide.set_up import parties, perspectives

MOST_PICKS = 3
MOST_DEVICES = 300
LONGEST_SENTENCE = 1000

_DEVICE = re.compile(r"[A-Za-z0-9_-]{16,64}")


def check_room(session: Session, body: Body) -> None:
    """Raise InputError or NotFoundError when this may not come from the room now."""
    match body:
        case Joined():
            _check_joined(session, body)
        case Round():
            _check_round(session, body)
        case Answer():
            _check_sentence(body.remark)
            _check_answer(session, body)
        case Suggestion():
            _check_suggestion(session, body)
        case Confirmation():
            _check_confirmation(session, body)
        case ActionReport():
            _check_report(session, body)


def most(form: RoundForm) -> int:
    """How many answers one device may give at once."""
    return MOST_PICKS if form is RoundForm.PICKS else 1


def check_device(device: str) -> None:
    """Raise InputError when this is not the number of a device."""
    if not _DEVICE.fullmatch(device):
        raise InputError("Dit toestel is niet herkend.", "Open de pagina opnieuw.")


def check_amount(form: RoundForm, values: tuple[str, ...]) -> None:
    """Raise InputError when this is no amount of answers that one device may give."""
    if not values:
        raise InputError("Er is nog geen antwoord gekozen.", "Kies een antwoord.")
    if len(set(values)) != len(values) or len(values) > most(form):
        raise InputError("Er is te veel gekozen.", f"Kies er hoogstens {most(form)}, elk één keer.")


def _check_joined(session: Session, body: Joined) -> None:
    check_device(body.device)
    if body.perspective not in {p.id for p in perspectives(session)}:
        raise NotFoundError(
            "Dit perspectief doet niet mee in deze sessie.", "Kies een perspectief uit de lijst."
        )
    known = [party.name for _, party in parties(session) if party.perspective == body.perspective]
    if body.organisation and known and body.organisation not in known:
        raise NotFoundError(
            "Deze organisatie staat niet in de lijst.",
            f"Vul in: {', '.join(known)}. Of laat het leeg.",
        )
    everyone = joined(session)
    if body.device not in everyone and len(everyone) >= MOST_DEVICES:
        raise InputError("Er doen al heel veel toestellen mee.", "Vraag het de gespreksleider.")


def _check_round(session: Session, body: Round) -> None:
    if not _is_target(session, body.form, body.target):
        raise NotFoundError("Waar deze ronde over gaat, bestaat niet (meer).", "Ververs de pagina.")
    now = round_at(session, body.form, body.target)
    if body.stage is RoundStage.REVEALED and (now is None or now.stage is not RoundStage.OPEN):
        raise InputError("Deze ronde staat niet open.", "Open de ronde eerst.")


def _is_target(session: Session, form: RoundForm, target: str) -> bool:
    match form:
        case RoundForm.PICTURE:
            return target in session.script.theme_of
        case RoundForm.CONSENT:
            return priority_of(session, target) is not None
        case RoundForm.PICKS:
            return not target


def _check_answer(session: Session, body: Answer) -> None:
    place = _place(session, body.device)
    now = round_at(session, body.form, body.target)
    if now is None:
        raise InputError("Deze vraag is gesloten.", "Kijk welke vraag er nu open staat.")
    if now.stage is not RoundStage.OPEN:
        raise too_late()
    if place.perspective not in {p.id for p in asked(session, body.form, body.target)}:
        raise InputError("Deze vraag is voor andere perspectieven.", "Wacht op de volgende vraag.")
    _check_values(session, body)


def too_late() -> InputError:
    """An answer that comes after the reveal does not count any more."""
    return InputError("De antwoorden zijn al getoond.", "Vertel uw antwoord in het gesprek.")


def _check_values(session: Session, body: Answer) -> None:
    check_amount(body.form, body.values)
    known: set[str] = {
        RoundForm.PICTURE: {str(value.value) for value in ANSWERS},
        RoundForm.PICKS: set(session.script.theme_of),
        RoundForm.CONSENT: {str(value.value) for value in Support},
    }[body.form]
    if not known.issuperset(body.values):
        raise InputError("Dit antwoord bestaat niet.", "Kies een antwoord uit de lijst.")


def _check_suggestion(session: Session, body: Suggestion) -> None:
    if _place(session, body.device).perspective != body.perspective:
        raise InputError("Dit voorstel hoort bij een ander perspectief.", "Ververs de pagina.")
    _check_sentence(body.text)


def _check_report(session: Session, body: ActionReport) -> None:
    if _place(session, body.device).perspective != body.perspective:
        raise InputError("Deze melding hoort bij een ander perspectief.", "Ververs de pagina.")
    _check_sentence(body.noticed)
    if earlier_action(session, body.action) is None:
        raise NotFoundError("Deze eerdere actie bestaat niet (meer).", "Ververs de pagina.")


def _check_confirmation(session: Session, body: Confirmation) -> None:
    if not body.correct and not body.objection:
        raise InputError("Er staat nog niet wat er niet klopt.", "Schrijf op wat er anders moet.")
    if not body.device:
        return
    _place(session, body.device)
    _check_sentence(body.objection)
    record = session.state.records.get(body.record)
    if record is None or record.withdrawn or not isinstance(record.first.body, Action | Decision):
        raise NotFoundError("Deze afspraak bestaat niet (meer).", "Ververs de pagina.")


def _place(session: Session, device: str) -> Joined:
    place = place_of(session, device)
    if place is None or place.perspective not in {p.id for p in perspectives(session)}:
        raise NotFoundError(
            "Dit toestel doet nog niet mee.", "Kies eerst namens welk perspectief u meedoet."
        )
    return place


def _check_sentence(text: str) -> None:
    if len(text) > LONGEST_SENTENCE:
        raise InputError(
            f"Deze tekst is te lang: hoogstens {LONGEST_SENTENCE} tekens.", "Maak de tekst korter."
        )
