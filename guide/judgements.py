"""Pictures per norm and theme: who says what, where they differ, what was not discussed.

Never adds up, averages or ranks: a picture is words per perspective and how the talk ended.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide.content_models import Perspective, Theme
from guide.entries import ChildVoice, Judgement, Mark, Neighbours, Picks, SharedPicture, Weighing
from guide.models import LOW, SCALE, DetailField, JudgementValue, PictureOutcome
from guide.session import Session, once
from guide.set_up import all_perspectives, frameworks, many, perspectives


@dataclass(frozen=True, slots=True)
class View:
    """The picture of one perspective on one target."""

    perspective: Perspective
    value: JudgementValue
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything recorded about one norm or theme."""

    target: str
    views: tuple[View, ...]
    shared: SharedPicture | None

    @property
    def given(self) -> tuple[View, ...]:
        """The views of the perspectives that gave one."""
        return tuple(v for v in self.views if v.value is not JudgementValue.NOT_DISCUSSED)

    @property
    def discussed(self) -> bool:
        """Whether anything was recorded."""
        return bool(self.given) or self.shared is not None

    @property
    def differs(self) -> bool:
        """Whether two perspectives gave different answers."""
        return len({view.value for view in self.given}) > 1

    @property
    def outcome(self) -> PictureOutcome | None:
        """How the talk ended; None when that was not recorded."""
        return self.shared.outcome if self.shared else None

    @property
    def is_low(self) -> bool:
        """Whether the shared picture, or any view without one, is 'nog niet' or 'een begin'."""
        if self.shared and self.shared.value is not None:
            return self.shared.value in LOW
        return any(view.value in LOW for view in self.given)

    @property
    def extremes(self) -> tuple[tuple[View, ...], tuple[View, ...]]:
        """The views lowest and highest on the scale; both empty when they do not differ."""
        placed = sorted(
            (v for v in self.given if v.value.on_scale), key=lambda v: SCALE.index(v.value)
        )
        if not placed or placed[0].value is placed[-1].value:
            return (), ()
        return (
            tuple(v for v in placed if v.value is placed[0].value),
            tuple(v for v in placed if v.value is placed[-1].value),
        )


@once
def picture(session: Session, target: str) -> Picture:
    """The picture of one norm or theme, with every perspective of this session in it."""
    state = session.state
    views = tuple(
        View(
            p, given.value if given else JudgementValue.NOT_DISCUSSED, given.remark if given else ""
        )
        for p in judging(session, target)
        for given in (state.value(("judgement", target, p.id), Judgement),)
    )
    return Picture(target, views, state.value(("shared_picture", target), SharedPicture))


@once
def judging(session: Session, target: str) -> tuple[Perspective, ...]:
    """The perspectives that judge this target: VO does not judge MO norms unless it did so.

    A picture that was given stays in sight, also when its perspective was switched off later.
    """
    present = {p.id for p in perspectives(session)}
    framework = session.script.framework_of.get(target)
    return tuple(
        p
        for p in all_perspectives(session)
        if session.state.value(("judgement", target, p.id), Judgement) is not None
        or (p.id in present and (framework is None or not p.judges or framework.sector in p.judges))
    )


@once
def session_themes(session: Session) -> tuple[Theme, ...]:
    """The themes of the frameworks in this session, in the order of the sources."""
    return tuple(theme for framework in frameworks(session) for theme in framework.themes)


@once
def chosen_norms(session: Session) -> tuple[str, ...]:
    """The norms chosen for the talk, in the order of the sources; a chosen theme counts whole."""
    chosen = set(many(session, DetailField.CHOSEN) or ())
    return tuple(
        norm.id
        for theme in session_themes(session)
        for norm in theme.norms
        if norm.id in chosen or theme.id in chosen
    )


@once
def discussed(session: Session) -> list[Picture]:
    """The pictures of everything that was talked about, themes and norms in source order."""
    targets = [
        id_
        for theme in session_themes(session)
        for id_ in (theme.id, *(norm.id for norm in theme.norms))
    ]
    found = (picture(session, target) for target in targets)
    return [each for each in found if each.discussed]


@once
def not_discussed(session: Session) -> list[str]:
    """The chosen norms about which nothing was recorded."""
    return [n for n in chosen_norms(session) if not picture(session, n).discussed]


def child_voice(session: Session, target: str) -> ChildVoice | None:
    """What was said for the child on the theme of this target."""
    theme = session.script.theme_of.get(target)
    return session.state.value(("child_voice", theme.id), ChildVoice) if theme else None


def mark(session: Session, target: str) -> Mark | None:
    """What the region finds of this norm: noodzakelijk or wenselijk, and which phases."""
    return session.state.value(("mark", target), Mark)


def neighbours(session: Session, norm_id: str) -> tuple[str, ...]:
    """Norms of the other framework about the same: as this region sees it, else as we suggest.

    The sources give no crosswalk (GAP-5): the suggestion is our own interpretation.
    """
    own = session.state.value(("neighbours", norm_id), Neighbours)
    if own is not None:
        return own.norms
    suggested = set(session.script.norms[norm_id].neighbours)
    suggested |= {n.id for n in session.script.norms.values() if norm_id in n.neighbours}
    return tuple(n for n in session.script.norms if n in suggested)


@once
def picks(session: Session) -> dict[str, tuple[str, ...]]:
    """Perspective id -> the norms or themes it picked."""
    found = {}
    for perspective in perspectives(session):
        given = session.state.value(("picks", perspective.id), Picks)
        if given and given.targets:
            found[perspective.id] = given.targets
    return found


@once
def picked(session: Session) -> tuple[str, ...]:
    """Every norm or theme that any perspective picked, in source order: not a ranking."""
    chosen = {target for targets in picks(session).values() for target in targets}
    return tuple(t for t in session.script.theme_of if t in chosen)


def weighing(session: Session, target: str) -> Weighing | None:
    """The answers to the weighing questions for this target."""
    return session.state.value(("weighing", target), Weighing)
