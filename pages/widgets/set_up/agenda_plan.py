"""The agenda: minutes, order and use of every item, own items, and the sum against the time."""

import streamlit as st

from guide.entries import ItemPlan, OwnItem
from guide.session import Session
from guide.set_up import PlannedItem, agenda, details
from guide.time_budget import fits, sum_of_agenda
from pages.widgets import synced
from pages.widgets.kept_forms import has_unsent, kept_form, start_fresh
from pages.widgets.opened import sessions
from pages.widgets.plain import md
from pages.widgets.recording import record


def show_agenda_plan(session: Session) -> None:
    """All items in order; nothing is skipped silently."""
    _sum(session)
    items = agenda(session)
    for position, item in enumerate(items):
        _row(session, items, position, item)
    is_open = has_unsent(session, "own_item")
    with st.expander("Eigen agendapunt toevoegen", expanded=is_open, key="add_item"):
        with kept_form(session, "own_item") as form:
            title = form.field(st.text_input, "Titel", "title", max_chars=120)
            question = form.field(st.text_input, "Vraag voor de zaal", "question")
            sent = form.sent("Toevoegen")
        body = OwnItem(title=title, question=question)
        if sent and record(session, body, key=form.delivery(body)):
            start_fresh(session, "own_item")
            st.rerun()


def _sum(session: Session) -> None:
    spare = fits(session)
    minutes, planned = details(session).minutes, sum_of_agenda(session)
    said = f"Samen {planned} minuten; de sessie duurt {minutes} minuten."
    if spare < 0:
        st.warning(f"{said} Dat is {-spare} minuten te veel. Kort een punt in of zet het uit.")
    else:
        st.info(f"{said} Er blijft {spare} minuten over.")


def _row(session: Session, items: list[PlannedItem], position: int, item: PlannedItem) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        words = item.item.title if item.enabled else f"{item.item.title} (staat uit)"
        st.text(f"{position + 1}  {words}", width="stretch")
        _minutes(session, item)
        if st.button("Omhoog", key=f"up:{item.id}", disabled=position == 0):
            _move(session, items, position, -1)
        if st.button("Omlaag", key=f"down:{item.id}", disabled=position == len(items) - 1):
            _move(session, items, position, +1)
        if st.button("Uitzetten" if item.enabled else "Aanzetten", key=f"use:{item.id}"):
            _plan(session, item, enabled=not item.enabled)
        if item.own is not None and st.button(
            "Verwijderen", key=f"remove:{item.id}", type="tertiary"
        ):
            sessions().withdraw(session, item.own)
            st.rerun()


def _minutes(session: Session, item: PlannedItem) -> None:
    key = f"minutes:{item.id}"
    synced.prepare(key, item.minutes)
    st.number_input(f"Minuten voor {md(item.item.title)}", 0, 480, step=5, key=key, width=190)
    if synced.edited(key, item.minutes):
        _plan(session, item, minutes=int(st.session_state[key]))


def _move(session: Session, items: list[PlannedItem], position: int, by: int) -> None:
    """Put the item between its new neighbours: one entry, so two tabs can move different items."""
    rest = [item for n, item in enumerate(items) if n != position]
    place = position + by
    before = rest[place - 1].order if place > 0 else rest[0].order - 2
    after = rest[place].order if place < len(rest) else rest[-1].order + 2
    _plan(session, items[position], order=(before + after) / 2)


def _plan(
    session: Session,
    item: PlannedItem,
    *,
    minutes: int | None = None,
    order: float | None = None,
    enabled: bool | None = None,
) -> None:
    plan = ItemPlan(
        item=item.id,
        minutes=item.minutes if minutes is None else minutes,
        order=item.order if order is None else order,
        enabled=item.enabled if enabled is None else enabled,
    )
    if record(session, plan):
        st.rerun()
