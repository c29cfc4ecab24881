"""The minutes on screen: the same tree that the Word file is written from."""

import streamlit as st

from guide.minutes.model import Block, Bullets, Minutes, Paragraph, Section, Table, WritingLines
from pages.widgets.plain import md


def show_preview(minutes: Minutes) -> None:
    """Headings, paragraphs, lists and tables in the order of the document."""
    with st.container(border=True, key="preview"):
        st.header(md(minutes.title), anchor=False)
        st.caption(md(minutes.status_line))
        for section in minutes.sections:
            _section(section)


def _section(section: Section) -> None:
    title = md(f"{section.number} {section.title}".strip())
    if section.level == 1:
        st.subheader(title, anchor=False)
    else:
        st.markdown(f"**{title}**")
    for block in section.blocks:
        _block(block)


def _block(block: Block) -> None:
    match block:
        case Paragraph():
            st.text(f"{block.label}: {block.text}" if block.label else block.text)
        case Bullets():
            for item in block.items:
                st.text(f"•  {item}")
        case WritingLines():
            st.text("\n".join((f"{block.label}:", *["_" * 60] * block.count)))
        case Table():
            titles = [md(column.title) or "Wat" for column in block.columns]
            st.table([dict(zip(titles, map(md, row), strict=True)) for row in block.rows])
