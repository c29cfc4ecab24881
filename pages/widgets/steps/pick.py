"""The silent top three: each perspective picks at most three norms or themes."""

import streamlit as st

from guide.agenda import Place, target_label, target_title
from guide.entries import Picks
from guide.judgements import chosen_norms, discussed, picks, session_themes
from guide.models import RoundForm
from guide.round_outcomes import suggested_picks
from guide.rounds import round_at, spread
from guide.rules import MOST_PICKS
from guide.session import Session
from guide.set_up import perspective_label, perspectives
from pages.widgets.kept_forms import kept_form, start_fresh
from pages.widgets.plain import md
from pages.widgets.recording import record
from pages.widgets.round_panel import show_round


def show_pick(session: Session, place: Place) -> None:
    """One perspective at a time; what others picked stays folded until everyone is ready."""
    show_round(session, RoundForm.PICKS)
    known = {p.id: f"{p.symbol} {p.label}" for p in perspectives(session)}
    given = picks(session)
    who = st.segmented_control(
        "Wie kiest er nu?",
        list(known),
        format_func=lambda p: md(known[p]) + (" · klaar" if p in given else ""),
        key="picking",
        wrap=True,
    )
    if who:
        _form(session, who, given.get(who) or _from_the_phones(session, who))
    if given:
        with st.expander("Laat alle keuzes tegelijk zien", key=f"reveal:{place.step.id}"):
            for perspective, targets in given.items():
                words = "; ".join(
                    f"{target_label(session, t)} {target_title(session, t)}" for t in targets
                )
                st.text(f"{perspective_label(session, perspective)}: {words}")


def _from_the_phones(session: Session, who: str) -> tuple[str, ...]:
    """Where to start when the devices of this perspective chose differently; said in words."""
    revealed = round_at(session, RoundForm.PICKS, "")
    found = suggested_picks(session, revealed, who) if revealed is not None else ()
    if found:
        st.caption(
            "De toestellen van dit perspectief kozen verschillend. Ingevuld is wat de meeste "
            "kozen. Bespreek het, pas het aan en leg het vast."
        )
    return found


def _form(session: Session, who: str, given: tuple[str, ...]) -> None:
    key = f"pick:{who}"
    candidates = _candidates(session)
    with kept_form(session, key, border=True) as form:
        chosen = form.field(
            st.pills,
            f"Kies er hoogstens {MOST_PICKS}",
            "targets",
            [t for t in given if t in candidates],
            options=candidates,
            selection_mode="multi",
            format_func=lambda t: md(f"{target_label(session, t)} {target_title(session, t)}"),
        )
        sent = form.sent("Keuze vastleggen", type="primary")
    if not sent:
        return
    if len(chosen) > MOST_PICKS:
        st.error(f"Kies er hoogstens {MOST_PICKS}. Nu zijn het er {len(chosen)}.")
    elif record(session, Picks(perspective=who, targets=tuple(chosen))):
        start_fresh(session, key)
        st.rerun()


def _candidates(session: Session) -> list[str]:
    """What was discussed or chosen; before anything was, the themes."""
    found = [*(each.target for each in discussed(session)), *chosen_norms(session)]
    found += [t for targets in picks(session).values() for t in targets]
    revealed = round_at(session, RoundForm.PICKS, "")
    for each in spread(session, revealed) if revealed is not None else ():
        found += [target for target, _ in each.values]
    every = list(dict.fromkeys(found)) or [theme.id for theme in session_themes(session)]
    return sorted(every, key=list(session.script.theme_of).index)
