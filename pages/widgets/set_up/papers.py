"""What one prints beforehand, for when there is no projector or no power."""

import streamlit as st

from guide.empty_forms import make_empty_forms
from guide.run_book import make_run_book
from guide.session import Session
from pages.widgets.download import offer_file
from pages.widgets.house_style import house_style
from pages.widgets.word_file import WORD, word_file


def show_papers(session: Session) -> None:
    """Made only when somebody asks for them."""
    st.subheader("Om af te drukken", anchor=False)
    st.caption("Voor als er geen beamer of stroom is: dezelfde vragen en nummers, op papier.")
    with st.popover("Draaiboek en formulieren", on_change="rerun", key="papers") as fold:
        if not fold.open:
            return
        style = house_style(session)
        book, forms = make_run_book(session), make_empty_forms(session)
        offer_file("Draaiboek (Word)", lambda: word_file(book, style), book.file_name, WORD)
        label = "Invulformulieren (Word)"
        offer_file(label, lambda: word_file(forms, style), forms.file_name, WORD)
