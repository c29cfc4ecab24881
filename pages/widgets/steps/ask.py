"""Steps that talk: something to show, quick answers in one tap, and who was not heard yet."""

import streamlit as st

from guide.agenda import Place
from guide.content_models import LibraryItem, StepKind
from guide.entries import Note
from guide.session import Session
from guide.set_up import details, perspectives
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.library_card import show_card
from pages.widgets.opened import sessions
from pages.widgets.plain import md
from pages.widgets.recording import record


def show_ask(session: Session, place: Place) -> None:
    """Quick answers, one line per perspective when everyone is heard, and what to look at."""
    if place.step.kind is StepKind.SAY:
        _ground_rules(session, place)
    _quick_answers(session, place)
    if place.step.hear_everyone:
        _per_perspective(session, place)
    _to_look_at(place)


def _ground_rules(session: Session, place: Place) -> None:
    if place.item.id != session.script.agenda.items[0].id:
        return
    st.markdown(f"**{md(session.script.agenda.privacy_line)}**")
    for rule in details(session).ground_rules:
        st.text(f"•  {rule}")


def _quick_answers(session: Session, place: Place) -> None:
    if not place.step.quick_answers:
        return
    with st.container(horizontal=True, key="quick"):
        for answer in place.step.quick_answers:
            pressed = st.button(md(answer.label), key=f"quick:{place.step.id}:{answer.label}")
            if pressed and record(session, Note(text=answer.note), sure=True):
                st.rerun()


def _per_perspective(session: Session, place: Place) -> None:
    key = f"each:{place.step.id}"
    with kept_form(session, key, border=True) as form:
        columns = st.columns(2)
        texts = {
            p.id: form.field(
                columns[n % 2].text_area, md(f"{p.symbol} {p.label}"), p.id, height="content"
            )
            for n, p in enumerate(perspectives(session))
        }
        sent = form.sent("Vastleggen per perspectief")
    said = [Note(text=text, perspective=p) for p, text in texts.items() if text.strip()]
    # When one of them fails all are sent again: what was recorded is then known by its key.
    if sent and said and all(record(session, note, key=form.delivery(note)) for note in said):
        start_fresh(session, key)
        st.rerun()


def _to_look_at(place: Place) -> None:
    if not place.step.library:
        return
    known = {item.id: item for item in sessions().content.library}
    items = [known[id_] for id_ in place.step.library if id_ in known]
    # What there is to show lies open at a step that shows; elsewhere it waits behind its title.
    for number, item in enumerate(items):
        _folded(item, is_open=number == 0 and place.step.kind is StepKind.SHOW)


def _folded(item: LibraryItem, *, is_open: bool) -> None:
    key = f"look:{item.id}"
    with st.expander(md(item.title), expanded=is_open, on_change="rerun", key=key) as fold:
        if fold.open:
            show_card(item)
