"""Naslag: search as you type over everything the sources know; open one thing to read it whole."""

import streamlit as st

from guide.content_models import LibraryKind, Sector
from pages.widgets.library_card import show_card, show_remark
from pages.widgets.norm_card import show_norm, show_theme
from pages.widgets.opened import library, opened_session
from pages.widgets.plain import md
from pages.widgets.related import show_related
from pages.widgets.top_bar import top_bar

ANY = "alles"


def show_one(item_id: str) -> None:
    """One norm, theme or library item with everything around it."""
    if st.button("‹ Terug naar de naslag"):
        del st.query_params["item"]
        st.rerun()
    if item_id in session.script.norms:
        norm = session.script.norms[item_id]
        st.title(md(f"{session.script.label(item_id)}: {norm.title}"), anchor=False)
        show_norm(session.script, norm)
        show_related(session, item_id)
    elif item_id in session.script.themes:
        theme = session.script.themes[item_id]
        st.title(md(f"{session.script.label(item_id)}: {theme.title}"), anchor=False)
        show_theme(session.script, theme)
    elif (item := library().item(item_id)) is not None:
        st.title(md(item.title), anchor=False)
        show_card(item)
    elif (remark := library().remark(item_id)) is not None:
        st.title(md(remark.title), anchor=False)
        show_remark(remark)
    else:
        st.info("Dit staat niet (meer) in de naslag.")


def show_search() -> None:
    """One field; filters beside it."""
    st.title("Naslag", anchor=False)
    first, second, third, fourth = st.columns([3, 1, 2, 2])
    query = first.text_input(
        "Zoeken", key="query", live=True, placeholder="bijvoorbeeld skj, warme overdracht, 8b"
    )
    sector = second.selectbox(
        "Opvangvorm", [ANY, *Sector], format_func=lambda s: s if s == ANY else s.short
    )
    kinds = {"norm": "norm", "theme": "thema", **{k.value: k.label for k in LibraryKind}}
    kind = third.selectbox("Soort", [ANY, *kinds], format_func=lambda k: kinds.get(k, ANY))
    themes = {
        t.id: f"{session.script.label(t.id)}: {t.title}" for t in session.script.themes.values()
    }
    theme = fourth.selectbox("Thema", [ANY, *themes], format_func=lambda t: themes.get(t, ANY))
    if not query.strip():
        st.text("Typ een woord, een normnummer of een begrip.")
        return
    hits = library().search(
        query,
        sector=None if sector == ANY else Sector(sector),
        kind=None if kind == ANY else kind,
        theme=None if theme == ANY else theme,
    )
    if not hits:
        st.text("Niets gevonden. Probeer een ander woord of zet een filter uit.")
    for hit in hits:
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{md(hit.title)}** · {md(hit.kind_label)}", width="stretch")
                if st.button("Lees", key=f"read:{hit.id}"):
                    st.query_params["item"] = hit.id
                    st.rerun()
            st.text(hit.excerpt)
            st.caption(md(hit.source))


session = opened_session()
top_bar(session, "library")
opened = st.query_params.get("item", "")
if opened:
    show_one(opened)
else:
    show_search()
