"""Judging: the picture of each perspective on one theme or norm, and how the talk ended."""

from contextlib import suppress

import streamlit as st

from guide.agenda import Place
from guide.content_models import StepKind
from guide.entries import ChildVoice, Judgement, Mark, SharedPicture
from guide.errors import GuideError
from guide.judgements import Picture, View, child_voice, mark, picture
from guide.models import ANSWERS, JudgementValue, Necessity, Phase, PictureOutcome, RoundForm
from guide.session import Session
from pages.widgets import synced
from pages.widgets.failures import calm
from pages.widgets.kept_forms import KeptForm, has_unsent, kept_form, start_fresh
from pages.widgets.norm_card import show_norm, show_theme
from pages.widgets.opened import session_now
from pages.widgets.plain import md
from pages.widgets.preparing import show_where_to_begin
from pages.widgets.recording import record, record_beforehand
from pages.widgets.related import show_terms
from pages.widgets.round_panel import show_round
from pages.widgets.then_and_now import show_then_and_now


def show_pictures(session: Session, place: Place) -> None:
    """One row per perspective; then the shared picture, the child's voice and the norm itself."""
    if not place.target:
        st.info("Er zijn nog geen normen gekozen. Ga een stap terug en kies er een paar.")
        return
    if place.step.kind is StepKind.THEMES:
        show_where_to_begin(session)
    show_round(session, RoundForm.PICTURE, place.target)
    now = picture(session, place.target)
    for view in now.views:
        _row(session, place, view)
    if place.step.kind is StepKind.NORMS or now.given:
        _shared(session, place, now)
    explained, child = st.columns(2)
    with explained.expander("Uitleg", on_change="rerun", key=f"norm:{place.target}") as fold:
        if fold.open:
            _explained(session, place)
    label = "Stem van het kind"
    with child.expander(label, on_change="rerun", key=f"child:{place.target}") as fold:
        if fold.open:
            _child(session, place)
    show_then_and_now(session, place.target)


def _row(session: Session, place: Place, view: View) -> None:
    key = _key(place.target, view.perspective.id)
    stored = _stored(view)
    slot = ("judgement", place.target, view.perspective.id)
    earlier = {None, *(body.value for body in session.state.ever(slot, Judgement))}
    start = synced.prepare(key, stored, earlier, start="default")
    chosen = st.segmented_control(
        md(f"{view.perspective.symbol} {view.perspective.label}"),
        ANSWERS,
        format_func=lambda value: f"{value.symbol} {value.label}",
        key=key,
        wrap=True,
        # A second press would show nothing as chosen while the picture stays recorded.
        required=True,
        on_change=_chosen,
        args=(place.target, view.perspective.id),
        **start,
    )
    new = chosen is not None and synced.edited(key, stored)
    if new and record(session, _answer(place.target, view, chosen)):
        synced.accept(key)
        st.rerun()
    if stored is JudgementValue.NOT_APPLICABLE:
        _reason(session, place, view)


@calm
def _chosen(target: str, perspective: str) -> None:
    """Record a press before the page is drawn; what goes wrong here is for the row itself."""
    if not synced.is_pressed_now():
        return
    with suppress(GuideError):
        session, value = session_now(), st.session_state[_key(target, perspective)]
        for view in picture(session, target).views:
            if view.perspective.id == perspective and value not in (None, _stored(view)):
                record_beforehand(session, _answer(target, view, value))


def _key(target: str, perspective: str) -> str:
    return f"picture:{target}:{perspective}"


def _stored(view: View) -> JudgementValue | None:
    return None if view.value is JudgementValue.NOT_DISCUSSED else view.value


def _answer(target: str, view: View, value: JudgementValue) -> Judgement:
    # Why it did not apply says nothing about another answer.
    remark = "" if view.value is JudgementValue.NOT_APPLICABLE else view.remark
    return _judgement(target, view, value, remark)


def _judgement(target: str, view: View, value: JudgementValue, remark: str) -> Judgement:
    return Judgement(target=target, perspective=view.perspective.id, value=value, remark=remark)


def _reason(session: Session, place: Place, view: View) -> None:
    """'Geldt hier niet' asks for a reason."""
    key = f"reason:{place.target}:{view.perspective.id}"
    synced.prepare(key, view.remark)
    reason = st.text_input(f"Waarom geldt dit hier niet? ({md(view.perspective.label)})", key=key)
    new = reason and synced.edited(key, view.remark)
    if new and record(session, _judgement(place.target, view, view.value, reason)):
        synced.accept(key)
        st.rerun()


def _shared(session: Session, place: Place, now: Picture) -> None:
    known = now.shared
    title = f"Samen: {known.outcome.label}" if known else "Samen: nog niet vastgelegd"
    if known and known.value:
        title += f", {known.value.label}"
    key = f"shared-form:{place.target}"
    everyone = known is None and len(now.given) == len(now.views)
    is_open = everyone or has_unsent(session, key)
    with st.expander(title, key=f"shared:{place.target}", expanded=is_open):
        body = _shared_form(session, place, known, key)
    if body is not None and record(session, body):
        start_fresh(session, key)
        st.rerun()


def _shared_form(
    session: Session, place: Place, known: SharedPicture | None, key: str
) -> SharedPicture | None:
    start = known or SharedPicture(target=place.target, outcome=PictureOutcome.OPEN)
    with kept_form(session, key) as form:
        outcome = form.field(
            st.radio,
            "Hoe eindigt dit gesprek?",
            "outcome",
            known.outcome if known else None,
            options=list(PictureOutcome),
            format_func=lambda o: o.label,
            horizontal=True,
        )
        value = form.field(
            st.radio,
            "Welk beeld delen jullie? (alleen bij een gedeeld beeld)",
            "value",
            start.value,
            options=ANSWERS,
            format_func=lambda v: f"{v.symbol} {v.label}",
            horizontal=True,
        )
        question = "Toelichting, of de verhalen achter het verschil"
        explanation = form.field(
            st.text_area, question, "explanation", start.explanation, height="content"
        )
        going_well = form.field(st.text_input, "Wat gaat al goed?", "going_well", start.going_well)
        mover = (
            form.field(st.text_input, "Wie is aan zet?", "mover", start.mover)
            if session.script.is_chain(place.target)
            else ""
        )
        necessity, phases = _mark_fields(session, place, form)
        sent = form.sent("Samen vastleggen", type="primary")
    if not sent:
        return None
    _save_mark(session, place, necessity, phases)
    if outcome is None:
        st.error("Kies eerst hoe dit gesprek eindigt: gedeeld beeld, beeld verschilt of nog open.")
        return None
    return SharedPicture(
        target=place.target,
        outcome=outcome,
        value=value if outcome is PictureOutcome.SHARED else None,
        explanation=explanation,
        going_well=going_well,
        mover=mover,
    )


def _mark_fields(
    session: Session, place: Place, form: KeptForm
) -> tuple[Necessity | None, tuple[Phase, ...]]:
    if place.step.kind is not StepKind.NORMS:
        return None, ()
    known = mark(session, place.target) or Mark(target=place.target)
    necessity = form.field(
        st.radio,
        "Voor onze regio is deze norm",
        "necessity",
        known.necessity,
        options=[None, *Necessity],
        format_func=lambda n: n.label if n else "Niet aangeduid",
        horizontal=True,
    )
    phases = form.field(
        st.pills,
        "In welke fase speelt dit vooral?",
        "phases",
        list(known.phases),
        options=list(Phase),
        selection_mode="multi",
        format_func=lambda p: p.label,
    )
    return necessity, tuple(phases)


def _save_mark(
    session: Session, place: Place, necessity: Necessity | None, phases: tuple[Phase, ...]
) -> None:
    known = mark(session, place.target) or Mark(target=place.target)
    chosen = Mark(target=place.target, necessity=necessity, phases=phases)
    if chosen != known:
        record(session, chosen)


def _child(session: Session, place: Place) -> None:
    theme = session.script.theme_of[place.target]
    known = child_voice(session, place.target)
    start = known or ChildVoice(target=theme.id)
    key = f"child-form:{place.target}"
    with kept_form(session, key) as form:
        better = form.field(st.text_area, md(theme.child_voice), "better_off", start.better_off)
        told = form.field(st.text_area, md(theme.who_tells), "told_by", start.told_by)
        sent = form.sent("Vastleggen")
    if sent and record(session, ChildVoice(target=theme.id, better_off=better, told_by=told)):
        start_fresh(session, key)
        st.rerun()


def _explained(session: Session, place: Place) -> None:
    norm = session.script.norms.get(place.target)
    if norm is not None:
        show_norm(session.script, norm)
        show_terms(norm.id)
    else:
        show_theme(session.script, session.script.themes[place.target])
