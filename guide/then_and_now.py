"""Then and now: the earlier picture of a norm beside today's, in words; never a trend or a number.

A picture is only set beside another when both are of the same text and the same scope. Otherwise
the guide names what changed (DESIGN section 5: no comparison that says more than was said).
"""

from __future__ import annotations

from dataclasses import dataclass

from guide.content_models import Sector
from guide.entries import EarlierPicture
from guide.judgements import Picture, picture
from guide.look_back import EarlierAgreement, earlier_actions
from guide.models import JudgementValue, PictureOutcome
from guide.session import Session, once
from guide.set_up import all_perspectives, sectors


@dataclass(frozen=True, slots=True)
class Said:
    """What one perspective said then and says now; None where it said nothing."""

    perspective: str
    then: JudgementValue | None
    now: JudgementValue | None


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The earlier picture of a norm or theme, and today's where the two can be compared."""

    then: EarlierPicture
    now: Picture
    changed: str
    said: tuple[Said, ...]
    agreed: tuple[EarlierAgreement, ...]

    @property
    def comparable(self) -> bool:
        """Whether text and scope are still the same."""
        return not self.changed


@once
def then_and_now(session: Session, target: str) -> ThenAndNow | None:
    """Then and now for a norm or theme; None when no earlier session talked about it."""
    then = session.state.value(("earlier_picture", target), EarlierPicture)
    if then is None:
        return None
    now = picture(session, target)
    changed = _what_changed(session, then)
    return ThenAndNow(
        then=then,
        now=now,
        changed=changed,
        said=() if changed else _said(session, then, now),
        agreed=tuple(_agreed_about(session, target)),
    )


@once
def earlier_pictures(session: Session) -> list[ThenAndNow]:
    """Then and now of everything an earlier session talked about, in the order of then."""
    found = (then_and_now(session, body.about) for _, body in session.state.all(EarlierPicture))
    return [each for each in found if each is not None]


def outcome_in_words(
    outcome: PictureOutcome | None, value: JudgementValue | None, *, nothing: str
) -> str:
    """'Gedeeld beeld: grotendeels', 'Beeld verschilt', or `nothing` when no outcome is known."""
    if outcome is None:
        return nothing
    return f"{outcome.label}: {value.label.lower()}" if value else outcome.label


def _what_changed(session: Session, then: EarlierPicture) -> str:
    framework = session.script.framework_of.get(then.about)
    if framework is None:
        return f"{then.label} staat niet meer in de normenkaders van deze sessie."
    if framework.version != then.version:
        return (
            f"De tekst van {framework.short} is sindsdien veranderd "
            f"(toen versie {then.version}, nu versie {framework.version})."
        )
    if set(then.sectors) != set(sectors(session)):
        now = _scope(sectors(session))
        return f"Het gesprek ging toen over {_scope(then.sectors)}, en nu over {now}."
    return ""


def _scope(forms: tuple[str, ...]) -> str:
    return " en ".join(form.short for form in Sector if form in forms) or "geen opvangvorm"


def _said(session: Session, then: EarlierPicture, now: Picture) -> tuple[Said, ...]:
    """Every perspective that said something then or now, in the order of the perspectives."""
    before = {view.perspective: view.value for view in then.views}
    today = {view.perspective.label: view.value for view in now.given}
    known = [p.label for p in all_perspectives(session)]
    names = [*known, *(name for name in before if name not in known)]
    return tuple(
        Said(name, before.get(name), today.get(name))
        for name in names
        if name in before or name in today
    )


def _agreed_about(session: Session, target: str) -> list[EarlierAgreement]:
    """The earlier actions that name this norm, one of its elements, or a norm of this theme."""
    script = session.script
    theme = script.themes.get(target)
    wanted = {norm.id for norm in theme.norms} | {target} if theme else {target}
    return [
        each
        for each in earlier_actions(session)
        if any(script.elements.get(ref, ref) in wanted for ref in each.body.action.norms)
    ]
