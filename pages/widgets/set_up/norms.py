"""Which normenkaders, and which norms to discuss."""

import streamlit as st

from guide.models import DetailField
from guide.session import Session
from guide.set_up import frameworks
from pages.widgets.detail_field import choices_field
from pages.widgets.plain import md
from pages.widgets.set_up.official_texts import show_official_texts
from pages.widgets.steps.choose import choose_norms


def show_norms(session: Session) -> None:
    """The choice can also be made during the session, after the round along the themes."""
    choices_field(
        session,
        DetailField.FRAMEWORKS,
        {f.id: md(f"{f.short}: {f.title}") for f in session.script.frameworks},
        tuple(f.id for f in frameworks(session)),
    )
    st.caption(
        "Kies normen die u zeker wilt bespreken. Dat kan ook tijdens de sessie, na de ronde langs "
        "de thema’s. Alle normen samen passen niet in één bijeenkomst."
    )
    choose_norms(session, "plan")
    show_official_texts(session)
