"""Earlier sessions in the minutes: what came of the actions, and pictures then and now."""

from __future__ import annotations

from collections.abc import Iterator

from guide.dutch_dates import date_in_words
from guide.look_back import EarlierAgreement, earlier_actions
from guide.minutes.model import Column, Paragraph, Section, Table
from guide.minutes.words import (
    TO_DECIDE,
    labelled,
    lines,
    list_section,
    listed,
    opening_words,
    target_labels,
)
from guide.phrases import how_it_goes_on
from guide.session import Session
from guide.set_up import earlier_session
from guide.then_and_now import ThenAndNow, earlier_pictures, outcome_in_words

_NOTHING_SAID = "Niet samen vastgelegd"


def look_back_sections(session: Session) -> list[Section]:
    """What came of the earlier actions; nothing for the first session of a region."""
    then = earlier_session(session)
    if then is None:
        return []
    when = f" van {date_in_words(then.held_on)}" if then.held_on else ""
    found = list_section(
        "Terugblik: wat kwam van de afspraken",
        f"Bij de regiosessie{when} zijn geen acties afgesproken.",
        _ACTION_COLUMNS,
        [_row(each) for each in earlier_actions(session)],
        "De eerdere acties met hun trekker, wat ervan kwam en hoe ze verdergaan.",
        more=(Paragraph(f"De nummers zijn die van de regiosessie{when}."),),
    )
    return [found]


_ACTION_COLUMNS = (
    ("Nr.", 0.6), ("Actie", 2.6), ("Trekker", 1.6), ("Wat ervan kwam", 2.2),
    ("Hoe het verdergaat", 2.2),
)  # fmt: skip


def _row(each: EarlierAgreement) -> tuple[str, ...]:
    action = each.body.action
    # What goes on stands in full in the actielijst of these minutes.
    what = opening_words(action.what) or action.what if each.carried else action.what
    return (
        each.body.number,
        what,
        action.owner or TO_DECIDE,
        lines(each.status.label, each.noticed, labelled("Reden", each.reason)),
        lines(*how_it_goes_on(each)),
    )


def then_and_now_sections(session: Session) -> list[Section]:
    """Then and now of the norms talked about before and now; nothing when there are none."""
    found = [each for each in earlier_pictures(session) if each.now.discussed]
    if not found:
        return []
    compared = [each for each in found if each.comparable]
    changed = tuple(
        Paragraph(each.changed, each.then.label) for each in found if not each.comparable
    )
    if not compared:
        return [Section("Toen en nu", (Paragraph(_NOT_BESIDE), *changed), level=2)]
    table = Table(
        (
            Column("Norm of thema", 1.4),
            Column("Toen", 2.4),
            Column("Nu", 2.4),
            Column("In de tussentijd afgesproken", 1.8),
        ),
        tuple(_then_row(session, each) for each in compared),
        "Per norm het beeld van de vorige keer en van nu, in woorden.",
    )
    more = (Paragraph(_NOT_BESIDE), *changed) if changed else ()
    return [Section("Toen en nu", (table, *more), level=2)]


_NOT_BESIDE = "Deze beelden staan niet naast elkaar, omdat er iets is veranderd."


def _then_row(session: Session, each: ThenAndNow) -> tuple[str, ...]:
    then, shared = each.then, each.now.shared
    today = outcome_in_words(
        shared.outcome if shared else None, shared.value if shared else None, nothing=_NOTHING_SAID
    )
    before = outcome_in_words(then.outcome, then.value, nothing=_NOTHING_SAID)
    said_then = (labelled(s.perspective, s.then.label) for s in each.said if s.then)
    said_now = (labelled(s.perspective, s.now.label) for s in each.said if s.now)
    held_on = date_in_words(then.held_on) if then.held_on else ""
    return (
        target_labels(session, [then.about]),
        lines(held_on, before, *said_then),
        lines(today, *said_now),
        listed(_agreed(each)) or "Niets",
    )


def _agreed(each: ThenAndNow) -> Iterator[str]:
    for action in each.agreed:
        yield f"{action.body.number} ({action.status.label.lower()})"
