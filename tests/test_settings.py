"""The settings in .streamlit/config.toml are in force, and its colours can be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit import config

from tests.readers import ROOT

FILE = ROOT / ".streamlit" / "config.toml"
WHITE = "#ffffff"
# Streamlit draws captions and placeholders in the text colour at this strength.
PALE = 0.6


def settings() -> dict[str, Any]:
    """Every setting of the file as Streamlit names it: 'server.address' -> '127.0.0.1'."""
    sections = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": value
        for section, options in sections.items()
        for name, value in options.items()
    }


@pytest.fixture
def in_force(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Streamlit reads its settings anew, as at a start from the project folder."""
    monkeypatch.chdir(ROOT)
    config.get_config_options(force_reparse=True)
    yield
    monkeypatch.undo()
    config.get_config_options(force_reparse=True)


@pytest.mark.usefixtures("in_force")
@pytest.mark.parametrize(("name", "value"), settings().items())
def test_streamlit_knows_and_uses_the_setting(name: str, value: Any) -> None:
    assert config.get_option(name) == value
    assert config.get_where_defined(name) == str(FILE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("browser.gatherUsageStats", False),
        ("server.address", "127.0.0.1"),
        ("server.fileWatcherType", "none"),
        ("server.disconnectedSessionTTL", 14400),
        ("server.enableWebsocketCompression", True),
        ("client.toolbarMode", "minimal"),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("runner.postScriptGC", False),
    ],
)
def test_what_privacy_and_speed_rest_on_is_not_changed_by_accident(name: str, value: Any) -> None:
    assert settings()[name] == value


def test_no_setting_names_another_host() -> None:
    assert "//" not in FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "least"),
    [("primaryColor", 4.5), ("linkColor", 4.5), ("textColor", 7.0), ("borderColor", 3.0)],
)
@pytest.mark.parametrize("background", ["backgroundColor", "secondaryBackgroundColor"])
def test_colours_stand_out_from_the_page(name: str, least: float, background: str) -> None:
    theme = tomllib.loads(FILE.read_text(encoding="utf-8"))["theme"]
    assert contrast(theme[name], theme[background]) >= least


def test_small_print_can_be_read() -> None:
    theme = tomllib.loads(FILE.read_text(encoding="utf-8"))["theme"]
    for name in ("backgroundColor", "secondaryBackgroundColor"):
        pale = mixed(theme["textColor"], theme[name], PALE)
        assert contrast(pale, theme[name]) >= 4.5


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.01)
    assert mixed("#000000", WHITE, 0.6) == "#666666"


def channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def mixed(colour: str, below: str, strength: float) -> str:
    pairs = zip(channels(colour), channels(below), strict=True)
    return "#" + "".join(f"{round(a * strength + b * (1 - strength)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [part / 255 for part in channels(colour)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
