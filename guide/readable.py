"""The content on one page of plain text: an agenda and the normenkaders, for reading through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from textwrap import fill

from guide.content_models import Agenda, Content, Framework, Norm, Step, Theme

_WIDTH = 96


def content_page(content: Content) -> str:
    """Every agenda and normenkader, in the order of the conversation."""
    parts = [*map(_agenda, content.agendas), *map(_framework, content.frameworks)]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _agenda(agenda: Agenda) -> Iterator[str]:
    yield from _heading(f"Agenda: {agenda.title} (versie {agenda.version})", "=")
    numbers = count(1)
    for item in agenda.items:
        name = "Bij een vervolgsessie: " if item.after_earlier else f"{next(numbers)}. "
        yield from _heading(f"{name}{item.title} ({item.minutes} minuten)", "-")
        for step in item.steps:
            yield from _step(step)


def _step(step: Step) -> Iterator[str]:
    yield _block(f"{step.title}: {step.question}", "  ")
    if step.subline:
        yield _block(step.subline, "      ")
    yield from (_block(line, "      ", "    - ") for line in step.script)


def _framework(framework: Framework) -> Iterator[str]:
    yield from _heading(f"{framework.title} (versie {framework.version})", "=")
    for theme in framework.themes:
        yield from _theme(framework, theme)


def _theme(framework: Framework, theme: Theme) -> Iterator[str]:
    word = framework.theme_word.capitalize()
    yield from _heading(f"{word} {theme.number}. {theme.title}", "-")
    yield _block(theme.goal, "  ")
    yield _block(f"Stem van het kind: {theme.child_voice}", "  ")
    for norm in theme.norms:
        yield from _norm(norm)


def _norm(norm: Norm) -> Iterator[str]:
    yield ""
    yield _block(f"Norm {norm.number}: {norm.title}", "  ")
    yield _block(norm.explanation, "    ")
    for element in norm.elements:
        yield _block(f"{element.label}. {element.text}", "       ", "    ")


def _heading(text: str, line: str) -> Iterator[str]:
    yield from ("", text, line * min(len(text), _WIDTH))


def _block(text: str, indent: str, first: str | None = None) -> str:
    start = indent if first is None else first
    return fill(text, _WIDTH, initial_indent=start, subsequent_indent=indent)
