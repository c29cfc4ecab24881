"""What stands in the minutes once, literally, never, and always the same."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.entries import (
    Action,
    ActionProgress,
    Answer,
    Body,
    ChildVoice,
    Confirmation,
    Decision,
    Detail,
    Draft,
    Judgement,
    LibraryQuestion,
    Note,
    NumberOfChildren,
    OwnItem,
    Parked,
    ParkedSettled,
    Participant,
    Party,
    Priority,
    SharedPicture,
    Suggestion,
    Use,
    Weighing,
)
from guide.minutes import MinutesOptions, make_minutes
from guide.minutes.words import counted, listed, opening_words
from guide.models import (
    ActionStatus,
    Commissioning,
    DetailField,
    Exactness,
    JudgementValue,
    PictureOutcome,
    RoundForm,
)
from guide.plain_text import clean
from guide.session import Session
from guide.sessions import Sessions
from tests.conftest import GoTo, Say
from tests.minutes_reader import (
    Said,
    a_bit_of_everything,
    everything,
    opened,
    part,
    said_in,
    table_in,
    texts,
    times,
    told,
)

NOW = dt.datetime(2027, 3, 14, 12, 0, tzinfo=dt.UTC)


def detail(field: DetailField, value: str) -> Detail:
    return Detail(field=field, value=value)


REGION = detail(DetailField.REGION, "Voorbeeldregio")
DATE = detail(DetailField.DATE, "2027-03-12")


# Once


def test_every_decision_and_action_stands_in_full_in_one_place_only() -> None:
    full = a_bit_of_everything()
    minutes = make_minutes(full)
    for text in ("Wij delen de werkwijze voor de overdracht.", "Een korte werkwijze maken."):
        assert times(minutes, text) == 1


def test_a_decision_stands_in_the_besluitenlijst_and_by_its_number_at_its_item() -> None:
    full = a_bit_of_everything()
    minutes = make_minutes(full)
    assert table_in(part(minutes, "Besluitenlijst")).rows == (
        ("B01", "Wij delen de werkwijze voor de overdracht.", "3. Afspraken", "Norm 8b MO"),
    )
    assert (
        "Vastgelegd",
        "besluit B01; prioriteit P01; acties A01 en A02; parkeerpunt K01.",
    ) in said_in(part(minutes, "Afspraken"))


def test_every_picture_stands_in_one_row() -> None:
    full = a_bit_of_everything()
    minutes = make_minutes(full)
    rows = [row for s in minutes.sections for b in s.blocks for row in getattr(b, "rows", ())]
    assert len([row for row in rows if row[0].startswith("Norm 8 MO")]) == 1
    assert times(minutes, "Het plan ligt er, maar kinderen kennen het niet.") == 1


@given(st.text(max_size=200))
def test_opening_words_are_never_the_whole_text(text: str) -> None:
    short = opening_words(text)
    assert len(short) <= 49
    assert " ".join(text.split()) not in short or not text.split()
    assert short == "" or short.endswith("…")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("Bellen", ""),
        ("Warme overdracht regelen", "Warme overdracht…"),
        ("Eén plan, voor elk kind", "Eén plan, voor elk…"),
        ("Een werkwijze maken, samen", "Een werkwijze maken…"),
        ("x" * 60 + " en verder", ""),
    ],
)
def test_opening_words_end_at_a_word(text: str, short: str) -> None:
    assert opening_words(text) == short


def test_small_phrases_are_good_dutch() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a en b"
    assert listed(["a", "b", "c"]) == "a, b en c"
    assert [counted(n, "actie", "acties") for n in (0, 1, 2)] == [
        "geen acties",
        "1 actie",
        "2 acties",
    ]


# Literally


USER_TEXT = st.text(min_size=1, max_size=80).map(clean).filter(bool)


def places_for(text: str) -> list[Said]:
    """One of everything in which people type, each with this text where it fits."""
    return [
        detail(DetailField.REGION, text),
        detail(DetailField.FACILITATOR, text),
        Party(name=text, perspective="keten"),
        Participant(organisation=text, function=text, perspective="keten"),
        ("stap-ask", Note(text=text)),
        ("stap-norms", "mo-8", Note(text=text, perspective="keten")),
        ("stap-count", NumberOfChildren(sector="vo", exactness=Exactness.UNKNOWN, remark=text)),
        Judgement(
            target="mo-8",
            perspective="keten",
            value=JudgementValue.NOT_APPLICABLE,
            remark=text,
        ),
        SharedPicture(
            target="mo-8", outcome=PictureOutcome.OPEN, explanation=text, going_well=text
        ),
        ChildVoice(target="mo-t2", better_off=text, told_by=text),
        Priority(title=text, goal=text, first_step=text, reservations=text),
        Use(priority=11, commissioning=Commissioning.NOT, room=text),
        Weighing(target="mo-8", answers={"asks": text}),
        Action(what=text, owner=text, partners=text, sign=text, needs=text, where=text),
        Action(what=text, due_words=text, lands_in=text, review=text, mandate_of=text),
        ActionProgress(action=14, status=ActionStatus.DROPPED, reason=text),
        Decision(text=text),
        Parked(text=text),
        ParkedSettled(parked=18, outcome=text),
        Confirmation(record=17, perspective="keten", correct=False, objection=text),
        OwnItem(title=text, question=text),
    ]


@given(USER_TEXT)
@settings(max_examples=60, deadline=None)
def test_whatever_people_type_stands_in_the_minutes_as_they_typed_it(text: str) -> None:
    every = places_for(text)
    for number, said in enumerate(every):
        alone = told(*[REGION] * number, said)
        if isinstance(said, Use | ActionProgress | ParkedSettled | Confirmation):
            alone = told(*every[: number + 1])
        assert any(text in each for each in texts(make_minutes(alone))), said


def test_markup_in_a_text_stays_text() -> None:
    text = "**vet** <b>x</b> =SOM(A1) {{regio}}\nregel twee"
    assert times(make_minutes(told(("stap-ask", Note(text=text)))), text) == 1


# Never


NEVER_TOLD = (
    Note(text="GEHEIM1", private=True, perspective="keten"),
    LibraryQuestion(text="GEHEIM2"),
    Suggestion(device="apparaat-1", perspective="keten", text="GEHEIM0"),
    Answer(device="apparaat-1", form=RoundForm.PICTURE, values=("GEHEIM",), remark="GEHEIM"),
    Draft(text="GEHEIM3", proposal=Action(what="GEHEIM4"), unclear=("GEHEIM5",)),
)
TOLD_UNTIL_WITHDRAWN = (
    Note(text="GEHEIM6"),
    Action(what="GEHEIM7"),
    Decision(text="GEHEIM8"),
    Parked(text="GEHEIM9"),
    Priority(title="GEHEIM10"),
    SharedPicture(target="mo-8", outcome=PictureOutcome.OPEN, explanation="GEHEIM11"),
    Judgement(target="mo-8", perspective="keten", value=JudgementValue.UNKNOWN, remark="GEHEIM12"),
    ChildVoice(target="mo-t2", better_off="GEHEIM13"),
    Weighing(target="mo-8", answers={"asks": "GEHEIM14"}),
    Party(name="GEHEIM15", perspective="keten"),
    Participant(organisation="GEHEIM16", function="lid", perspective="keten"),
    OwnItem(title="GEHEIM17", question="Wat?"),
)


def test_private_notes_drafts_and_what_devices_send_are_nowhere() -> None:
    session = told(*(("stap-ask", body) for body in NEVER_TOLD))
    assert "GEHEIM" not in everything(make_minutes(session, MinutesOptions(names=True)))


@pytest.mark.parametrize("body", TOLD_UNTIL_WITHDRAWN, ids=lambda body: body.kind)
def test_what_is_withdrawn_is_nowhere(
    session: Session, at: GoTo, say: Say, sessions: Sessions, body: Body
) -> None:
    recorded = say(at(session, "stap-ask"), body)
    assert "GEHEIM" in everything(make_minutes(recorded))
    withdrawn = sessions.withdraw(recorded, recorded.state.seq)
    assert "GEHEIM" not in everything(make_minutes(withdrawn))


def test_a_draft_counts_once_it_is_accepted(session: Session, say: Say, sessions: Sessions) -> None:
    drafted = say(session, Draft(text="typwerk", proposal=Action(what="Samen de lijst maken")))
    accepted = sessions.accept(drafted, drafted.state.seq)
    minutes = make_minutes(accepted)
    assert times(minutes, "Samen de lijst maken") == 1
    assert times(minutes, "typwerk") == 0


def test_only_the_newest_wording_of_a_corrected_record_is_told(
    sessions: Sessions, session: Session, say: Say
) -> None:
    first = say(session, Action(what="Oude woorden hier"), Decision(text="Oud besluit"))
    action, decision = first.state.seq - 1, first.state.seq
    second = sessions.correct(first, action, Action(what="Nieuwe woorden hier"))
    third = sessions.correct(second, decision, Decision(text="Nieuw besluit"))
    said = everything(make_minutes(third))
    assert "Oud" not in said
    assert "Nieuwe woorden hier" in said
    assert "Nieuw besluit" in said


def test_an_older_answer_in_the_same_place_is_not_told() -> None:
    def judged(remark: str) -> Judgement:
        return Judgement(
            target="mo-8", perspective="keten", value=JudgementValue.MOSTLY, remark=remark
        )

    minutes = make_minutes(told(judged("eerst dit"), judged("toen dat")))
    assert times(minutes, "eerst dit") == 0
    assert times(minutes, "toen dat") == 1


def test_names_stand_in_the_annex_only_when_that_was_chosen() -> None:
    session = told(
        Participant(organisation="Anker", function="lid", perspective="keten", name="Naam-X")
    )
    assert "Naam-X" not in everything(make_minutes(session))
    shown = make_minutes(session, MinutesOptions(names=True))
    assert times(shown, "Naam-X") == 1
    assert "Naam-X" in table_in(part(shown, "Bijlage: deelnemers")).rows[0]


def test_the_name_column_is_left_out_when_nobody_gave_a_name() -> None:
    session = told(Participant(organisation="Anker", function="lid", perspective="keten"))
    annex = table_in(part(make_minutes(session, MinutesOptions(names=True)), "Bijlage: deelnemers"))
    assert [column.title for column in annex.columns][-1] == "Aanwezigheid"


def test_a_small_number_of_children_is_never_shown() -> None:
    said = NumberOfChildren(sector="mo", count=7, exactness=Exactness.EXACT)
    minutes = make_minutes(told(("stap-count", said)))
    assert ("Maatschappelijke opvang", "Minder dan 10 kinderen.") in said_in(
        part(minutes, "Opening")
    )
    assert not re.search(r"\b7\b", everything(minutes))


# Always the same


def test_the_same_session_gives_the_same_minutes_dated_by_its_last_entry() -> None:
    full = a_bit_of_everything()
    one, other = make_minutes(full), make_minutes(full)
    assert one == other
    assert one.made_at == max(v.entry.at for r in full.state.records.values() for v in r.versions)


def test_opening_a_step_counts_as_the_last_moment_too() -> None:
    session = told(REGION, opened("stap-ask"))
    assert make_minutes(session).made_at == session.state.clock.since


def test_the_given_moment_goes_before() -> None:
    full = a_bit_of_everything()
    assert make_minutes(full, now=NOW).made_at == NOW
