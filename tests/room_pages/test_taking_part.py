"""Taking part without a script: answering once, suggesting, klopt dit."""

from __future__ import annotations

import re

from guide.entries import (
    Action,
    ActionProgress,
    ActionReport,
    Answer,
    Confirmation,
    Decision,
    EarlierAction,
    Suggestion,
)
from guide.models import ActionStatus, RoundForm
from guide.rounds import given
from tests.asgi import Visitor
from tests.in_the_room import People
from tests.room_pages.addresses import an_answer, answers, mee, scherm


def test_a_round_without_a_script(phone: Visitor, people: People) -> None:
    assert "niets in te vullen" in phone.get(mee(people)).text
    people.ask()
    page = phone.get(mee(people)).text
    assert page.count('name="waarde"') == 6
    assert "refresh" not in page, "nothing may take away what somebody is typing"
    sent = phone.post(f"{mee(people)}/antwoord", an_answer(toelichting="Het verschilt."))
    assert (sent.status, sent.headers["location"]) == (303, mee(people))
    page = phone.get(mee(people)).text
    assert "Uw antwoord is ontvangen" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert re.search(r'value="beginning" aria-pressed="true"', page)
    phone.post(f"{mee(people)}/antwoord", an_answer("mostly", sleutel="twee"))
    assert answers(people) == [("gemeente", ("mostly",), "")]
    people.reveal()
    page = phone.get(mee(people)).text
    assert "één keer" in page
    assert 'name="waarde"' not in page


def test_nothing_about_others_is_known_before_the_reveal(phone: Visitor, people: People) -> None:
    people.join("opvang-mo").ask().answer(2, "assured", remark="Dit is van een ander.")
    for address in (mee(people), scherm(people)):
        page = phone.get(address).text
        assert "Dit is van een ander." not in page
        assert "keer" not in re.sub(r"<[^>]*>", "", page)


def test_the_same_delivery_counts_once(phone: Visitor, people: People) -> None:
    people.ask()
    for _ in range(3):
        assert phone.post(f"{mee(people)}/antwoord", an_answer(), x_deel="1").status == 200
        phone.post(f"{mee(people)}/voorstel", {"zin": "Eén vast gezicht.", "sleutel": "zin"})
    assert len(answers(people)) == 1
    assert len(people.session.state.all(Answer)) == 1
    assert len(people.session.state.all(Suggestion)) == 1


def test_an_older_answer_that_comes_late_does_not_win(phone: Visitor, people: People) -> None:
    people.ask()
    phone.post(f"{mee(people)}/antwoord", an_answer("beginning", sleutel="een"))
    phone.post(f"{mee(people)}/antwoord", an_answer("mostly", sleutel="twee"))
    phone.post(f"{mee(people)}/antwoord", an_answer("beginning", sleutel="een"))
    assert answers(people) == [("gemeente", ("mostly",), "")]


def test_an_answer_after_the_reveal_is_refused_in_words(phone: Visitor, people: People) -> None:
    people.ask().reveal()
    late = phone.post(f"{mee(people)}/antwoord", an_answer(), x_deel="1")
    assert late.status == 422
    assert "al getoond" in late.text
    assert "<html" not in late.text


def test_what_was_typed_stays_when_it_is_refused(phone: Visitor, people: People) -> None:
    refused = phone.post(f"{mee(people)}/voorstel", {"zin": "woord " * 300})
    assert refused.status == 422
    assert refused.text.count("woord ") >= 290


def test_a_suggestion_reaches_no_screen(phone: Visitor, people: People) -> None:
    sent = phone.post(f"{mee(people)}/voorstel", {"zin": "Een eigen mentor.", "sleutel": "a"})
    assert sent.headers["location"].endswith("?gedaan=voorstel")
    assert "Uw zin is ontvangen" in phone.get(f"{mee(people)}?gedaan=voorstel").text
    for address in (mee(people), scherm(people)):
        assert "Een eigen mentor." not in phone.get(address).text


def test_klopt_and_klopt_niet(phone: Visitor, people: People) -> None:
    sessions = people.sessions
    sessions.record(people.session, Decision(text="Elk kwartaal overleg."))
    session = sessions.record(people.session, Action(what="Aanspreekpunt regelen"))
    (decision, _), (action, _) = session.state.all(Decision)[0], session.state.all(Action)[0]
    people.go("stap-check-out")
    assert "Aanspreekpunt regelen" in phone.get(mee(people)).text
    klopt = f"{mee(people)}/klopt"
    assert phone.post(klopt, {"afspraak": decision, "klopt": "ja"}).status == 303
    empty = phone.post(klopt, {"afspraak": action, "klopt": "nee", "bezwaar": ""})
    assert empty.status == 422
    phone.post(klopt, {"afspraak": action, "klopt": "nee", "bezwaar": "Het is de opvang."})
    said = [(b.record, b.correct, b.objection) for _, b in people.session.state.all(Confirmation)]
    assert said == [(decision, True, ""), (action, False, "Het is de opvang.")]
    assert "Het is de opvang." in phone.get(mee(people)).text


def looking_back(people: People) -> int:
    """The session begins, and follows one in which an action was agreed; gives its number."""
    earlier = EarlierAction(uid="toen-A01", number="A01", action=Action(what="Scholen bellen"))
    session = people.sessions.record(people.go("stap-say").session, earlier)
    ((seq, _),) = session.state.all(EarlierAction)
    return seq


def test_a_party_reports_on_an_earlier_action_from_home(phone: Visitor, people: People) -> None:
    seq = looking_back(people)
    page = phone.get(mee(people)).text
    assert "Afspraken van de vorige keer" in page
    assert "Scholen bellen" in page
    report = {"actie": seq, "stand": "running", "gemerkt": "Drie scholen"}
    assert phone.post(f"{mee(people)}/melding", report).status == 303
    phone.post(f"{mee(people)}/melding", report)
    ((_, said),) = people.session.state.all(ActionReport)
    assert (said.perspective, said.status.value, said.noticed) == (
        "gemeente",
        "running",
        "Drie scholen",
    )
    page = phone.get(mee(people)).text
    assert re.search(r'value="running" aria-pressed="true"', page)
    assert "Drie scholen" in page
    assert "Drie scholen" not in phone.get(scherm(people)).text, "only the gespreksleider reads it"


def test_what_is_settled_is_not_asked_any_more(phone: Visitor, people: People) -> None:
    seq = looking_back(people)
    assert "Scholen bellen" in phone.get(mee(people)).text
    people.sessions.record(people.session, ActionProgress(action=seq, status=ActionStatus.DONE))
    assert "Scholen bellen" not in phone.get(mee(people)).text
    late = phone.post(f"{mee(people)}/melding", {"actie": seq, "stand": "open"})
    assert late.status == 422
    assert "al besproken" in late.text


def test_once_the_talk_has_passed_the_terugblik_nothing_is_asked(
    phone: Visitor, people: People
) -> None:
    looking_back(people)
    assert "Scholen bellen" in phone.get(mee(people)).text
    people.go("stap-themes")
    assert "Scholen bellen" not in phone.get(mee(people)).text


def test_the_agreements_stand_per_year(phone: Visitor, people: People) -> None:
    for body in (
        Action(what="Later doen", year=2),
        Action(what="Nu doen", year=1),
        Decision(text="Elk kwartaal overleg."),
    ):
        people.sessions.record(people.session, body)
    people.go("stap-check-out")
    page = phone.get(mee(people)).text
    wanted = ["Besluiten", "Elk kwartaal overleg.", "Jaar 1", "Nu doen", "Jaar 2", "Later doen"]
    assert sorted(wanted, key=page.index) == wanted


def test_the_top_three_is_chosen_with_tick_boxes(phone: Visitor, people: People) -> None:
    people.ask(RoundForm.PICKS, "")
    page = phone.get(mee(people)).text
    values = re.findall(r'type="checkbox" name="waarde" value="([^"]+)"', page)
    form = {"vorm": "picks", "doel": "", "waarde": values[:2], "sleutel": "p"}
    assert phone.post(f"{mee(people)}/antwoord", form).status == 303
    ((_, answer),) = given(people.session, people.round(RoundForm.PICKS, ""))
    assert set(answer.values) == set(values[:2])
