"""app.py: found by Streamlit as the server, short, and in step with Streamlit's own start page."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit
from starlette.responses import PlainTextResponse
from streamlit.web.server.app_discovery import discover_asgi_app

from guide.web import CompressOnce, in_dutch
from tests.readers import ROOT

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def test_streamlit_run_finds_the_server() -> None:
    assert discover_asgi_app(ROOT / "app.py").import_string == "app:app"


def test_it_stays_a_wrapper() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 60


def test_the_navigation_is_where_the_server_looks_for_it() -> None:
    assert (ROOT / "pages" / "_navigation.py").is_file()
    assert not (ROOT / "pages" / "pages").exists(), "Streamlit would go around the navigation"


def test_the_start_page_of_this_streamlit_becomes_dutch() -> None:
    page = in_dutch(INDEX.read_bytes()).decode()
    assert '<html lang="nl">' in page
    assert "<title>Gespreksleidraad</title>" in page
    assert "JavaScript aan" in page
    assert "_stcore/agent" not in page


def test_this_streamlit_has_one_inline_script() -> None:
    page = INDEX.read_text(encoding="utf-8")
    without_source = [tag for tag in re.findall(r"<script[^>]*>", page) if "src=" not in tag]
    assert without_source == ["<script>"], "the policy would stop the other one"


def test_the_scripts_of_this_streamlit_are_served_compressed() -> None:
    wrapped = CompressOnce(PlainTextResponse(), INDEX.parent)
    scripts = re.findall(r'src="\./(static/js/[^"]+)"', INDEX.read_text(encoding="utf-8"))
    assert scripts
    assert {f"/{script}" for script in scripts} <= wrapped.names
