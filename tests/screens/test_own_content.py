"""A region's own agenda and normenkader in the data folder are offered on the screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.driver import Tab
from tests.test_content_readme import own_content


def test_the_start_offers_the_agenda_and_voorbereiden_the_framework(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_content(tmp_path))
    tab = Tab("start")
    choice = tab.field_in("new", "agenda")
    assert choice.options == [
        "Gespreksleidraad kinderen in de opvang (2020)",
        "Korte sessie van een uur",
    ]
    tab.fill("new", regio="Eigenregio")
    choice.set_value("korte-sessie")
    tab.send("new")
    assert tab.question == "Voorbereiden"
    tab.app.session_state["part"] = "Agenda"
    assert [each.value for each in tab.run().app.number_input] == [5, 40, 15]
    tab.app.session_state["part"] = "Normen"
    words = tab.run().words()
    assert "Regio 2027: Regiokader kinderen in de maatschappelijke opvang" in words
    assert "Thema R1 MO: Een vast gezicht voor elk kind" in words
    assert "R1 Elk kind heeft een vaste medewerker" in words
