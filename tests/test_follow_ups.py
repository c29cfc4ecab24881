"""What the guide says next to the question: whole sentences, once put aside no more."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from guide.conditions import CONDITIONS
from guide.content_models import Content, FollowUp, StepKind
from guide.entries import Action, Dismissal, OwnPerspective, Parked
from guide.errors import ContentError
from guide.follow_ups import SUGGESTED, Suggestion, check_conditions, follow_ups
from guide.models import Mandate
from guide.session import Session
from guide.sessions import Sessions
from tests.conftest import GoTo, Say
from tests.test_conditions import CASES, ON_ANOTHER_DAY, TIMED, at_minute

FINDS = {
    **{name: set(case.finds) for name, case in CASES.items()},
    **{name: set(names) for name, names in TIMED.items()},
    "example-fits": {"target", "example"},
    "suggestion-fits": {"suggestion", "initiative"},
}


def spoken(session: Session, **more: object) -> list[str]:
    return [each.text for each in follow_ups(session, ON_ANOTHER_DAY, **more)]  # type: ignore[arg-type]


def with_follow_ups(session: Session, *said: FollowUp) -> Session:
    return Session(
        session.id, session.script.model_copy(update={"follow_ups": said}), session.state
    )


# The real content


def test_every_follow_up_names_a_condition_that_exists(real_content: Content) -> None:
    check_conditions(real_content.follow_ups)


def test_every_condition_is_used(real_content: Content) -> None:
    used = {each.when for each in real_content.follow_ups}
    assert CONDITIONS.keys() | SUGGESTED == used


def test_every_name_between_braces_is_filled_in(real_content: Content) -> None:
    for each in real_content.follow_ups:
        assert set(re.findall(r"\{(\w+)\}", each.say)) <= FINDS[each.when], each.id
        assert each.say.count("{") == len(re.findall(r"\{\w+\}", each.say)), each.id


def test_every_follow_up_can_be_said_somewhere_in_the_real_agenda(real_content: Content) -> None:
    kinds = {step.kind for item in real_content.agendas[0].items for step in item.steps}
    for each in real_content.follow_ups:
        assert not each.at or kinds & set(each.at), each.id


def test_a_follow_up_with_a_condition_that_does_not_exist_is_refused() -> None:
    wrong = FollowUp(id="fout", when="bestaat-niet", say="Iets.")
    with pytest.raises(ContentError, match=r"fout.*'bestaat-niet' bestaat niet") as caught:
        check_conditions((wrong,))
    assert "follow_ups.yaml" in caught.value.message
    assert "pictures-differ" in caught.value.next_step
    assert "example-fits" in caught.value.next_step


# What is said


def test_a_finding_is_said_in_the_words_of_the_content(session: Session, say: Say) -> None:
    there = say(session, Action(what="Bellen"))
    assert spoken(there) == ["De actie ‘Bellen’ heeft nog geen trekker. Wie neemt dit op zich?"]


def test_a_follow_up_is_said_only_in_its_own_kinds_of_step(
    session: Session, say: Say, at: GoTo
) -> None:
    parked = say(session, Parked(text="a"))
    assert spoken(parked) == []
    assert spoken(at(parked, "stap-check-out")) == ["Nog open op de parkeerlijst: 1."]


def test_every_occurrence_is_said_in_the_order_of_the_content(
    session: Session, say: Say, at: GoTo
) -> None:
    there = at(say(session, Action(what="Een"), Action(what="Twee")), "stap-check-out")
    assert [text.split(" heeft")[0] for text in spoken(there)] == [
        "De actie ‘Een’",
        "De actie ‘Twee’",
        "De actie ‘Een’",
        "De actie ‘Twee’",
    ]


def test_a_follow_up_may_wait_for_more_than_one_finding(session: Session, say: Say) -> None:
    patient = FollowUp(id="p", when="action-without-owner", say="{action}", minimum=2)
    one = say(session, Action(what="Een"))
    assert spoken(with_follow_ups(one, patient)) == []
    two = say(one, Action(what="Twee"))
    assert spoken(with_follow_ups(two, patient)) == ["Een", "Twee"]


@pytest.mark.parametrize("typed", ["{action}", "{body}", "{", "{0} {naam!r} %s", "{{action}}"])
def test_braces_in_what_somebody_typed_stay_literal(
    session: Session, say: Say, at: GoTo, typed: str
) -> None:
    asks = FollowUp(id="m", when="action-needs-mandate", say="‘{action}’ moet langs {body}.")
    said = say(
        session, Action(what=typed, mandate=Mandate.TO_SUBMIT, mandate_of="het {action} college")
    )
    assert spoken(with_follow_ups(said, asks)) == [f"‘{typed}’ moet langs het {{action}} college."]


def test_a_perspective_called_after_a_name_between_braces_stays_literal(
    session: Session, say: Say, at: GoTo
) -> None:
    there = at(say(session, OwnPerspective(label="{perspectives}")), "stap-ask")
    assert any(text.endswith("{perspectives}.") for text in spoken(there))


def test_a_name_that_the_condition_does_not_know_stays_visible(session: Session, say: Say) -> None:
    typo = FollowUp(id="t", when="action-without-owner", say="{actoin}")
    assert spoken(with_follow_ups(say(session, Action(what="a")), typo)) == ["{actoin}"]


def test_what_the_naslag_has_is_offered_where_the_content_says_so(
    session: Session, at: GoTo
) -> None:
    fits = FollowUp(
        id="f", when="example-fits", at=(StepKind.AGREE,), say="Bij {target}: {example}"
    )
    found = Suggestion("example-fits", (("target", "Norm 8 MO"), ("example", "Samen in de tuin")))
    other = Suggestion("suggestion-fits", (("suggestion", "a"), ("initiative", "b")))
    there = with_follow_ups(at(session, "stap-agree"), fits)
    assert spoken(there, suggestions=(found, other)) == ["Bij Norm 8 MO: Samen in de tuin"]
    assert spoken(with_follow_ups(session, fits), suggestions=(found,)) == []


# Putting aside


def test_what_was_put_aside_is_not_said_again(
    sessions: Sessions, session: Session, say: Say
) -> None:
    there = say(session, Action(what="Een"), Action(what="Twee"))
    key = follow_ups(there, ON_ANOTHER_DAY)[0].key
    aside = say(there, Dismissal(what=key))
    assert [text for text in spoken(aside) if "Een" in text] == []
    assert [text for text in spoken(aside) if "Twee" in text]
    undone, _ = sessions.undo(aside)
    assert spoken(undone) == spoken(there)


def test_a_putting_aside_holds_for_every_text_that_can_be_typed(session: Session, say: Say) -> None:
    there = say(session, Action(what="  raar | {x}\n\u202e tekst  "))
    (only,) = follow_ups(there, ON_ANOTHER_DAY)
    assert follow_ups(say(there, Dismissal(what=only.key)), ON_ANOTHER_DAY) == []


def test_a_remark_about_time_that_was_put_aside_stays_away_for_a_while(
    session: Session, say: Say, at: GoTo
) -> None:
    late = FollowUp(id="laat", when="item-over-time", say="Uitloop: {minutes} min.")
    there = with_follow_ups(at(session, "stap-say"), late)

    def said(session: Session, minute: int) -> list[str]:
        again = with_follow_ups(session, late)
        return [each.text for each in follow_ups(again, at_minute(session, minute))]

    (first,) = follow_ups(there, at_minute(there, 18))
    aside = say(there, Dismissal(what=first.key))
    assert said(there, 19) == ["Uitloop: 4 min."]
    assert said(aside, 19) == []
    assert said(aside, 15 + 12) == ["Uitloop: 12 min."]


def test_what_is_said_never_depends_on_the_zone_of_the_computer(session: Session) -> None:
    zone = dt.timezone(dt.timedelta(hours=13))
    assert follow_ups(session, ON_ANOTHER_DAY) == follow_ups(
        session, ON_ANOTHER_DAY.astimezone(zone)
    )
