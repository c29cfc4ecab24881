"""The part of the screen that belongs to one kind of step; every kind has its own."""

from collections.abc import Callable

from guide.agenda import Place
from guide.content_models import StepKind
from guide.session import Session
from pages.widgets.following import shown_place
from pages.widgets.steps.agree import show_agree
from pages.widgets.steps.ask import show_ask
from pages.widgets.steps.attend import show_attend
from pages.widgets.steps.check_out import show_check_out
from pages.widgets.steps.choose import show_choose
from pages.widgets.steps.count import show_count
from pages.widgets.steps.follow_up import show_follow_up
from pages.widgets.steps.look_back import show_look_back
from pages.widgets.steps.pick import show_pick
from pages.widgets.steps.pictures import show_pictures
from pages.widgets.steps.prioritise import show_prioritise
from pages.widgets.steps.use import show_use
from pages.widgets.steps.weigh import show_weigh

PARTS: dict[StepKind, Callable[[Session, Place], None]] = {
    StepKind.SAY: show_ask,
    StepKind.SHOW: show_ask,
    StepKind.ASK: show_ask,
    StepKind.ATTEND: show_attend,
    StepKind.COUNT: show_count,
    StepKind.THEMES: show_pictures,
    StepKind.NORMS: show_pictures,
    StepKind.CHOOSE: show_choose,
    StepKind.PICK: show_pick,
    StepKind.WEIGH: show_weigh,
    StepKind.PRIORITISE: show_prioritise,
    StepKind.USE: show_use,
    StepKind.AGREE: show_agree,
    StepKind.FOLLOW_UP: show_follow_up,
    StepKind.LOOK_BACK: show_look_back,
    StepKind.CHECK_OUT: show_check_out,
}


def show_step(session: Session) -> None:
    """What one can answer, choose or fill in at the current step."""
    place = shown_place(session)
    PARTS[place.step.kind](session, place)
