"""A file to take along, made when its button is drawn, so that a fault is said here in Dutch."""

from collections.abc import Callable

import streamlit as st

from pages.widgets.failures import calm_failures

NOT_MADE = (
    "Dit bestand kon niet worden gemaakt. Wat is vastgelegd, is bewaard. "
    "Ververs de pagina (F5) en probeer het opnieuw."
)


def offer_file(label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    """The button; the rest of the page stays, whatever goes wrong."""
    with calm_failures(NOT_MADE):
        st.download_button(label, make(), name, mime, on_click="ignore", key=f"file:{name}")
