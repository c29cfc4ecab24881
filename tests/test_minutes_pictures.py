"""The pictures in the minutes: an overview per normenkader, and the stories behind it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guide.entries import (
    Body,
    ChildVoice,
    Confirmation,
    Detail,
    Judgement,
    Mark,
    OwnPerspective,
    SharedPicture,
)
from guide.minutes import make_minutes
from guide.minutes.model import Minutes
from guide.models import (
    DetailField,
    JudgementValue,
    Necessity,
    Phase,
    PictureOutcome,
)
from tests.minutes_reader import (
    bullets_in,
    part,
    said_in,
    table_in,
    texts,
    told,
)


def judged(target: str, perspective: str, value: JudgementValue, remark: str = "") -> Judgement:
    return Judgement(target=target, perspective=perspective, value=value, remark=remark)


def titles(minutes: Minutes) -> list[str]:
    return [section.title for section in minutes.sections]


def overview(bodies: Sequence[Body]) -> Minutes:
    return make_minutes(told(*bodies))


def test_pictures_stand_in_words_per_perspective_and_together() -> None:
    minutes = overview(
        [
            judged("mo-8", "gemeente", JudgementValue.MOSTLY),
            judged("mo-8", "opvang-mo", JudgementValue.BEGINNING),
            SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS),
        ]
    )
    table = table_in(part(minutes, "Overzicht MO 2022"))
    assert [column.title for column in table.columns] == [
        "Thema of norm",
        "Gemeente",
        "Opvang MO",
        "Ketenpartners",
        "Ervaringsdeskundigen",
        "Samen",
    ]
    assert table.rows == (
        (
            "Norm 8 MO: Er is een plan voor elk kind",
            "Grotendeels",
            "Een begin",
            "Niet besproken",
            "Niet besproken",
            "Beeld verschilt",
        ),
    )


@pytest.mark.parametrize(
    ("shared", "words"),
    [
        (None, "Niet vastgelegd"),
        (
            SharedPicture(
                target="mo-8", outcome=PictureOutcome.SHARED, value=JudgementValue.BEGINNING
            ),
            "Gedeeld beeld: Een begin",
        ),
        (SharedPicture(target="mo-8", outcome=PictureOutcome.OPEN), "Nog open"),
    ],
)
def test_how_the_talk_ended_stands_in_the_last_column(
    shared: SharedPicture | None, words: str
) -> None:
    given = judged("mo-8", "keten", JudgementValue.BEGINNING)
    minutes = make_minutes(told(given, *([shared] if shared else [])))
    assert table_in(part(minutes, "Overzicht MO 2022")).rows[0][-1] == words


def test_vo_and_mo_never_share_a_table() -> None:
    minutes = overview(
        [
            judged("mo-8", "gemeente", JudgementValue.MOSTLY),
            judged("vo-4.1", "gemeente", JudgementValue.MOSTLY),
        ]
    )
    assert [row[0][:9] for row in table_in(part(minutes, "Overzicht MO 2022")).rows] == [
        "Norm 8 MO"
    ]
    assert [row[0][:11] for row in table_in(part(minutes, "Overzicht VO 2019")).rows] == [
        "Norm 4.1 VO"
    ]


def test_the_pictures_open_with_how_to_read_them() -> None:
    given = part(overview([judged("mo-8", "keten", JudgementValue.MOSTLY)]), "Beelden per norm")
    assert said_in(given)[1] == (
        "",
        "De normen staan hier in eigen woorden. Het brondocument geldt.",
    )
    assert "Een begin: Het gebeurt soms." in bullets_in(given)
    nothing = part(overview([]), "Beelden per norm")
    assert said_in(nothing) == [("", "Er zijn geen beelden vastgelegd.")]
    assert len(nothing.blocks) == 1


def test_a_framework_without_pictures_has_no_table() -> None:
    minutes = overview([judged("mo-8", "gemeente", JudgementValue.MOSTLY)])
    assert "Overzicht VO 2019" not in titles(minutes)


def test_a_perspective_that_was_not_asked_is_told_apart_from_not_discussed() -> None:
    minutes = overview(
        [
            judged("mo-8", "opvang-vo", JudgementValue.MOSTLY),
            judged("mo-1", "gemeente", JudgementValue.MOSTLY),
        ]
    )
    rows = {row[0][:9]: row for row in table_in(part(minutes, "Overzicht MO 2022")).rows}
    assert "Niet gevraagd" in rows["Norm 1 MO"]
    assert "Niet gevraagd" not in rows["Norm 8 MO"]


def test_no_total_average_or_percentage_stands_among_the_pictures() -> None:
    values = [JudgementValue.MOSTLY, JudgementValue.NOT_YET]
    minutes = overview([judged(t, "gemeente", v) for t in ("mo-1", "mo-8") for v in values])
    said = " ".join(texts(minutes)).lower()
    assert not any(word in said for word in ("%", "totaal", "gemiddeld", "score"))


def test_only_norms_with_a_story_or_a_difference_get_a_part_of_their_own() -> None:
    minutes = overview(
        [
            judged("mo-1", "gemeente", JudgementValue.MOSTLY),
            judged("mo-2", "gemeente", JudgementValue.MOSTLY),
            judged("mo-2", "keten", JudgementValue.NOT_YET),
            judged("mo-8", "keten", JudgementValue.MOSTLY, "Want zo is het."),
        ]
    )
    assert "Norm 1 MO: Elk kind krijgt een warm welkom" not in titles(minutes)
    assert said_in(part(minutes, "Norm 2 MO: Kinderen wonen zo gewoon mogelijk")) == [
        ("", "De beelden verschillen. Er is geen toelichting vastgelegd.")
    ]
    assert said_in(part(minutes, "Norm 8 MO: Er is een plan voor elk kind")) == [
        ("Ketenpartners", "Want zo is het.")
    ]


def test_the_part_on_a_norm_tells_everything_but_the_answers_themselves() -> None:
    minutes = overview(
        [
            judged("vo-4.1", "gemeente", JudgementValue.MOSTLY, "Op papier."),
            judged("vo-4.1", "keten", JudgementValue.NOT_YET, "Niet in het echt."),
            SharedPicture(
                target="vo-4.1",
                outcome=PictureOutcome.DIFFERS,
                explanation="Twee verhalen.",
                going_well="De wil is er.",
                mover="De gemeente.",
            ),
            Mark(
                target="vo-4.1",
                necessity=Necessity.NECESSARY,
                phases=(Phase.STAY, Phase.AFTER),
            ),
        ]
    )
    assert said_in(part(minutes, "Norm 4.1 VO: Partners dragen een kind samen over")) == [
        ("Gemeente", "Op papier."),
        ("Ketenpartners", "Niet in het echt."),
        ("Samen", "Twee verhalen."),
        ("Gaat al goed", "De wil is er."),
        ("Aan zet", "De gemeente."),
        ("Voor onze regio", "Noodzakelijk\nFase: langer verblijf en vervolg"),
    ]


def test_the_voice_of_the_child_stands_at_its_theme_even_without_a_picture() -> None:
    voice = ChildVoice(target="mo-t2", better_off="Rust.", told_by="De kinderraad.")
    assert said_in(part(overview([voice]), "Thema 2 MO: Een plan voor elk kind")) == [
        ("Waar wordt het kind beter van", "Rust."),
        ("Wie vertelt wat kinderen vinden", "De kinderraad."),
    ]


def test_an_objection_to_a_picture_stands_with_that_picture() -> None:
    minutes = overview(
        [
            judged("mo-8", "keten", JudgementValue.MOSTLY),
            Confirmation(record=1, perspective="keten", correct=False, objection="Een begin dus."),
        ]
    )
    assert said_in(part(minutes, "Norm 8 MO: Er is een plan voor elk kind")) == [
        ("", "Klopt niet, volgens Ketenpartners.\nEen begin dus.")
    ]


def test_chosen_norms_that_were_not_discussed_are_named() -> None:
    chosen = Detail(field=DetailField.CHOSEN, value=("mo-8", "mo-1"))
    one = overview([chosen, judged("mo-8", "keten", JudgementValue.MOSTLY)])
    missing = part(one, "Gekozen, maar niet besproken")
    assert bullets_in(missing) == ("Norm 1 MO: Elk kind krijgt een warm welkom",)
    both = overview(
        [chosen, *(judged(t, "keten", JudgementValue.MOSTLY) for t in ("mo-8", "mo-1"))]
    )
    assert said_in(part(both, "Gekozen, maar niet besproken")) == [
        ("", "Alle gekozen normen zijn besproken.")
    ]


def test_an_overview_with_many_perspectives_lies_on_its_side() -> None:
    given = judged("mo-8", "gemeente", JudgementValue.MOSTLY)
    assert not part(overview([given]), "Overzicht MO 2022").landscape
    more = [OwnPerspective(label="Onderwijs")]
    assert part(overview([*more, given]), "Overzicht MO 2022").landscape
