"""What a device or the public screen may know: nothing outside these fields ever reaches one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from guide.live_agreements import Agreement
from guide.models import RoundForm, RoundStage


class Choice(NamedTuple):
    """A perspective to take part for."""

    id: str
    label: str
    symbol: str


class Option(NamedTuple):
    """An answer to tap."""

    value: str
    label: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Reporting:
    """An earlier action that a party may say something of; `mine` is what this device said."""

    seq: int
    number: str
    text: str
    facts: tuple[str, ...]
    options: tuple[Option, ...]
    mine: str = ""
    my_noticed: str = ""


@dataclass(frozen=True, slots=True)
class PhoneRound:
    """A question on a phone; of all answers only its own, until the reveal."""

    seq: int
    form: RoundForm
    target: str
    stage: RoundStage
    question: str
    about: str
    options: tuple[Option, ...]
    mine: tuple[str, ...]
    my_remark: str
    most: int
    ahead: bool = False
    """Asked before the talk is there: it stands in a list, folded."""
    notice: str = ""
    spread_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhoneView:
    """The screen of one phone. Equal views look the same; `version` differs when they do not."""

    seq: int = field(compare=False)
    region: str
    heading: str
    question: str
    subline: str
    about: str
    about_text: str
    joined: Choice | None
    perspectives: tuple[Choice, ...]
    organisations: tuple[tuple[str, str], ...]
    rounds: tuple[PhoneRound, ...]
    earlier: tuple[Reporting, ...]
    agreements: tuple[Agreement, ...]
    done: bool
    version: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """How often one perspective gave one answer: in words, with the mark of the answer."""

    symbol: str
    label: str
    times: str

    @property
    def words(self) -> str:
        """'twee keer ◔ Een begin'."""
        return " ".join(part for part in (self.times, self.symbol, self.label) if part)


@dataclass(frozen=True, slots=True)
class PerspectiveSpread:
    """The answers of one perspective, revealed."""

    symbol: str
    label: str
    told: tuple[Told, ...]
    recognisable: bool

    @property
    def words(self) -> str:
        """The answers in one line."""
        return ", ".join(each.words for each in self.told) or "geen antwoord"


@dataclass(frozen=True, slots=True)
class ProjectorRound:
    """A round on the public screen: how many answered, and the spread only after the reveal."""

    seq: int
    form: RoundForm
    stage: RoundStage
    question: str
    about: str
    answered: int | None
    spread: tuple[PerspectiveSpread, ...]
    extremes: str
    notice: str


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """The public screen. Equal views look the same; `version` differs when they do not."""

    seq: int = field(compare=False)
    region: str
    heading: str
    where: str
    question: str
    subline: str
    about: str
    round: ProjectorRound | None
    shared: str
    actions: tuple[Agreement, ...]
    parked: int
    code: str
    address: str
    clock: str
    version: str = ""


V = TypeVar("V", PhoneView, ProjectorView)


def stamped(view: V) -> V:
    """The view with a version that changes only when something on that screen does."""
    seen = repr(replace(view, seq=0)).encode("utf-8", "surrogatepass")
    return replace(view, version=hashlib.sha256(seen).hexdigest()[:20])
