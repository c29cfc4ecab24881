"""The button that gives the minutes as a Word file."""

import streamlit as st

from guide.errors import GuideError
from guide.minutes.model import Minutes
from pages.widgets.failures import calm_failures, show_failure

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


NOT_MADE = (
    "Het Word-bestand kon niet worden gemaakt. Het verslag staat hiernaast en wat is vastgelegd, "
    "is bewaard. Ververs de pagina (F5). Lukt het dan nog niet? Haal de huisstijl weg en probeer "
    "het opnieuw."
)


def offer_word_file(minutes: Minutes, template: bytes | None) -> None:
    """The Word file is made when this page is drawn, so that a fault is said here in Dutch.

    The rest of the page stays, whatever goes wrong.
    """
    with calm_failures(NOT_MADE):
        try:
            data = word_file(minutes, template)
        except GuideError as error:
            show_failure(error)
            data = word_file(minutes, None)
        st.download_button(
            "Verslag downloaden (Word)",
            data,
            minutes.file_name,
            WORD,
            type="primary",
            on_click="ignore",
            key="download",
        )


@st.cache_data(max_entries=8, show_spinner=False)
def word_file(minutes: Minutes, template: bytes | None) -> bytes:
    """The document as a Word file, with the house style of the organisation if there is one."""
    # python-docx is loaded at the first export: it costs start-up time.
    from guide.export.docx import write_minutes

    return write_minutes(minutes, template)
