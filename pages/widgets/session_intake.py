"""Reading in a session file: checked as a whole before anything is kept."""

import streamlit as st

from guide.errors import GuideError
from guide.export.session_file import read_session_file
from pages.widgets.failures import show_failure
from pages.widgets.opened import open_screen, sessions


def show_session_intake() -> None:
    """Choose a file; a good one opens beside the sessions that are already here."""
    with st.expander("Sessiebestand inlezen", key="intake"):
        chosen = st.file_uploader(
            "Bestand dat u met ‘Sessie bewaren’ hebt gemaakt (.json, hoogstens 50 MB)",
            type=["json"],
            key="session_file",
            max_upload_size=50,
        )
        if chosen is not None and st.button("Inlezen", key="take_in", type="primary"):
            _take_in(chosen.getvalue())


def _take_in(data: bytes) -> None:
    try:
        held = read_session_file(data)
        made = sessions().take_in(held.script, held.entries, held.files)
    except GuideError as error:
        show_failure(error)
        return
    open_screen("set_up", made)
