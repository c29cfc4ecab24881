"""Verslag: what is still missing, the minutes as a preview, and the same as a Word file."""

import streamlit as st

from guide.checks import completeness
from guide.minutes import MinutesOptions, make_minutes
from pages.widgets.adoption import show_adoption
from pages.widgets.held_back import show_held_back
from pages.widgets.house_style import house_style, show_house_style
from pages.widgets.minutes_preview import show_preview
from pages.widgets.opened import opened_session
from pages.widgets.plain import md
from pages.widgets.top_bar import top_bar
from pages.widgets.word_file import offer_word_file

session = opened_session()
top_bar(session, "minutes")
st.title("Verslag", anchor=False)
show_held_back(session)

settings, preview = st.columns([2, 3], gap="large")
with settings:
    names = st.checkbox("Namen van deelnemers opnemen", key="names")
    every_note = st.checkbox("Alle notities per agendapunt opnemen", value=True, key="every_note")
    options = MinutesOptions(names=names, notes="items" if every_note else "summary")
    minutes = make_minutes(session, options)
    offer_word_file(minutes, house_style(session))
    remarks = completeness(session)
    st.subheader("Nog na te lopen", anchor=False)
    if not remarks:
        st.success("Het verslag is compleet.")
    for remark in remarks:
        st.markdown(
            f"- {md(remark.text)} ({md(remark.where)})" if remark.where else f"- {md(remark.text)}"
        )
    show_adoption(session)
    show_house_style(session)
with preview:
    show_preview(minutes)
