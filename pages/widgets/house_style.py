"""The Word file of one's own organisation that gives the minutes their look."""

import streamlit as st

from guide.errors import GuideError
from guide.session import Session
from pages.widgets.failures import show_failure
from pages.widgets.opened import sessions

HOUSE_STYLE = "house_style"
# As guide/export/docx_package.py refuses it; that module is loaded only when it is needed.
MOST_MEGABYTES = 10


def house_style(session: Session) -> bytes | None:
    """The uploaded file, if there is one."""
    found = sessions().files.of(session, HOUSE_STYLE)
    return found[1] if found else None


def show_house_style(session: Session) -> None:
    """Upload, check, and say what was found."""
    st.subheader("Huisstijl van het verslag", anchor=False)
    known = sessions().files.of(session, HOUSE_STYLE)
    if known is None:
        st.text("Nog geen eigen huisstijl: het verslag krijgt een rustige, neutrale opmaak.")
    else:
        st.text(f"In gebruik: {known[0]}")
        if st.button("Huisstijl weghalen", key="drop_style"):
            sessions().files.drop(session, HOUSE_STYLE)
            st.rerun()
    uploaded = st.file_uploader(
        f"Word-bestand van uw organisatie (.docx of .dotx, hoogstens {MOST_MEGABYTES} MB)",
        type=["docx", "dotx"],
        key="style_file",
        max_upload_size=MOST_MEGABYTES,
    )
    if uploaded is not None:
        _take(session, uploaded.name, uploaded.getvalue())


def _take(session: Session, name: str, data: bytes) -> None:
    # Word is loaded only when a file is really handed in: it costs start-up time.
    from guide.export.docx_report import check_template

    try:
        report = check_template(data)
    except GuideError as error:
        show_failure(error)
        return
    for remark in report.remarks:
        st.text(f"•  {remark}")
    known = sessions().files.of(session, HOUSE_STYLE)
    if known is None or known[1] != data:
        sessions().files.keep(session, HOUSE_STYLE, name, data)
        st.success("De huisstijl is bewaard. Het verslag krijgt deze opmaak.")
