"""Looking back at one earlier action: what came of it, and whether it goes on."""

import streamlit as st

from guide.agenda import Place
from guide.entries import ActionProgress, ActionReport
from guide.look_back import EarlierAgreement, carried_on, earlier_actions, earlier_of
from guide.models import ActionStatus
from guide.phrases import earlier_facts, how_it_goes_on
from guide.session import Session
from guide.set_up import perspective_label
from pages.widgets.action_form import action_form
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.recording import record
from pages.widgets.steps.ask import show_ask


def show_look_back(session: Session, place: Place) -> None:
    """The earlier action that the talk is at, what parties reported, and the form for now."""
    here = earlier_of(session, place.target)
    if here is not None:
        st.text(" · ".join(earlier_facts(session, here)))
        for report in here.reports:
            _reported(session, here, report)
        _what_came_of_it(session, here)
        _going_on(session, here)
    every = earlier_actions(session)
    if not every:
        st.text("Er zijn geen eerdere acties om op terug te kijken.")
    else:
        with st.expander("Alle eerdere acties", expanded=here is None, key="earlier_actions"):
            for each in every:
                goes_on = " ".join([f"{each.status.label}.", *how_it_goes_on(each)])
                st.text(f"{each.body.number}  {each.body.action.what}\n{goes_on}")
    show_ask(session, place)


def _reported(session: Session, here: EarlierAgreement, report: ActionReport) -> None:
    """What a party said from its own device; it counts only when it is taken over."""
    who = perspective_label(session, report.perspective)
    said = f"{who} meldt: {report.status.label.lower()}"
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.text(f"{said}. {report.noticed}" if report.noticed else said, width="stretch")
        if st.button("Overnemen", key=f"take_report:{here.seq}:{report.device}"):
            reason = report.noticed if report.status is ActionStatus.DROPPED else ""
            body = ActionProgress(
                action=here.seq, status=report.status, reason=reason, noticed=report.noticed
            )
            if record(session, body):
                start_fresh(session, _form(here))
                st.rerun()


def _what_came_of_it(session: Session, here: EarlierAgreement) -> None:
    with kept_form(session, _form(here)) as form:
        status = form.field(
            st.radio,
            "Hoe staat het ermee?",
            "status",
            here.status,
            options=list(ActionStatus),
            format_func=lambda s: s.label,
            horizontal=True,
        )
        question = "Wat is gemerkt? Waaraan merken kinderen het?"
        noticed = form.field(st.text_area, question, "noticed", here.noticed, height="content")
        reason = form.field(st.text_input, "Reden (nodig bij vervallen)", "reason", here.reason)
        sent = form.sent("Vastleggen", type="primary" if here.said_on is None else "secondary")
    body = ActionProgress(action=here.seq, status=status, reason=reason, noticed=noticed)
    if sent and record(session, body):
        start_fresh(session, _form(here))
        st.rerun()


def _going_on(session: Session, here: EarlierAgreement) -> None:
    if here.settled:
        st.success(" ".join(how_it_goes_on(here)))
        return
    with st.expander("Meenemen naar het nieuwe groeipad", key=f"carry:{here.seq}"):
        key = f"carried:{here.seq}"
        start = carried_on(session, here)
        body = action_form(session, key, start, submit="Meenemen naar het groeipad")
    if body is not None and record(session, body):
        start_fresh(session, key)
        st.rerun()


def _form(here: EarlierAgreement) -> str:
    return f"came_of:{here.seq}"
