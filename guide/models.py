"""The fixed words of a regiosessie: answers, outcomes and states, each with its Dutch label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class LabelledEnum(StrEnum):
    """An enum whose members carry their own Dutch label: NAME = "value", "label"."""

    label: str

    def __new__(cls, value: str, label: str) -> LabelledEnum:
        """Make a member from its stored value and its Dutch label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, value: str) -> Self:
        """The member that is stored as this value; raises ValueError when there is none."""
        return cls(value)  # type: ignore[call-arg]  # the label belongs to making a member


class JudgementValue(LabelledEnum):
    """The picture of a norm or theme: four worded steps, two answers apart, one default."""

    NOT_YET = "not-yet", "Nog niet"
    BEGINNING = "beginning", "Een begin"
    MOSTLY = "mostly", "Grotendeels"
    ASSURED = "assured", "Ja, en geborgd"
    UNKNOWN = "unknown", "Weten we nog niet"
    NOT_APPLICABLE = "not-applicable", "Geldt hier niet"
    NOT_DISCUSSED = "not-discussed", "Niet besproken"

    @property
    def on_scale(self) -> bool:
        """Whether it is one of the four worded steps."""
        return self in SCALE

    @property
    def symbol(self) -> str:
        """A mark that tells the answers apart without colour."""
        return _SYMBOLS[self]


SCALE = (
    JudgementValue.NOT_YET,
    JudgementValue.BEGINNING,
    JudgementValue.MOSTLY,
    JudgementValue.ASSURED,
)
APART = (JudgementValue.UNKNOWN, JudgementValue.NOT_APPLICABLE)
ANSWERS = (*SCALE, *APART)
LOW = (JudgementValue.NOT_YET, JudgementValue.BEGINNING)
_SYMBOLS = {
    JudgementValue.NOT_YET: "○",
    JudgementValue.BEGINNING: "◔",
    JudgementValue.MOSTLY: "◕",
    JudgementValue.ASSURED: "◉",
    JudgementValue.UNKNOWN: "?",
    JudgementValue.NOT_APPLICABLE: "–",
    JudgementValue.NOT_DISCUSSED: "·",
}


class PictureOutcome(LabelledEnum):
    """How the talk about one norm ended; a difference is a valid end."""

    SHARED = "shared", "Gedeeld beeld"
    DIFFERS = "differs", "Beeld verschilt"
    OPEN = "open", "Nog open"


class Commissioning(LabelledEnum):
    """Three ways to use a norm in the opdrachtverlening (onderzoek 2020, §2B)."""

    EXPLICIT = "explicit", "Expliciet"
    IMPLICIT = "implicit", "Impliciet"
    NOT = "not", "Niet"


class Mandate(LabelledEnum):
    """Whether the people in the room may decide about an action."""

    AGREED = "agreed", "Afgesproken"
    PROPOSAL = "proposal", "Voorstel"
    TO_SUBMIT = "to-submit", "Nog voor te leggen aan"


class ActionStatus(LabelledEnum):
    """What became of an action."""

    OPEN = "open", "Open"
    RUNNING = "running", "Loopt"
    DONE = "done", "Gereed"
    DROPPED = "dropped", "Vervallen"

    @property
    def ended(self) -> bool:
        """Whether nobody has to do anything for the action any more."""
        return self in (ActionStatus.DONE, ActionStatus.DROPPED)


class Exactness(LabelledEnum):
    """How a number of children was found."""

    EXACT = "exact", "Exact"
    ESTIMATE = "estimate", "Schatting"
    UNKNOWN = "unknown", "Niet bekend"


class Necessity(LabelledEnum):
    """What the region itself finds of a norm; the sources assign neither (GAP-4)."""

    NECESSARY = "necessary", "Noodzakelijk"
    DESIRABLE = "desirable", "Wenselijk"


class Phase(LabelledEnum):
    """The three phases of a stay (onderzoek 2020, §2B)."""

    ACUTE = "acute", "Acute fase"
    STAY = "stay", "Langer verblijf"
    AFTER = "after", "Vervolg"


class Presence(LabelledEnum):
    """Attendance of one participant."""

    PRESENT = "present", "Aanwezig"
    EXCUSED = "excused", "Afwezig met bericht"
    ABSENT = "absent", "Afwezig"


class RoundForm(LabelledEnum):
    """What a round on the phones asks of each device."""

    PICTURE = "picture", "Beeld"
    PICKS = "picks", "Stille top drie"
    CONSENT = "consent", "Steun voor de prioriteit"


class RoundStage(LabelledEnum):
    """A round is open in silence, then revealed at once, then closed."""

    OPEN = "open", "Open"
    REVEALED = "revealed", "Onthuld"
    CLOSED = "closed", "Gesloten"


class Support(LabelledEnum):
    """Fist to five: how far one supports a priority (facilitation practice, nl-context FAC-9)."""

    BLOCK = "0", "Nee, zo kan ik niet verder"
    DOUBT = "1", "Grote twijfel"
    CONCERN = "2", "Eerst een zorg bespreken"
    ACCEPT = "3", "Ik kan ermee leven"
    GOOD = "4", "Goed"
    CHAMPION = "5", "Heel goed, ik help mee"


class Author(LabelledEnum):
    """Who made an entry; never a person."""

    FACILITATOR = "facilitator", "Gespreksleider"
    NOTE_TAKER = "note-taker", "Schrijver"
    PARTICIPANT = "participant", "Deelnemer"
    GUIDE = "guide", "Gids"


class DetailField(LabelledEnum):
    """The fields of the set-up that hold one value."""

    REGION = "region", "Regio"
    DATE = "date", "Datum"
    START = "start", "Begintijd"
    END = "end", "Eindtijd"
    PLACE = "place", "Plaats (alleen een naam, geen adres)"
    SECTORS = "sectors", "Opvangvormen"
    PERSPECTIVES = "perspectives", "Perspectieven"
    FRAMEWORKS = "frameworks", "Normenkaders"
    CHOSEN = "chosen", "Te bespreken normen"
    GROUND_RULES = "ground-rules", "Spelregels"
    FACILITATOR = "facilitator", "Gespreksleider (functie en organisatie)"
    NOTE_TAKER = "note-taker", "Verslaglegger (functie en organisatie)"
    CASE_NUMBER = "case-number", "Zaaknummer of dossier"
    NEXT_DATE = "next-date", "Volgende regiosessie"
    REMARKS_BEFORE = "remarks-before", "Opmerkingen op het verslag graag vóór"
    REMARKS_TO = "remarks-to", "Opmerkingen sturen aan (functie)"
