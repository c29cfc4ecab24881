"""Dutch wording of what is recorded: people, numbers, deadlines and mandates."""

from __future__ import annotations

import datetime as dt

from guide.agenda import target_label
from guide.content_models import Sector
from guide.dutch_dates import date_in_words, number
from guide.entries import Action, NumberOfChildren, Participant
from guide.look_back import EarlierAgreement
from guide.models import Exactness, Mandate
from guide.session import Session

SMALL_NUMBER = 10
_ENDS = (".", "!", "?", "…")


def guest_in_words(body: Participant, *, names: bool = True) -> str:
    """'organisatie, functie' with the name behind it where there is one and it may be shown."""
    name = f" ({body.name})" if names and body.name else ""
    return ", ".join(part for part in (body.organisation, body.function) if part) + name


def count_in_words(body: NumberOfChildren) -> str:
    """A number of children: small numbers are shown as 'minder dan 10' (CHK-P3)."""
    sector = Sector(body.sector).label
    if body.exactness is Exactness.UNKNOWN or body.count is None:
        return joined(f"{sector.capitalize()}: aantal kinderen niet bekend", body.remark)
    shown = shown_count(body.count)
    about = (
        "ongeveer " if body.exactness is Exactness.ESTIMATE and body.count >= SMALL_NUMBER else ""
    )
    said = f"{sector.capitalize()}: {about}{shown} kinderen ({body.exactness.label.lower()})"
    date = f"Peildatum {body.reference_date}" if body.reference_date else ""
    return joined(said, date, f"Bron: {body.origin}" if body.origin else "", body.remark)


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
            f"Klaar: {due_in_words(body.due, body.due_words)}"
            if body.due or body.due_words
            else "",
            norms,
            mandate_in_words(body) if body.mandate is not Mandate.AGREED else "",
        )
        if fact
    ]


def earlier_facts(session: Session, each: EarlierAgreement) -> list[str]:
    """What is known of an earlier action: who, when, for what, the sign, how often it moved."""
    action, body = each.body.action, each.body
    when = f"Afgesproken op {date_in_words(body.agreed_on)}" if body.agreed_on else ""
    facts = (
        *action_facts(session, action),
        f"Bij de prioriteit: {body.priority_title}" if body.priority_title else "",
        f"We zien het aan: {action.sign}" if action.sign else "",
        when,
        f"Verschoven: {each.moved} keer" if each.moved else "",
        "" if each.said_on else f"Stand toen: {body.status.label.lower()}",
        f"Toen gemerkt: {body.noticed}" if body.noticed and not each.said_on else "",
    )
    return [fact for fact in facts if fact]


def how_it_goes_on(each: EarlierAgreement) -> list[str]:
    """Whether an earlier action goes on, stays or is closed, in short sentences."""
    if each.carried is not None:
        due = due_in_words(each.carried.body.due, each.carried.body.due_words)
        return [
            f"Gaat verder als {each.carried.number}.",
            *([f"Klaar: {due}."] if due else []),
            *([f"Al {each.moved} keer verschoven."] if each.moved else []),
        ]
    said_on = f"Besproken op {date_in_words(each.said_on)}." if each.said_on else ""
    if each.status.ended:
        return ["Afgesloten.", *([said_on] if said_on else [])]
    return ["Blijft staan voor de volgende regiosessie." if said_on else "Nog niet besproken."]


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


def joined(first: str, *more: str) -> str:
    """The parts that say something, as sentences one after another."""
    *before, last = (first, *(part for part in more if part))
    return " ".join([*(part if part.endswith(_ENDS) else f"{part}." for part in before), last])
