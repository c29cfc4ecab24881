"""What the content files may hold: normenkaders, agendas, follow-ups and library items.

Every model is frozen and refuses unknown keys, so a typing error in a content file is found when
it is loaded. The models hold no logic beyond finding their own parts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from guide.models import Author

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Fact = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}-[A-Za-z0-9.-]+$")]


class ContentModel(BaseModel):
    """Base of everything read from content/: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sector(StrEnum):
    """The two forms of opvang; a normenkader belongs to one of them."""

    VO = "vo"
    MO = "mo"

    @property
    def label(self) -> str:
        """The Dutch name in full."""
        return {"vo": "vrouwenopvang", "mo": "maatschappelijke opvang"}[self.value]

    @property
    def short(self) -> str:
        """The abbreviation used in the field."""
        return self.value.upper()


class Document(ContentModel):
    """A source document: where facts come from."""

    id: Slug
    title: Text
    maker: Text
    date: str = Field(default="", description="As far as known, as people write it")
    note: str = ""
    facts: tuple[Fact, ...] = ()


class Source(ContentModel):
    """The exact place in a source document where an item comes from."""

    document: Slug
    section: Text
    norm: str = Field(default="", description="Norm number in that document")


class Footnote(ContentModel):
    """A footnote of a norm, in our own words."""

    number: Text
    text: Text
    facts: tuple[Fact, ...] = ()


class Element(ContentModel):
    """An onderdeel of a norm: a talking point, never a box to tick."""

    id: Slug
    label: Text = Field(description="As in the source: a-g, or 1-14 for dash items")
    text: Text
    footnotes: tuple[Footnote, ...] = ()
    facts: tuple[Fact, ...] = ()


class Norm(ContentModel):
    """One norm: heading for the projector, plain explanation, elements, exact source."""

    id: Slug
    number: Text = Field(description="The number in the source: 1.4 or 8")
    title: Text = Field(description="Own short heading, at most 12 words")
    explanation: Text = Field(description="Plain Dutch, B1, every threshold of the norm in it")
    elements_intro: str = ""
    elements: tuple[Element, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    chain: bool = Field(default=False, description="Concerns the keten: ask who is aan zet")
    terms: tuple[Slug, ...] = Field(default=(), description="Ids of definitions used in this norm")
    neighbours: tuple[Slug, ...] = Field(
        default=(), description="Eigen duiding: norms of the other framework about the same"
    )
    official_text: str = Field(default="", description="Only for organisations that may use it")
    source: Source
    facts: tuple[Fact, ...] = ()


class Theme(ContentModel):
    """A theme (MO) or indicator (VO) with its goal and norms."""

    id: Slug
    number: Text
    title: Text
    goal: Text
    child_voice: Text = Field(description="Waar wordt het kind beter van? For this theme")
    who_tells: Text = Field(description="Wie vertelt ons wat kinderen ervan vinden?")
    chain: bool = False
    footnotes: tuple[Footnote, ...] = ()
    norms: tuple[Norm, ...] = Field(min_length=1)
    source: Source
    facts: tuple[Fact, ...] = ()


class Remark(ContentModel):
    """A statement about a whole framework: scope, status, a warning."""

    id: Slug
    title: Text
    text: Text
    source: Source | None = None
    facts: tuple[Fact, ...] = ()


class Framework(ContentModel):
    """A normenkader as data."""

    id: Slug
    title: Text
    short: Text = Field(description="Short name on screen, with its year")
    sector: Sector
    theme_word: Text = Field(description="What the source calls a theme: thema or indicator")
    version: Text = Field(description="Version of our text; raise it with every change")
    date: Text
    source: Source
    remarks: tuple[Remark, ...] = ()
    themes: tuple[Theme, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()


class LibraryKind(StrEnum):
    """The kinds of item in the naslag."""

    DEFINITION = "definition"
    EXAMPLE = "example"
    PRECONDITION = "precondition"
    RECOMMENDATION = "recommendation"
    RESEARCH = "research"
    RIGHT = "right"
    PHASE = "phase"
    BACKGROUND = "background"
    DEVELOPMENT = "development"
    GUIDE = "guide"

    @property
    def label(self) -> str:
        """The Dutch name on screen."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "definition": "begrip",
    "example": "praktijkvoorbeeld",
    "precondition": "randvoorwaarde",
    "recommendation": "aanbeveling",
    "research": "onderzoek 2020",
    "right": "recht van het kind",
    "phase": "fase",
    "background": "achtergrond",
    "development": "ontwikkeling sindsdien",
    "guide": "gespreksleidraad",
}


class Amount(ContentModel):
    """One number of a research item, for a plain chart and a table."""

    label: Text
    value: float
    unit: str = ""
    base: str = Field(default="", description="What the number is a part of, e.g. 20 van 29")
    facts: tuple[Fact, ...] = ()


class SuggestedAction(ContentModel):
    """An action that belongs to a randvoorwaarde, offered as a suggestion for the groeipad."""

    id: Slug
    text: Text
    level: Text = Field(description="landelijk, regionaal, organisatie, normenkader")
    initiative: Text
    norms: tuple[Slug, ...] = Field(default=(), description="Eigen duiding: norms it fits")
    facts: tuple[Fact, ...] = ()


class Point(ContentModel):
    """A sub-point of a library item that carries its own fact ids."""

    text: Text
    facts: tuple[Fact, ...] = ()


class LibraryItem(ContentModel):
    """Anything the naslag can show: a definition, an example, a figure, a right."""

    id: Slug
    kind: LibraryKind
    title: Text
    text: Text
    also: tuple[Text, ...] = Field(default=(), description="Other words people search for")
    sectors: tuple[Sector, ...] = ()
    norms: tuple[Slug, ...] = ()
    themes: tuple[Slug, ...] = ()
    points: tuple[Point, ...] = ()
    amounts: tuple[Amount, ...] = ()
    actions: tuple[SuggestedAction, ...] = ()
    caveat: str = Field(default="", description="What a reader must know before using it")
    certainty: str = Field(default="", description="For later developments: how sure, and when")
    source: Source
    facts: tuple[Fact, ...] = ()


class Perspective(ContentModel):
    """A group whose picture is recorded; never a person."""

    id: Slug
    label: Text
    short: Text
    symbol: Text = Field(max_length=2, description="Told apart without colour")
    aliases: tuple[Text, ...] = Field(default=(), description="What people type after @")
    sectors: tuple[Sector, ...] = Field(default=(), description="Empty: always present")
    judges: tuple[Sector, ...] = Field(default=(), description="Frameworks it usually judges")


class StepKind(StrEnum):
    """What a step of the agenda does; each kind has its own part on the screen."""

    SAY = "say"
    SHOW = "show"
    ATTEND = "attend"
    ASK = "ask"
    COUNT = "count"
    THEMES = "themes"
    CHOOSE = "choose"
    NORMS = "norms"
    PICK = "pick"
    WEIGH = "weigh"
    PRIORITISE = "prioritise"
    USE = "use"
    AGREE = "agree"
    FOLLOW_UP = "follow_up"
    LOOK_BACK = "look_back"
    CHECK_OUT = "check_out"


class QuickAnswer(ContentModel):
    """A button that records a note in one tap."""

    label: Text
    note: Text


class Step(ContentModel):
    """One step of an agenda item: what the guide asks and what the gespreksleider may say."""

    id: Slug
    kind: StepKind
    title: Text
    question: Text = Field(description="For the room, large")
    subline: str = ""
    script: tuple[Text, ...] = Field(min_length=1, description="For the gespreksleider to say")
    help: str = ""
    quick_answers: tuple[QuickAnswer, ...] = ()
    hear_everyone: bool = Field(default=False, description="Ask each perspective in turn")
    library: tuple[Slug, ...] = Field(default=(), description="Library items to show or offer")
    facts: tuple[Fact, ...] = ()


class AgendaItem(ContentModel):
    """An agendapunt with its suggested minutes and steps."""

    id: Slug
    title: Text
    minutes: int = Field(ge=0, le=480)
    steps: tuple[Step, ...] = Field(min_length=1)
    after_earlier: bool = Field(
        default=False, description="Only in a session that goes on from an earlier one"
    )
    facts: tuple[Fact, ...] = ()


class Agenda(ContentModel):
    """The order of a regiosessie."""

    id: Slug
    title: Text
    version: Text
    source: Source
    minutes_note: str = ""
    ground_rules: tuple[Text, ...] = Field(description="Default spelregels")
    privacy_line: Text = Field(description="Said before the first question and in the minutes")
    items: tuple[AgendaItem, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()


class FollowUp(ContentModel):
    """What the guide says when something in the state asks for it; never code, only a name."""

    id: Slug
    when: Slug = Field(description="Name of a condition that guide/conditions.py knows")
    at: tuple[StepKind, ...] = Field(default=(), description="Only in these kinds of step")
    say: Text = Field(description="May hold {names} that the condition fills in")
    on_roadmap: bool = Field(default=False, description="Also on the screen of the groeipad")
    minimum: int = Field(default=1, ge=1, description="How many findings before it is said")


class CountDefinition(ContentModel):
    """A definition that a number of children can be based on."""

    id: Slug
    label: Text
    text: Text
    facts: tuple[Fact, ...] = ()


class ScaleStep(ContentModel):
    """The explanation of one judgement value; the values themselves are fixed in models."""

    value: Slug
    label: Text
    text: Text


class Wording(ContentModel):
    """Texts around judging, counting, weighing and confirming that belong to no agenda item."""

    judge_question: Text
    judge_subline: Text
    theme_question: Text
    own_words_notice: Text = Field(description="Says that the official text is the source's")
    scale: tuple[ScaleStep, ...] = Field(min_length=6)
    count_definitions: tuple[CountDefinition, ...] = Field(min_length=1)
    weigh_questions: tuple[tuple[Slug, Text], ...] = Field(min_length=1)
    minutes_disclaimer: Text
    facts: tuple[Fact, ...] = ()


class Content(ContentModel):
    """Everything in content/, checked and joined; made once per process."""

    documents: tuple[Document, ...]
    frameworks: tuple[Framework, ...]
    agendas: tuple[Agenda, ...]
    library: tuple[LibraryItem, ...]
    perspectives: tuple[Perspective, ...]
    follow_ups: tuple[FollowUp, ...]
    wording: Wording


class ExampleMove(ContentModel):
    """One thing that happens in the example session; later moves call it by its `name`."""

    name: str = ""
    step: str = Field(default="", description="Where; the current place when it is empty")
    target: str = Field(default="", description="The norm, theme or priority it is about there")
    author: Author = Author.FACILITATOR
    body: dict[str, Any] = Field(default={}, description="As in guide/entries.py, with its kind")
    refers: dict[str, str] = Field(default={}, description="Field of the body -> name of a move")
    corrects: str = Field(default="", description="Name of the move this is a newer wording of")
    withdraws: str = Field(default="", description="Name of the move that is taken back")
    go: bool = Field(default=False, description="The conversation goes to this step and target")


class ExampleSession(ContentModel):
    """A session to look around in: a made-up region, told as what happened one after another."""

    region: Text
    date: Text
    moves: tuple[ExampleMove, ...] = Field(min_length=1)
