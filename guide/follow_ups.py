"""What the guide says beside the question: follow-ups from content, if their condition holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.agenda import current_place
from guide.conditions import CONDITIONS, Finding
from guide.content_models import FollowUp
from guide.entries import Dismissal
from guide.errors import ContentError
from guide.session import Session

_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One follow-up as said now; `key` names it, so that it can be put aside."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the naslag has for the present norm: an example or an action others took."""

    condition: str
    names: tuple[tuple[str, str], ...]


def follow_ups(
    session: Session, now: dt.datetime, suggestions: tuple[Suggestion, ...] = ()
) -> list[Spoken]:
    """The follow-ups that fit this moment, in the order of the content, without those put aside."""
    kind = current_place(session).step.kind
    fitting = [each for each in session.script.follow_ups if not each.at or kind in each.at]
    return _said_now(session, now, fitting, suggestions)


def gaps(session: Session, now: dt.datetime) -> list[Spoken]:
    """What the guide notices about the groeipad as a whole, without what was put aside."""
    fitting = [each for each in session.script.follow_ups if each.on_roadmap]
    return _said_now(session, now, fitting, ())


def _said_now(
    session: Session,
    now: dt.datetime,
    fitting: Iterable[FollowUp],
    suggestions: tuple[Suggestion, ...],
) -> list[Spoken]:
    aside = _put_aside(session)
    found: list[Spoken] = []
    for each in fitting:
        findings = _findings(session, now, each, suggestions)
        if len(findings) < each.minimum:
            continue
        found.extend(s for s in (_spoken(each, names) for names in findings) if s.key not in aside)
    return found


def _findings(
    session: Session, now: dt.datetime, each: FollowUp, suggestions: tuple[Suggestion, ...]
) -> list[Finding]:
    if each.when in SUGGESTED:
        return [dict(s.names) for s in suggestions if s.condition == each.when]
    return list(CONDITIONS[each.when](session, now))


def _spoken(each: FollowUp, names: Finding) -> Spoken:
    # All names in one pass, and no str.format: user text with braces stays user text.
    text = _NAME.sub(lambda found: names.get(found[1], found[0]), each.say)
    return Spoken(f"{each.id}|{'|'.join(_lasting(names))}", text)


def _lasting(names: Finding) -> Iterator[str]:
    """What names a follow-up: minutes in tens, or one put aside would be back a minute later."""
    for name, value in names.items():
        yield value[:-1] if name == "minutes" else value


def _put_aside(session: Session) -> set[str]:
    return {body.what for _, body in session.state.all(Dismissal)}


# Conditions whose findings come from the naslag, which is not part of the state.
SUGGESTED = frozenset({"example-fits", "suggestion-fits"})


def check_conditions(follow_ups: tuple[FollowUp, ...]) -> None:
    """Raise ContentError when a follow-up names a condition that does not exist."""
    for each in follow_ups:
        if each.when not in CONDITIONS and each.when not in SUGGESTED:
            raise ContentError(
                f"follow_ups.yaml, bij {each.id}: de voorwaarde '{each.when}' bestaat niet.",
                f"Kies een van: {', '.join(sorted(CONDITIONS.keys() | SUGGESTED))}.",
            )
