"""What one prints beforehand, for when there is no projector or no power."""

import streamlit as st

from guide.empty_forms import make_empty_forms
from guide.minutes.model import Minutes
from guide.run_book import make_run_book
from guide.session import Session
from pages.widgets.failures import calm_failures
from pages.widgets.house_style import house_style
from pages.widgets.word_file import WORD, word_file

NOT_MADE = (
    "Dit bestand kon niet worden gemaakt. Wat is vastgelegd, is bewaard. "
    "Ververs de pagina (F5) en probeer het opnieuw."
)


def show_papers(session: Session) -> None:
    """Made only when somebody asks for them."""
    st.subheader("Om af te drukken", anchor=False)
    st.caption("Voor als er geen beamer of stroom is: dezelfde vragen en nummers, op papier.")
    with st.popover("Draaiboek en formulieren", on_change="rerun", key="papers") as fold:
        if fold.open:
            _offer("Draaiboek (Word)", make_run_book(session), session)
            _offer("Invulformulieren (Word)", make_empty_forms(session), session)


def _offer(label: str, paper: Minutes, session: Session) -> None:
    with calm_failures(NOT_MADE):
        data = word_file(paper, house_style(session))
        name = paper.file_name
        st.download_button(label, data, name, WORD, on_click="ignore", key=f"file:{label}")
