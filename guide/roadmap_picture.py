"""Session -> what the picture of the groeipad shows: years, cards and words; it draws nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from guide.dutch_dates import date_in_words
from guide.minutes import last_moment
from guide.minutes.words import TO_DECIDE, target_labels
from guide.models import ActionStatus
from guide.phrases import due_in_words
from guide.plain_text import one_line
from guide.region_time import REGION
from guide.roadmap import AgreedAction, Year, actions, priorities
from guide.session import Session
from guide.set_up import details

_YEARS: tuple[Year, ...] = (1, 2, 3)
_LONGEST = 400
_LONGEST_NAME = 80
# More than this is too much to be read aloud: then the actielijst is the text.
_MOST_READ_OUT = 25


@dataclass(frozen=True, slots=True)
class Card:
    """One action as the picture shows it; every text on one line, a very long one cut."""

    number: str
    status: ActionStatus
    what: str
    owner: str
    due: str
    priority: str
    norms: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One year of the groeipad with its cards, what is ready first on top."""

    title: str
    until: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class RoadmapPicture:
    """Everything in the picture; `priorities` are numbers with titles, for the legend."""

    title: str
    subtitle: str
    lanes: tuple[Lane, ...]
    priorities: tuple[tuple[str, str], ...]


def roadmap_picture(session: Session) -> RoadmapPicture:
    """What the picture shows of the groeipad as it stands; the same for the same session."""
    return RoadmapPicture(
        title=_title(session),
        subtitle=_subtitle(session),
        lanes=tuple(_lanes(session)),
        priorities=tuple(
            (each.number, one_line(each.body.title, _LONGEST)) for each in priorities(session)
        ),
    )


def roadmap_in_words(session: Session) -> str:
    """The picture for who cannot see it: per year each action, with who, by when and status."""
    shown = roadmap_picture(session)
    every = sum(len(lane.cards) for lane in shown.lanes)
    told = [_lane_in_words(lane, every <= _MOST_READ_OUT) for lane in shown.lanes]
    if every > _MOST_READ_OUT:
        told.append("Wat ze inhouden, staat in de actielijst.")
    return " ".join(part for part in (f"{shown.title}.", shown.subtitle, *told) if part)


def _title(session: Session) -> str:
    return f"Groeipad {one_line(details(session).region, _LONGEST_NAME)}".strip()


def _subtitle(session: Session) -> str:
    held = details(session).date
    of = f"Regiosessie van {date_in_words(held)}. " if held else ""
    if not session.state.records:
        return of.strip()
    return f"{of}Stand van {date_in_words(last_moment(session).astimezone(REGION).date())}."


def _lanes(session: Session) -> Iterator[Lane]:
    found = sorted(actions(session), key=lambda each: (each.body.due or dt.date.max, each.seq))
    for year in _YEARS:
        cards = tuple(_card(session, each) for each in found if each.year == year)
        yield Lane(f"Jaar {year}", _until(details(session).date, year), cards)
    undecided = tuple(_card(session, each) for each in found if each.year is None)
    if undecided:
        yield Lane("Jaar nog te bepalen", "", undecided)


def _until(start: dt.date | None, year: Year) -> str:
    """The last day that counts as this year, as guide/roadmap.py counts years."""
    if start is None:
        return ""
    leap_day = (start.month, start.day) == (2, 29)
    last = start.replace(year=start.year + year, day=28 if leap_day else start.day)
    return f"tot en met {date_in_words(last)}"


def _card(session: Session, each: AgreedAction) -> Card:
    of = [p.number for p in priorities(session) if p.seq == each.body.priority]
    return Card(
        number=each.number,
        status=each.status,
        what=one_line(each.body.what, _LONGEST),
        owner=one_line(each.body.owner, _LONGEST) or TO_DECIDE.lower(),
        due=one_line(due_in_words(each.body.due, each.body.due_words), _LONGEST)
        or TO_DECIDE.lower(),
        priority=of[0] if of else "",
        norms=one_line(target_labels(session, each.body.norms), _LONGEST),
    )


def _lane_in_words(lane: Lane, one_by_one: bool) -> str:
    if not lane.cards:
        return f"{lane.title}: geen acties."
    told = (_card_in_words(card) if one_by_one else card.number for card in lane.cards)
    return f"{lane.title}: {('; ' if one_by_one else ', ').join(told)}."


def _card_in_words(card: Card) -> str:
    what, owner = one_line(card.what, _LONGEST_NAME).rstrip("."), one_line(card.owner, 60)
    of = f", {card.priority}" if card.priority else ""
    due = one_line(card.due, 60)
    return f"{card.number} {what} (trekker {owner}, klaar {due}{of}, {card.status.label.lower()})"
