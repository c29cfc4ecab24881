"""An action list that comes back from Excel: every change is shown, and confirmed one by one."""

import streamlit as st

from guide.action_changes import changes, in_short
from guide.action_columns import ActionSheet
from guide.action_edits import Change
from guide.errors import GuideError
from guide.session import Session
from pages.widgets.failures import show_failure
from pages.widgets.plain import md
from pages.widgets.recording import record


def show_action_list_intake(session: Session) -> None:
    """Choose a file; what is different in it appears below, nothing is taken over by itself."""
    with st.expander("Actielijst uit Excel inlezen", key="action_list"):
        chosen = st.file_uploader(
            "De actielijst die u hier hebt gedownload en aangepast (.xlsx, hoogstens 10 MB)",
            type=["xlsx"],
            key="action_list_file",
            max_upload_size=10,
        )
        if chosen is None:
            return
        try:
            sheet = _read(chosen.getvalue())
        except GuideError as error:
            show_failure(error)
            return
        _compare(session, sheet)


@st.cache_data(max_entries=4, show_spinner=False)
def _read(data: bytes) -> ActionSheet:
    from guide.export.xlsx_reading import read_action_list  # it takes time to load

    return read_action_list(data)


def _compare(session: Session, sheet: ActionSheet) -> None:
    found = changes(session, sheet)
    for problem in found.problems:
        st.warning(md(problem), icon="⚠️")
    if not found.changes:
        st.text("Er staat geen wijziging (meer) in dit bestand.")
    for number, change in enumerate(found.changes):
        _change(session, change, number)


def _change(session: Session, change: Change, number: int) -> None:
    with st.container(border=True):
        st.text(f"{in_short(change)} (regel {change.row})")
        for cell in change.cells:
            st.text(cell.in_words)
        if change.conflict:
            st.warning(md(change.conflict), icon="⚠️")
        pressed = st.button("Overnemen", key=f"take:{change.row}:{number}", type="primary")
    if pressed and record(session, change.body, replaces=change.corrects):
        st.rerun()
