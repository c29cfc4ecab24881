"""The agenda: what is asked, of whom, in which words, and what follows from the answers."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from guide.content_models.base import ContentModel, Fact, Slug, Source, Text
from guide.content_models.frameworks import Sector


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
