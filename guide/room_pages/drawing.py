"""From a view to HTML: the only place that knows the templates. What people typed is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide.errors import GuideError
from guide.live import PhoneRound, PhoneView, ProjectorView
from guide.models import APART, JudgementValue, RoundForm, RoundStage
from guide.room_pages.files import address_of
from guide.room_pages.qr import qr_code

if TYPE_CHECKING:
    from jinja2 import Environment

_LONG_QUESTION = 90


@dataclass(frozen=True, slots=True)
class Filled:
    """What to show besides the view: a problem, what was typed, and what was just sent."""

    problem: GuideError | None = None
    typed: Mapping[str, Any] = field(default_factory=dict)
    writing: bool = False
    sent: bool = False


NOTHING = Filled()


def code_page(code: str, problem: GuideError | None = None) -> str:
    """The page that asks for the code."""
    return _render("code.html", code=code, problem=problem)


def calm_page(problem: GuideError) -> str:
    """One page for a link that does not work, or a server that does not."""
    return _render("calm.html", problem=problem)


def calm_part(problem: GuideError) -> str:
    """The same in a page that is already open."""
    return _render("calm_part.html", problem=problem)


def phone_page(view: PhoneView, key: str, once: str, filled: Filled = NOTHING) -> str:
    """The whole page of a phone; `once` marks one delivery of what is filled in on it."""
    return _phone("phone.html", view, key, once, filled)


def phone_part(view: PhoneView, key: str, filled: Filled = NOTHING) -> str:
    """The part of the page of a phone that changes."""
    return _phone("phone_part.html", view, key, "", filled)


@lru_cache(maxsize=64)
def shared_phone_part(view: PhoneView, key: str) -> str:
    """The same, drawn once for all phones that see the same."""
    return phone_part(view, key)


def _phone(template: str, view: PhoneView, key: str, once: str, filled: Filled) -> str:
    asks = any(r.stage is RoundStage.OPEN and not r.mine for r in view.rounds)
    typing = filled.writing or filled.problem is not None or not view.joined or asks
    return _render(
        template,
        view=view,
        key=key,
        once=once,
        typing=typing,
        writing=filled.writing or bool(filled.typed.get("zin")),
        problem=filled.problem,
        typed=_Typed(filled.typed),
        sent=filled.sent,
    )


def projector_page(view: ProjectorView, key: str) -> str:
    """The whole page of the projector."""
    return _render("projector.html", view=view, key=key)


@lru_cache(maxsize=8)
def projector_part(view: ProjectorView) -> str:
    """The part of the projector page that changes."""
    return _render("projector_part.html", view=view)


class _Typed(dict[str, Any]):
    """What was typed; nothing for a field that was not on the form."""

    def __missing__(self, name: str) -> str:
        return ""


def _render(template: str, **context: Any) -> str:
    return _templates().get_template(template).render(**context)


def _news(view: PhoneView) -> str:
    """What a screen reader says when the page changes by itself."""
    if any(each.stage is RoundStage.REVEALED for each in view.rounds):
        return "De antwoorden zijn te zien."
    news = f"Nieuw op het scherm: {view.question or view.heading}"
    is_ahead = any(each.ahead for each in view.rounds)
    return f"{news} U kunt thema's vooraf invullen." if is_ahead else news


def _sign(form: RoundForm, value: str) -> str:
    """A mark that tells the answers apart without colour."""
    return JudgementValue.of(value).symbol if form is RoundForm.PICTURE else value


def _labels(round_: PhoneRound) -> str:
    """The answer of this phone in words."""
    words = {value: label for value, label, _ in round_.options}
    return ", ".join(words.get(value, value) for value in round_.mine)


def _join_address(view: ProjectorView) -> str:
    """What the QR code says: the address with the code filled in."""
    return f"{view.address}?code={view.code.replace(' ', '')}"


def _short_address(view: ProjectorView) -> str:
    """The address as one types it."""
    return view.address.split("://")[-1]


def _counted(answers: int | None) -> str:
    """How many answers are in; nothing more is known before the reveal."""
    if not answers:
        return "Er zijn nog geen antwoorden."
    return "Er is 1 antwoord." if answers == 1 else f"Er zijn {answers} antwoorden."


@cache
def _templates() -> Environment:
    """The templates; the library is loaded at the first page, because it costs start-up time."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        file=address_of,
        qr_code=qr_code,
        news=_news,
        sign=_sign,
        labels=_labels,
        join_address=_join_address,
        short_address=_short_address,
        counted=_counted,
        is_apart=lambda value: value in APART,
        long_question=_LONG_QUESTION,
    )
    return made
