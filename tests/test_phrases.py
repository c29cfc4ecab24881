"""What a recorded thing says: one Dutch sentence per kind, with user text as it was typed."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from guide.descriptions import describe
from guide.entries import (
    Action,
    ActionProgress,
    ActionReport,
    Adoption,
    Answer,
    AnyBody,
    Attendance,
    Body,
    ChildVoice,
    Confirmation,
    Decision,
    Detail,
    Dismissal,
    Draft,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    ItemPlan,
    Joined,
    Judgement,
    LibraryQuestion,
    Mark,
    Neighbours,
    NewEntry,
    Note,
    NumberOfChildren,
    OwnItem,
    OwnPerspective,
    Parked,
    ParkedSettled,
    Participant,
    Party,
    Paused,
    Picks,
    Priority,
    Restoration,
    Resumed,
    Retraction,
    Round,
    SharedPicture,
    StepClosed,
    StepOpened,
    Suggestion,
    Use,
    Weighing,
)
from guide.models import (
    ActionStatus,
    Commissioning,
    DetailField,
    Exactness,
    JudgementValue,
    Mandate,
    Necessity,
    Phase,
    PictureOutcome,
    Presence,
    RoundForm,
    RoundStage,
)
from guide.phrases import (
    count_in_words,
    due_in_words,
    guest_in_words,
    mandate_in_words,
    shown_count,
)
from guide.session import Session
from guide.sessions import Sessions
from guide.store import new_key
from tests.conftest import Say

JUNE = dt.date(2027, 6, 1)
GUEST = Participant(organisation="Gemeente A", function="beleid jeugd", perspective="gemeente")
PRIORITY, PARTICIPANT, ACTION = 3, 4, 5  # the records that `said` below begins with

# One of every kind that is part of the record, and what it says.
SAID: dict[str, Body] = {
    "Prioriteit: Welkom. Elk kind": Priority(title="Welkom", goal="Elk kind"),
    "Gemeente A, beleid jeugd": GUEST,
    "Regio: Noord": Detail(field=DetailField.REGION, value="Noord"),
    "Opvangvormen: vo, mo": Detail(field=DetailField.SECTORS, value=("vo", "mo")),
    "Datum: leeg": Detail(field=DetailField.DATE, value=""),
    "Gemeente A (Gemeente)": Party(name="Gemeente A", perspective="gemeente"),
    "Perspectief: Huurders": OwnPerspective(label="Huurders"),
    "Gemeente A, beleid jeugd: afwezig met bericht": Attendance(
        participant=PARTICIPANT, presence=Presence.EXCUSED
    ),
    "Agendapunt: 15 minuten": ItemPlan(item="opening", minutes=15, order=1),
    "Eigen agendapunt: Vervoer": OwnItem(title="Vervoer", question="Hoe?"),
    "Wij wachten lang.": Note(text="Wij wachten lang.", perspective="keten"),
    "?warme overdracht": LibraryQuestion(text="warme overdracht"),
    "Vrouwenopvang: 40 kinderen (exact)": NumberOfChildren(
        sector="vo", count=40, exactness=Exactness.EXACT
    ),
    "Norm 8 MO. Ketenpartners: Een begin. Te weinig tijd": Judgement(
        target="mo-8",
        perspective="keten",
        value=JudgementValue.BEGINNING,
        remark="Te weinig tijd",
    ),
    "Norm 8 MO. Gedeeld beeld: Grotendeels. Uitleg. Gaat al goed: A. Aan zet: B": SharedPicture(
        target="mo-8",
        outcome=PictureOutcome.SHARED,
        value=JudgementValue.MOSTLY,
        explanation="Uitleg",
        going_well="A",
        mover="B",
    ),
    "Thema 2 MO, stem van het kind. Rust. Wie vertelt het ons: De kinderraad": ChildVoice(
        target="mo-t2", better_off="Rust", told_by="De kinderraad"
    ),
    "Norm 8 MO: Noodzakelijk, Acute fase": Mark(
        target="mo-8", necessity=Necessity.NECESSARY, phases=(Phase.ACUTE,)
    ),
    "Norm 8 MO: geen aanduiding": Mark(target="mo-8"),
    "Keuze van Gemeente: Norm 8 MO, Indicator 1 VO": Picks(
        perspective="gemeente", targets=("mo-8", "vo-i1")
    ),
    "Norm 8 MO hoort voor onze regio bij: Norm 1.1 VO": Neighbours(
        target="mo-8", norms=("vo-1.1",)
    ),
    "Keuze van Ketenpartners: geen": Picks(perspective="keten", targets=()),
    "Gewogen: Norm 8 MO. Tijd": Weighing(target="mo-8", answers={"asks": "Tijd"}),
    "Prioriteit P01 in de opdrachtverlening: Expliciet. Eigen aanpak": Use(
        priority=PRIORITY, commissioning=Commissioning.EXPLICIT, room="Eigen aanpak"
    ),
    "Actie: Bellen. Trekker: Gemeente. Klaar: 1 juni 2027. Norm 8b MO": Action(
        what="Bellen", owner="Gemeente", due=JUNE, norms=("mo-8b",)
    ),
    "Actie ‘Bellen’: vervallen. Geen geld": ActionProgress(
        action=ACTION, status=ActionStatus.DROPPED, reason="Geen geld"
    ),
    "Gemeente meldt over actie ‘Bellen’: loopt. Eerste gesprek geweest": ActionReport(
        action=ACTION,
        device="toestel-1",
        perspective="gemeente",
        status=ActionStatus.RUNNING,
        noticed="Eerste gesprek geweest",
    ),
    "Dit gesprek gaat verder op de regiosessie van 1 juni 2027": EarlierSession(
        uid="eerder-1", held_on=JUNE
    ),
    "Eerdere actie: Bellen. Gemeente": EarlierAction(
        uid="eerder-1-A01", number="A01", action=Action(what="Bellen", owner="Gemeente")
    ),
    "Eerder beeld: Norm 8 MO": EarlierPicture(
        about="mo-8", label="Norm 8 MO", title="Warm", framework="MO 2022", version="1.0"
    ),
    "Besluit: Wij gaan door": Decision(text="Wij gaan door"),
    "Geparkeerd: Wachtlijst": Parked(text="Wachtlijst"),
    "Parkeerlijst: Naar volgende keer": ParkedSettled(
        parked=PRIORITY, outcome="Naar volgende keer"
    ),
    "Klopt": Confirmation(record=PRIORITY, correct=True),
    "Klopt niet. Te snel": Confirmation(record=PRIORITY, correct=False, objection="Te snel"),
    "actie: bellen": Draft(text="actie: bellen", proposal=Action(what="bellen")),
    "Niet overgenomen": Dismissal(),
    "Verslag vastgesteld op 1 juni 2027, versie 1.0": Adoption(date=JUNE, version="1.0"),
    "Meegedaan: Gemeente": Joined(device="toestel-1", perspective="gemeente"),
    "Ronde over Norm 8 MO: open": Round(
        form=RoundForm.PICTURE, target="mo-8", stage=RoundStage.OPEN
    ),
    "Antwoord ontvangen": Answer(
        device="toestel-1", form=RoundForm.PICTURE, target="mo-8", values=("mostly",)
    ),
    "Voorstel: Meer woningen": Suggestion(
        device="toestel-1", perspective="gemeente", text="Meer woningen"
    ),
}
AROUND = (StepOpened, StepClosed, Paused, Resumed, Retraction, Restoration)


@pytest.fixture
def said(session: Session, say: Say) -> Session:
    return say(session, Priority(title="Welkom"), GUEST, Action(what="Bellen"))


@pytest.mark.parametrize("sentence", SAID)
def test_every_kind_says_what_was_recorded(said: Session, sentence: str) -> None:
    assert describe(said, SAID[sentence]) == sentence


def test_no_kind_of_entry_is_forgotten() -> None:
    kinds = set(get_args(get_args(AnyBody)[0]))
    assert {type(body) for body in SAID.values()} | set(AROUND) == kinds


@pytest.mark.parametrize("body", SAID.values(), ids=lambda body: body.kind)
def test_every_kind_comes_back_from_the_database_as_it_was(
    sessions: Sessions, said: Session, body: AnyBody
) -> None:
    after = sessions.extend(said, [NewEntry(key=new_key(), body=body)])
    assert after.state.records_of(type(body))[-1].body == body
    (kept,) = sessions.store.entries_after(said.id, said.state.seq)
    assert kept.body == body


@pytest.mark.parametrize("text", ["{naam} %s", "**vet** <b>", "Zo...", "Wat nu?", ":red[x]"])
def test_user_text_is_in_the_sentence_as_it_was_typed(said: Session, text: str) -> None:
    for body in (Note(text=text), Decision(text=text), Action(what=text, owner="Wij")):
        assert text in describe(said, body)


@pytest.mark.parametrize("end", [".", "?", "!", "…"])
def test_a_sentence_that_already_ends_gets_no_second_full_stop(said: Session, end: str) -> None:
    sentence = describe(said, Action(what=f"Wie belt{end}", owner="Gemeente"))
    assert sentence == f"Actie: Wie belt{end} Trekker: Gemeente"


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "minder dan 10"), (9, "minder dan 10"), (10, "10"), (1234, "1.234")],
)
def test_a_small_number_of_children_is_never_shown(count: int, shown: str) -> None:
    assert shown_count(count) == shown


@pytest.mark.parametrize(
    ("count", "exactness", "words"),
    [
        (40, Exactness.ESTIMATE, "Maatschappelijke opvang: ongeveer 40 kinderen (schatting)"),
        (3, Exactness.ESTIMATE, "Maatschappelijke opvang: minder dan 10 kinderen (schatting)"),
        (None, Exactness.UNKNOWN, "Maatschappelijke opvang: aantal kinderen niet bekend"),
        (40, Exactness.UNKNOWN, "Maatschappelijke opvang: aantal kinderen niet bekend"),
    ],
)
def test_a_number_of_children_says_how_sure_it_is(
    count: int | None, exactness: Exactness, words: str
) -> None:
    assert count_in_words(NumberOfChildren(sector="mo", count=count, exactness=exactness)) == words


def test_a_number_of_children_says_when_and_where_it_was_counted() -> None:
    body = NumberOfChildren(
        sector="vo",
        count=40,
        exactness=Exactness.EXACT,
        reference_date="1 januari 2027",
        origin="eigen telling",
        remark="Zonder ambulant",
    )
    assert count_in_words(body) == (
        "Vrouwenopvang: 40 kinderen (exact). Peildatum 1 januari 2027. Bron: eigen telling. "
        "Zonder ambulant"
    )


def test_a_name_is_shown_only_where_it_may_be() -> None:
    named = GUEST.model_copy(update={"name": "V. Voorbeeld"})
    assert guest_in_words(named) == "Gemeente A, beleid jeugd (V. Voorbeeld)"
    assert guest_in_words(named, names=False) == "Gemeente A, beleid jeugd"


@pytest.mark.parametrize(
    ("due", "words", "said"),
    [
        (JUNE, "", "1 juni 2027"),
        (JUNE, "1 juni 2027", "1 juni 2027"),
        (JUNE, "vóór de zomer", "vóór de zomer (1 juni 2027)"),
        (None, "zo snel mogelijk", "zo snel mogelijk"),
    ],
)
def test_a_deadline_is_said_as_people_said_it(due: dt.date | None, words: str, said: str) -> None:
    assert due_in_words(due, words) == said


def test_a_mandate_says_who_still_has_to_agree() -> None:
    submit = Action(what="a", mandate=Mandate.TO_SUBMIT, mandate_of="het college")
    assert mandate_in_words(submit) == "Nog voor te leggen aan het college"
    assert mandate_in_words(submit.model_copy(update={"mandate_of": ""})).endswith("aan …")
    assert mandate_in_words(Action(what="a", mandate=Mandate.PROPOSAL)) == "Voorstel"


def test_somebody_whose_record_is_gone_is_a_participant(said: Session) -> None:
    body = Attendance(participant=99, presence=Presence.PRESENT)
    assert describe(said, body) == "Deelnemer: aanwezig"
