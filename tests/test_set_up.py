"""The set-up: defaults where nothing was filled in, and what was chosen where it was."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.content_models import Sector
from guide.entries import Attendance, Detail, ItemPlan, OwnItem, OwnPerspective, Participant, Party
from guide.models import DetailField, Presence
from guide.session import Session
from guide.sessions import Sessions
from guide.set_up import (
    active_agenda,
    agenda,
    all_perspectives,
    details,
    earlier_values,
    frameworks,
    guests,
    many,
    parties,
    perspective_label,
    perspectives,
    text,
)
from tests.conftest import Say


def ids(things: object) -> list[str]:
    return [each.id for each in things]  # type: ignore[attr-defined]


def test_what_was_not_filled_in_has_a_sensible_default(session: Session) -> None:
    found = details(session)
    assert (found.start, found.end, found.minutes) == (dt.time(13, 30), dt.time(16, 30), 180)
    assert found.sectors == (Sector.VO, Sector.MO)
    assert found.ground_rules == session.script.agenda.ground_rules
    assert (found.place, found.next_date, found.remarks_before) == ("", None, None)


def test_what_was_filled_in_is_used(session: Session, say: Say) -> None:
    found = details(
        say(
            session,
            Detail(field=DetailField.START, value="09:00"),
            Detail(field=DetailField.END, value="11:15"),
            Detail(field=DetailField.PLACE, value="Stadhuis"),
            Detail(field=DetailField.NEXT_DATE, value="2028-03-10"),
            Detail(field=DetailField.GROUND_RULES, value="Eerst luisteren\nDan praten"),
        )
    )
    assert (found.minutes, found.place) == (135, "Stadhuis")
    assert found.next_date == dt.date(2028, 3, 10)
    assert found.ground_rules == ("Eerst luisteren", "Dan praten")


def test_the_newest_value_counts_and_the_earlier_ones_are_remembered(
    session: Session, say: Say
) -> None:
    changed = say(session, Detail(field=DetailField.REGION, value="Andere regio"))
    assert text(changed, DetailField.REGION) == "Andere regio"
    assert earlier_values(changed, DetailField.REGION) == {"Voorbeeldregio", "Andere regio"}


def test_an_end_before_the_start_gives_no_negative_length(session: Session, say: Say) -> None:
    assert details(say(session, Detail(field=DetailField.END, value="08:00"))).minutes == 0


def test_a_field_that_was_never_filled_in_differs_from_one_that_was_emptied(
    session: Session, say: Say
) -> None:
    assert many(session, DetailField.CHOSEN) is None
    assert many(say(session, Detail(field=DetailField.CHOSEN, value=())), DetailField.CHOSEN) == ()


def test_both_forms_of_opvang_take_part_unless_one_is_chosen(session: Session, say: Say) -> None:
    assert ids(frameworks(session)) == ["vo-2019", "mo-2022"]
    only_mo = say(session, Detail(field=DetailField.SECTORS, value=("mo",)))
    assert ids(frameworks(only_mo)) == ["mo-2022"]
    assert "opvang-vo" not in ids(perspectives(only_mo))
    assert "gemeente" in ids(perspectives(only_mo))


def test_normenkaders_and_perspectives_can_be_chosen_one_by_one(session: Session, say: Say) -> None:
    chosen = say(
        session,
        Detail(field=DetailField.FRAMEWORKS, value=("vo-2019",)),
        Detail(field=DetailField.PERSPECTIVES, value=("keten", "gemeente")),
    )
    assert ids(frameworks(chosen)) == ["vo-2019"]
    assert ids(perspectives(chosen)) == ["gemeente", "keten"], "in the order of the content"


def test_a_region_can_add_a_perspective_of_its_own(session: Session, say: Say) -> None:
    own = say(session, OwnPerspective(label="Huurders Raad"), OwnPerspective(label="Kerk"))
    first, second = all_perspectives(own)[-2:]
    assert (first.label, first.aliases) == ("Huurders Raad", ("huurders",))
    assert first.symbol != second.symbol
    assert perspective_label(own, first.id) == "Huurders Raad"
    assert first.id in ids(perspectives(own))


def test_an_unknown_perspective_is_the_room(session: Session) -> None:
    assert perspective_label(session, "") == "De zaal"


def test_parties_and_guests_stand_in_the_order_they_came(session: Session, say: Say) -> None:
    full = say(
        session,
        Party(name="Gemeente A", perspective="gemeente"),
        Party(name="Opvang B", perspective="opvang-mo"),
        Participant(organisation="Gemeente A", function="beleid", perspective="gemeente"),
    )
    assert [party.name for _, party in parties(full)] == ["Gemeente A", "Opvang B"]
    (guest,) = guests(full)
    assert guest.presence is None
    there = say(full, Attendance(participant=guest.seq, presence=Presence.EXCUSED))
    assert guests(there)[0].presence is Presence.EXCUSED


def test_a_withdrawn_guest_is_no_longer_listed(
    sessions: Sessions, session: Session, say: Say
) -> None:
    full = say(session, Participant(organisation="A", function="b", perspective="keten"))
    assert guests(sessions.withdraw(full, 3)) == []


def test_the_agenda_has_its_own_order_and_minutes_until_they_are_changed(
    session: Session, say: Say
) -> None:
    assert [(i.id, i.minutes) for i in agenda(session)] == [
        ("opening", 15),
        ("beelden", 90),
        ("afspraken", 60),
    ]
    moved = say(session, ItemPlan(item="opening", minutes=5, order=9))
    assert [(i.id, i.minutes) for i in agenda(moved)][-1] == ("opening", 5)


def test_an_item_can_be_switched_off_and_on_again(session: Session, say: Say) -> None:
    off = say(session, ItemPlan(item="beelden", minutes=90, order=1, enabled=False))
    assert ids(active_agenda(off)) == ["opening", "afspraken"]
    assert len(agenda(off)) == 3
    on = say(off, ItemPlan(item="beelden", minutes=90, order=1))
    assert ids(active_agenda(on)) == ["opening", "beelden", "afspraken"]


def test_an_agenda_with_everything_switched_off_counts_whole(session: Session, say: Say) -> None:
    off = say(
        session,
        *(
            ItemPlan(item=item, minutes=5, order=n, enabled=False)
            for n, item in enumerate(("opening", "beelden", "afspraken"))
        ),
    )
    assert len(active_agenda(off)) == 3


def test_an_own_item_stands_before_the_last_one_until_it_is_moved(
    session: Session, say: Say
) -> None:
    own = say(
        session,
        OwnItem(title="Wachtlijst", question="Hoe lang?"),
        OwnItem(title="Vervoer", question=""),
    )
    assert ids(agenda(own)) == ["opening", "beelden", "own-3", "own-4", "afspraken"]
    assert agenda(own)[2].item.steps[0].question == "Hoe lang?"
    assert agenda(own)[3].item.steps[0].question == "Vervoer"
    assert ids(agenda(say(own, ItemPlan(item="own-4", minutes=3, order=-1))))[0] == "own-4"


@pytest.mark.parametrize("value", ["onzin", "2027-13-01", ""])
def test_a_date_or_time_that_cannot_be_read_does_not_stop_the_session(
    session: Session, sessions: Sessions, value: str
) -> None:
    # Such a value can only come from a file that was made elsewhere: the rules refuse it here.
    bodies = [Detail(field=field, value=value) for field in (DetailField.DATE, DetailField.START)]
    strange = sessions.extend(session, [sessions._new(body) for body in bodies])
    assert details(strange).date is None
    assert details(strange).start == dt.time(13, 30)
