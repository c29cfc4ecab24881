"""The fixed words: each has a Dutch label, and answers are told apart without colour."""

from __future__ import annotations

import inspect

import pytest

from guide import models
from guide.content_models import LibraryKind, Sector
from guide.models import ANSWERS, APART, SCALE, JudgementValue, LabelledEnum

ENUMS = [
    kind
    for _, kind in inspect.getmembers(models, inspect.isclass)
    if issubclass(kind, LabelledEnum) and kind is not LabelledEnum
]


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_every_word_has_a_dutch_label_of_its_own(kind: type[LabelledEnum]) -> None:
    labels = [member.label for member in kind]
    assert all(label.strip() for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_a_word_is_found_again_by_the_value_that_was_stored(kind: type[LabelledEnum]) -> None:
    assert all(kind(member.value) is member for member in kind)  # type: ignore[call-arg]
    assert all(str(member) == member.value for member in kind)


def test_four_steps_two_answers_apart_and_one_default_make_up_all_pictures() -> None:
    assert (len(SCALE), len(APART)) == (4, 2)
    assert {*SCALE, *APART, JudgementValue.NOT_DISCUSSED} == set(JudgementValue)
    assert JudgementValue.NOT_DISCUSSED not in ANSWERS


def test_only_the_four_steps_are_on_the_scale() -> None:
    assert [value for value in JudgementValue if value.on_scale] == list(SCALE)


def test_every_picture_has_a_symbol_of_its_own_so_colour_is_never_needed() -> None:
    symbols = [value.symbol for value in JudgementValue]
    assert len(set(symbols)) == len(symbols)


def test_the_kinds_in_the_naslag_and_the_sectors_have_dutch_names() -> None:
    assert all(kind.label for kind in LibraryKind)
    assert [(sector.label, sector.short) for sector in Sector] == [
        ("vrouwenopvang", "VO"),
        ("maatschappelijke opvang", "MO"),
    ]
