"""The official norm texts, read from one's own copy of a report and shown from then on."""

import streamlit as st

from guide.content_models import Framework, Norm
from guide.errors import GuideError
from guide.official_text import FoundTexts, find_official_texts, require_norms
from guide.own_copy import KINDS, MAX_BYTES, text_of
from guide.session import Session
from guide.set_up import frameworks
from pages.widgets.failures import show_failure
from pages.widgets.opened import sessions
from pages.widgets.plain import md

_TIMES = "own_copies_used"


def show_official_texts(session: Session) -> None:
    """Choose a normenkader, hand in the report, look at what was found, and use it."""
    st.subheader("Officiële teksten uit uw eigen exemplaar", anchor=False)
    st.text(
        "De normen staan hier in onze eigen woorden. Hebt u het rapport zelf? Dan leest de gids "
        "de officiële teksten daaruit en staan ze voortaan bij de normen, in al uw sessies."
    )
    st.caption(
        "De teksten blijven in uw eigen map met gegevens. Ze gaan niet mee in het verslag of in "
        "het sessiebestand."
    )
    chosen = st.selectbox(
        "Normenkader van het rapport",
        frameworks(session) or session.script.frameworks,
        format_func=lambda framework: md(f"{framework.short}: {framework.title}"),
        key="own_copy_of",
    )
    if chosen is not None:
        _in_use(session, chosen)
        _hand_in(session, chosen)


def _in_use(session: Session, framework: Framework) -> None:
    """Say what is used now, with the way to remove it."""
    kept = sessions().official.all()
    norms = _norms(framework)
    present = sum(norm.id in kept for norm in norms)
    if not present:
        st.text(f"Van {framework.short} zijn nog geen officiële teksten geladen.")
        return
    st.text(f"In gebruik: de officiële teksten van {present} van {len(norms)} normen.")
    if st.button("Officiële teksten weghalen", key=f"drop_official:{framework.id}"):
        sessions().official.drop(framework)
        st.rerun()


def _hand_in(session: Session, framework: Framework) -> None:
    # Another key after each use: the field is then empty again.
    times = st.session_state.get(_TIMES, 0)
    uploaded = st.file_uploader(
        "Uw exemplaar van het rapport (.pdf, .docx of .txt, hoogstens 20 MB)",
        type=list(KINDS),
        key=f"own_copy:{framework.id}:{times}",
        max_upload_size=MAX_BYTES // 2**20,
    )
    if uploaded is None:
        return
    try:
        found = _found(uploaded.name, uploaded.getvalue(), framework.id, framework)
        require_norms(found, framework)
    except GuideError as error:
        show_failure(error)
        return
    _show_found(session, found, framework)
    if st.button("Gebruik deze teksten", type="primary", key="use_official"):
        sessions().official.keep(found, framework)
        st.session_state[_TIMES] = times + 1
        st.rerun()


@st.cache_data(max_entries=2, ttl=600, show_spinner="Het rapport wordt gelezen …")
def _found(name: str, data: bytes, framework_id: str, _framework: Framework) -> FoundTexts:
    """Read once for as long as the page shows it; `framework_id` tells the normenkaders apart."""
    return find_official_texts(text_of(name, data), _framework)


def _show_found(session: Session, found: FoundTexts, framework: Framework) -> None:
    """Per norm what was found, what was not, and the texts themselves on request."""
    norms = _norms(framework)
    present = sum(norm.id in found.texts for norm in norms)
    st.markdown(f"**Gevonden: {present} van {len(norms)} normen.** Controleer de teksten.")
    st.table(
        {
            "Norm": [md(f"{norm.number}  {norm.title}") for norm in norms],
            "Tekst": ["gevonden" if norm.id in found.texts else "niet gevonden" for norm in norms],
            "Onderdelen": [_elements_in_words(norm, found) for norm in norms],
        }
    )
    if found.missing:
        labels = ", ".join(session.script.label(id_) for id_ in found.missing)
        st.info(md(f"Niet gevonden: {labels}. Daar blijven onze eigen woorden staan."))
    if st.toggle("Toon de gevonden teksten", key="preview_official"):
        for id_, text in found.texts.items():
            st.text(f"{session.script.label(id_)}: {text}")


def _elements_in_words(norm: Norm, found: FoundTexts) -> str:
    if not norm.elements:
        return "geen"
    return f"{found.count_of(norm)} van {len(norm.elements)} gevonden"


def _norms(framework: Framework) -> list[Norm]:
    return [norm for theme in framework.themes for norm in theme.norms]
