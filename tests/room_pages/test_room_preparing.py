"""On the phone: themes to fill in beforehand, the own organisation, the joint spread."""

from __future__ import annotations

import re
from collections.abc import Callable

from guide.entries import Joined, Party
from guide.preparation import preparation
from tests.asgi import Visitor
from tests.in_the_room import NORM, People
from tests.room_pages.addresses import an_answer, mee, scherm

HUNDRED_KB = 100_000


def test_the_themes_stand_folded_in_a_list_and_are_answered_one_by_one(
    phone: Visitor, people: People
) -> None:
    people.room.prepare(people.session)
    themes = [each.target for each in preparation(people.session).waiting]
    page = phone.get(mee(people)).text
    shown = re.findall(r'<details class="vooraf" id="vooraf-([^"]+)">', page)
    assert set(shown) <= set(themes)
    assert len(shown) > 1
    phone.post(f"{mee(people)}/antwoord", an_answer("mostly", doel=shown[0]))
    page = phone.get(mee(people)).text
    assert page.count("ingevuld</span>") == 1
    assert page.count('aria-pressed="true"') == 1
    assert "Vooraf" not in phone.get(scherm(people)).text


def test_a_mistake_in_a_folded_theme_is_in_sight(phone: Visitor, people: People) -> None:
    people.room.prepare(people.session)
    page = phone.get(mee(people)).text
    (first, *_) = re.findall(r'id="vooraf-([^"]+)"', page)
    refused = phone.post(f"{mee(people)}/antwoord", an_answer("anders", doel=first))
    assert refused.status == 422
    assert re.search(rf'id="vooraf-{first}" open>', refused.text)


def test_the_list_of_themes_is_no_heavy_page(phone: Visitor, people: People) -> None:
    people.room.prepare(people.session)
    page = phone.get(mee(people))
    files = re.findall(r'"(/zaal/[^"]+)"', page.text)
    assert len(page.body) + sum(len(phone.get(each).body) for each in files) < HUNDRED_KB


def test_shown_together_no_screen_tells_a_perspective(phone: Visitor, people: People) -> None:
    people.join("keten").ask().answer(2, "not-yet")
    phone.post(f"{mee(people)}/antwoord", an_answer("mostly"))
    people.room.reveal(people.session, people.round(), joint=True)
    for address in (mee(people), scherm(people)):
        page = phone.get(address).text
        assert "Alle antwoorden samen" in page
        assert "Grotendeels" in page
        assert "één keer" not in page
        assert "Laat eerst" not in page
        assert "Keten" not in page


def test_the_organisation_is_asked_only_where_the_set_up_names_some(
    visitor: Callable[..., Visitor], people: People
) -> None:
    for name in ("Opvang Noord", "Opvang Zuid"):
        people.sessions.record(people.session, Party(name=name, perspective="opvang-mo"))
    someone = visitor()
    page = someone.get(mee(people)).text
    assert page.count('<fieldset class="organisatie">') == 1
    names = re.findall(r'name="organisatie-opvang-mo" value="([^"]*)"', page)
    assert names == ["Opvang Noord", "Opvang Zuid", ""]
    assert "Zeg ik liever niet" in page
    assert "<select" not in page
    form = {"perspectief": "opvang-mo", "organisatie-opvang-mo": "Opvang Zuid"}
    assert someone.post(f"{mee(people)}/deelnemen", form).status == 303
    ((_, body),) = people.session.state.all(Joined)
    assert (body.perspective, body.organisation) == ("opvang-mo", "Opvang Zuid")


def test_what_was_chosen_for_another_perspective_is_not_sent_along(
    visitor: Callable[..., Visitor], people: People
) -> None:
    people.sessions.record(people.session, Party(name="Opvang Zuid", perspective="opvang-mo"))
    form = {"perspectief": "gemeente", "organisatie-opvang-mo": "Opvang Zuid"}
    visitor().post(f"{mee(people)}/deelnemen", form)
    ((_, body),) = people.session.state.all(Joined)
    assert (body.perspective, body.organisation) == ("gemeente", "")


def test_an_organisation_that_is_not_in_the_list_is_refused(
    visitor: Callable[..., Visitor], people: People
) -> None:
    people.sessions.record(people.session, Party(name="Opvang Zuid", perspective="opvang-mo"))
    form = {"perspectief": "opvang-mo", "organisatie-opvang-mo": "Anders"}
    assert visitor().post(f"{mee(people)}/deelnemen", form).status == 404
    assert people.session.state.all(Joined) == []


def test_the_page_stays_where_it_is_for_a_norm_of_the_talk(phone: Visitor, people: People) -> None:
    people.room.prepare(people.session)
    people.ask()
    page = phone.get(mee(people)).text
    assert page.index(f'value="{NORM}"') < page.index("Vooraf invullen")
