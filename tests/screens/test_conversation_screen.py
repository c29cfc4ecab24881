"""Gesprek: one can walk the whole real agenda, and every step shows its question and its answers."""

from __future__ import annotations

import pytest

from guide.agenda import places
from guide.content import load_content
from guide.conversation import prompt
from guide.entries import Detail, Participant, Picks, Priority
from guide.models import DetailField
from tests.screens.conftest import Open, Record

ITEMS = [item.id for item in load_content().agendas[0].items]


@pytest.fixture
def prepared(record: Record) -> Record:
    """Norms, picks and a priority, so that every step has something to walk along."""
    record.add(
        Detail(field=DetailField.CHOSEN, value=("vo-1.1", "mo-8", "mo-11")),
        Participant(organisation="Opvang Noord", function="teamleider", perspective="opvang-mo"),
        Picks(perspective="gemeente", targets=("mo-8", "mo-11")),
        Priority(title="Warme overdracht", targets=("mo-8",)),
    )
    return record


def test_the_agenda_has_its_eight_items() -> None:
    assert len(ITEMS) == 8


def test_without_anything_prepared_one_can_walk_from_the_first_question_to_the_minutes(
    record: Record, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.sessions._DOUBLE_CLICK", -1)
    tab = open_tab("conversation")
    walked = 0
