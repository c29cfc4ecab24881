"""The minutes of a next session: what came of the earlier actions, and pictures then and now."""

from __future__ import annotations

import datetime as dt

from guide.checks import completeness
from guide.entries import (
    Action,
    ActionProgress,
    Body,
    Detail,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    EarlierView,
    Judgement,
    Note,
    SharedPicture,
)
from guide.minutes import make_minutes
from guide.models import ActionStatus, DetailField, JudgementValue, PictureOutcome
from guide.session import Session
from tests.minutes_reader import opened, part, table_in, times, told

THEN = EarlierSession(uid="toen", held_on=dt.date(2026, 3, 12))
LONG = "Een vaste contactpersoon op elke school afspreken met de jeugdteams"


def earlier(number: str, what: str = LONG, **more: object) -> EarlierAction:
    action = Action(what=what, owner="Gemeente, beleid")
    return EarlierAction(uid=f"toen-{number}", number=number, action=action).model_copy(update=more)


def followed(*more: Body) -> Session:
    """A next session whose records 2, 3 and 4 are earlier actions."""
    return told(THEN, earlier("A01"), earlier("A02", "Bellen"), earlier("A03", "Lezen"), *more)


def rows(session: Session) -> list[tuple[str, ...]]:
    return list(table_in(part(make_minutes(session), "Terugblik: wat kwam van de afspraken")).rows)


def test_the_first_session_of_a_region_has_nothing_to_look_back_at() -> None:
    titles = [section.title for section in make_minutes(told(Action(what="Bellen"))).sections]
    assert not [title for title in titles if "Terugblik" in title or "Toen" in title]


def test_the_minutes_open_with_what_came_of_the_earlier_actions() -> None:
    session = followed(
        ActionProgress(action=2, status=ActionStatus.RUNNING, noticed="Scholen bellen zelf"),
        ActionProgress(action=3, status=ActionStatus.DROPPED, reason="Geen geld"),
        Action(what=LONG, earlier=2, due=dt.date(2028, 6, 1)),
    )
    titles = [section.title for section in make_minutes(session).sections]
    assert titles[:3] == [
        "Gegevens",
        "Terugblik: wat kwam van de afspraken",
        "Samenvatting: besluiten en acties",
    ]
    goes_on, dropped, left = rows(session)
    assert goes_on[0] == "A01"
    assert goes_on[3] == "Loopt\nScholen bellen zelf"
    assert goes_on[4] == "Gaat verder als A01.\nKlaar: 1 juni 2028."
    assert dropped[3] == "Vervallen\nReden: Geen geld"
    assert dropped[4].startswith("Afgesloten.\nBesproken op ")
    assert left[3:] == ("Open", "Nog niet besproken.")


def test_an_action_that_goes_on_stands_in_full_in_one_place_only() -> None:
    session = followed(Action(what=LONG, earlier=2))
    assert times(make_minutes(session), LONG) == 1


def test_how_often_an_action_moved_is_said() -> None:
    moved = earlier("A01", moved=1)
    moved = moved.model_copy(
        update={"action": moved.action.model_copy(update={"due": dt.date(2027, 6, 1)})}
    )
    session = told(THEN, moved, Action(what=LONG, earlier=2, due=dt.date(2028, 6, 1)))
    assert rows(session)[0][4].endswith("Al 2 keer verschoven.")


def test_what_was_said_at_the_terugblik_points_to_it() -> None:
    session = told(
        THEN,
        earlier("A01"),
        opened("stap-look-back", "earlier-2"),
        ("stap-look-back", "earlier-2", Note(text="De scholen doen mee.")),
        ("stap-look-back", "earlier-2", ActionProgress(action=2, status=ActionStatus.DONE)),
    )
    item = part(make_minutes(session), "Opening")
    said = [getattr(block, "text", "") for block in item.blocks]
    assert "Over eerdere actie A01" in said
    assert "De scholen doen mee." in said
    assert "Wat van de eerdere acties kwam, staat bij ‘Terugblik’." in said


def then_picture(version: str = "1.0") -> EarlierPicture:
    return EarlierPicture(
        about="mo-8",
        label="Norm 8 MO",
        title="Plan",
        framework="MO 2022",
        version=version,
        sectors=("vo", "mo"),
        held_on=dt.date(2026, 3, 12),
        views=(EarlierView(perspective="Gemeente", value=JudgementValue.NOT_YET),),
        outcome=PictureOutcome.SHARED,
        value=JudgementValue.NOT_YET,
    )


NOW = (
    Judgement(target="mo-8", perspective="gemeente", value=JudgementValue.MOSTLY),
    SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS),
)


def test_then_and_now_stand_side_by_side_with_what_was_agreed() -> None:
    about = earlier("A04")
    about = about.model_copy(
        update={"action": about.action.model_copy(update={"norms": ("mo-8b",)})}
    )
    session = told(THEN, about, then_picture(), *NOW)
    (row,) = table_in(part(make_minutes(session), "Toen en nu")).rows
    assert row == (
        "Norm 8 MO",
        "12 maart 2026\nGedeeld beeld: nog niet\nGemeente: Nog niet",
        "Beeld verschilt\nGemeente: Grotendeels",
        "A04 (open)",
    )


def test_a_changed_text_is_named_and_not_set_beside_the_old_picture() -> None:
    minutes = make_minutes(told(THEN, then_picture("0.9"), *NOW))
    told_of = [getattr(block, "text", "") for block in part(minutes, "Toen en nu").blocks]
    assert told_of[1].startswith("De tekst van MO 2022 is sindsdien veranderd")
    assert times(minutes, "Gemeente: Nog niet") == 0


def test_another_sector_is_a_change_of_scope() -> None:
    only_mo = Detail(field=DetailField.SECTORS, value=("mo",))
    minutes = make_minutes(told(THEN, only_mo, then_picture(), *NOW))
    told_of = [getattr(block, "text", "") for block in part(minutes, "Toen en nu").blocks]
    assert told_of[1] == "Het gesprek ging toen over VO en MO, en nu over MO."


def test_an_earlier_action_that_nobody_came_back_to_is_named_before_closing() -> None:
    session = followed(ActionProgress(action=2, status=ActionStatus.DONE))
    left = [remark.where for remark in completeness(session) if "eerdere actie" in remark.text]
    assert left == ["Eerdere actie A02", "Eerdere actie A03"]
