"""What is typed in the conversation becomes a note, a question or a draft; nothing is lost."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.entries import Action, Decision, Draft, LibraryQuestion, Note, Parked
from guide.errors import InputError
from guide.plain_text import MAX_LENGTH, clean
from guide.shorthand import Understood, read_back, references, understand
from tests.tiny_content import tiny_content

TODAY = dt.date(2026, 11, 22)
CONTENT = tiny_content()
NORM_IDS = references(CONTENT.frameworks)


def typed(text: str) -> Understood:
    return understand(text, today=TODAY, norm_ids=NORM_IDS, perspectives=CONTENT.perspectives)


def draft(text: str) -> Draft:
    body = typed(text).body
    assert isinstance(body, Draft), text
    assert body.text == text.strip()
    return body


def action(text: str) -> Action:
    proposal = draft(text).proposal
    assert isinstance(proposal, Action)
    return proposal


def label(norm: str) -> str:
    return f"Norm {norm.removeprefix('mo-').removeprefix('vo-')}"


def test_an_action_with_all_marks_is_taken_apart() -> None:
    found = action("actie: warme overdracht regelen @gemeente #8b vóór 1 juni 2027")
    assert found == Action(
        what="warme overdracht regelen",
        owner="gemeente",
        norms=("mo-8b",),
        due=dt.date(2027, 6, 1),
        due_words="vóór 1 juni 2027",
    )


@pytest.mark.parametrize(
    "text",
    [
        "actie: plan maken @gemeente #8b vóór 1 juni 2027",
        "actie: plan maken #8b @gemeente, vóór 1 juni 2027",
        "actie: vóór 1 juni 2027 plan maken #8b @gemeente",
        "actie: #8b vóór 1 juni 2027 @gemeente plan maken",
        "actie: @gemeente: plan maken vóór 1 juni 2027 #8b",
        "ACTIE : plan maken (@gemeente) #MO-8b, vóór 1 juni 2027",
        "actie:plan maken @gemeente # 8b klaar vóór 1 juni 2027",
    ],
)
def test_the_order_of_the_marks_is_free(text: str) -> None:
    found = action(text)
    assert (found.what, found.owner, found.norms, found.due_words) == (
        "plan maken",
        "gemeente",
        ("mo-8b",),
        "vóór 1 juni 2027",
    )


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("#8", ("mo-8",)),
        ("#8b", ("mo-8b",)),
        ("#mo-8", ("mo-8",)),
        ("#mo8b", ("mo-8b",)),
        ("#1.2", ("vo-1.2",)),
        ("#1.2-1", ("vo-1.2-1",)),
        ("#vo-1.2", ("vo-1.2",)),
        ("#norm 8", ("mo-8",)),
        ("#8, #1.2 en #8b.", ("mo-8", "vo-1.2", "mo-8b")),
        ("#8 #8", ("mo-8",)),
    ],
)
def test_norms_are_known_by_what_people_type(text: str, norms: tuple[str, ...]) -> None:
    found = action(f"actie: plan maken {text}")
    assert (found.what.rstrip("."), found.norms) == ("plan maken", norms)


@pytest.mark.parametrize(
    ("text", "owner", "what"),
    [
        ("plan @beleidsadviseur jeugd, gemeente #8", "beleidsadviseur jeugd, gemeente", "plan"),
        ("plan @beleidsadviseur jeugd uiterlijk 1 mei", "beleidsadviseur jeugd", "plan"),
        ('plan @"coördinator, opvang VO" maken', "coördinator, opvang VO", "plan maken"),
        ("plan @“coördinator over jeugd” maken", "coördinator over jeugd", "plan maken"),
        ("afspraken @gemeente over jeugdhulp", "gemeente", "afspraken over jeugdhulp"),
        ("plan @gemeente. Daarna evalueren", "gemeente", "plan. Daarna evalueren"),
        ("plan @gemeente; daarna meer", "gemeente", "plan; daarna meer"),
        ("@gemeente maakt een plan", "gemeente", "maakt een plan"),
        ("@opvang VO maakt een plan", "opvang VO", "maakt een plan"),
        ("@Veilig Thuis maakt een plan", "Veilig Thuis", "maakt een plan"),
        ("@beleidsadviseur jeugd: plan maken", "beleidsadviseur jeugd", "plan maken"),
        ("mail naar info@voorbeeld.nl sturen", "", "mail naar info@voorbeeld.nl sturen"),
    ],
)
def test_the_trekker_ends_where_the_rule_says(text: str, owner: str, what: str) -> None:
    found = action(f"actie: {text}")
    assert (found.owner, found.what) == (owner, what)


def test_a_second_name_takes_part() -> None:
    found = action("actie: plan @gemeente @opvang VO @Veilig Thuis #8")
    assert (found.owner, found.partners) == ("gemeente", "opvang VO, Veilig Thuis")


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("actie: plan maken #99", "Norm 99 ken ik niet."),
        ("actie: plan maken @", "Achter @ staat geen naam."),
        ("actie: plan maken #", "Achter # staat geen norm."),
        (
            "actie: plan maken vóór 31 februari 2027",
            "31 februari 2027 bestaat niet. Kies een andere datum.",
        ),
        ("actie: @gemeente #8", "Ik zie nog niet wat er gaat gebeuren."),
        ("besluit: #8", "Ik zie nog niet wat er is besloten."),
        ("besluit: we doen het #99", "Norm 99 ken ik niet."),
    ],
)
def test_what_is_not_understood_is_said_and_stays_in_the_text(text: str, unclear: str) -> None:
    understood = typed(text)
    body = draft(text)
    assert understood.unclear == body.unclear == (unclear,)
    kept = (
        body.proposal.what
        if isinstance(body.proposal, Action)
        else body.proposal.model_dump()["text"]
    )
    assert kept == text.split(": ", 1)[1]


def test_an_impossible_date_does_not_end_up_in_the_trekker() -> None:
    found = action("actie: plan @gemeente vóór 31 februari 2027")
    assert (found.owner, found.what) == ("gemeente", "plan vóór 31 februari 2027")


def test_a_decision_keeps_its_words_and_gets_its_norms() -> None:
    found = draft("Besluit: we doen het vóór de zomer #8 en #1.1").proposal
    assert found == Decision(text="we doen het vóór de zomer", norms=("mo-8", "vo-1.1"))


def test_a_parked_point_keeps_every_mark() -> None:
    assert draft("parkeer : geld voor #8 @gemeente").proposal == Parked(
        text="geld voor #8 @gemeente"
    )


@pytest.mark.parametrize(
    ("text", "perspective"),
    [
        ("@gemeente: wij missen iets", "gemeente"),
        ("@Centrumgemeente : wij missen iets", "gemeente"),
        ("@veiligthuis: wij missen iets", "keten"),
        ("@Veilig Thuis: wij missen iets", "keten"),
        ("@opvang-vo: wij missen iets", "opvang-vo"),
        ("@Opvang MO: wij missen iets", "opvang-mo"),
        ("@CLIËNTEN: wij missen iets", "ervaring"),
    ],
)
def test_a_note_can_be_for_a_perspective(text: str, perspective: str) -> None:
    assert typed(text).body == Note(text="wij missen iets", perspective=perspective)


def test_an_unknown_group_leaves_a_plain_note_and_says_so() -> None:
    understood = typed("@jeugdteam: wij missen iets")
    assert understood.body == Note(text="@jeugdteam: wij missen iets")
    assert "jeugdteam" in understood.unclear[0]
    assert "@gemeente" in understood.unclear[1]


@pytest.mark.parametrize(
    "text",
    ["privé: let op", "prive: let op", "PRIVÉ : let op", "prive\u0301: let op", "privé; let op"],
)
def test_a_private_note_is_private_however_it_is_typed(text: str) -> None:
    assert typed(text).body == Note(text="let op", private=True)


@pytest.mark.parametrize("text", ["een notitie\nprivé: let op", "actie: plan\nprivé: let op"])
def test_a_private_line_further_on_makes_everything_private(text: str) -> None:
    understood = typed(text)
    assert understood.body == Note(text=text, private=True)
    assert understood.unclear


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("?warme overdracht", "warme overdracht"),
        ("? norm 8", "norm 8"),
        ("?? wat is skj?", "wat is skj?"),
    ],
)
def test_a_question_mark_in_front_asks_the_naslag(text: str, question: str) -> None:
    assert typed(text).body == LibraryQuestion(text=question)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "De zaal is stil.",
            "actie - plan",
            "Actie nodig: plan",
            "action: plan",
            "?",
            "privé-adres",
        ),
        *(
            "actie:",
            "besluit : ",
            "parkeer:",
            "@gemeente:",
            "privé:",
            "#8b bespreken",
            "wat nu?",
            "",
        ),
    ],
)
def test_everything_else_is_a_note_with_the_literal_text(text: str) -> None:
    assert typed(text).body == Note(text=text.strip())


@pytest.mark.parametrize("text", ["@gemeente wij missen iets", "privé hier niet over praten"])
def test_a_forgotten_colon_is_pointed_out(text: str) -> None:
    understood = typed(text)
    assert understood.body == Note(text=text)
    assert "dubbele punt" in understood.unclear[0]


def test_a_second_action_in_the_same_text_is_pointed_out() -> None:
    assert "apart" in draft("actie: plan\nactie: nog een plan").unclear[0]


def test_a_text_that_cannot_be_stored_is_refused() -> None:
    with pytest.raises(InputError):
        typed("a" * (MAX_LENGTH + 1))


def test_a_number_in_two_frameworks_only_works_with_more_words() -> None:
    mo = CONTENT.frameworks[1]
    newer = mo.model_copy(
        update={
            "themes": tuple(
                theme.model_copy(
                    update={
                        "norms": tuple(
                            norm.model_copy(update={"id": f"nieuw-{norm.number}", "elements": ()})
                            for norm in theme.norms
                        )
                    }
                )
                for theme in mo.themes
            )
        }
    )
    known = references((mo, newer))
    assert "8" not in known
    assert (known["mo-8"], known["nieuw-8"]) == ("mo-8", "nieuw-8")
    assert known["8b"] == "mo-8b"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "actie: plan maken @gemeente #8b vóór 1 juni 2027",
            "Ik noteer een actie: plan maken. Trekker: gemeente. Klaar: vóór 1 juni 2027. "
            "Norm 8b. Klopt dit?",
        ),
        (
            "actie: plan maken vóór de zomer #8 #1.2 #1.1",
            "Ik noteer een actie: plan maken. Er is nog geen trekker. "
            "Klaar: vóór de zomer (30 juni 2027). Norm 8, norm 1.2 en norm 1.1. Klopt dit?",
        ),
        (
            "actie: plan maken! @gemeente @keten",
            "Ik noteer een actie: plan maken! Trekker: gemeente. Doet mee: keten. "
            "Er is nog geen datum. Klopt dit?",
        ),
        ("besluit: we doen het #8", "Ik noteer een besluit: we doen het. Norm 8. Klopt dit?"),
        ("parkeer: geld", "Ik zet op de parkeerlijst: geld. Klopt dit?"),
    ],
)
def test_the_guide_reads_back_what_it_understood_and_what_is_missing(text: str, said: str) -> None:
    assert read_back(draft(text), label) == said


_PIECES = st.sampled_from(
    [
        "actie:",
        "besluit:",
        "parkeer:",
        "privé:",
        "@gemeente",
        "@gemeente:",
        "@",
        "#8b",
        "#99",
        "#",
        "?",
        *("vóór", "1 juni 2027", "31 februari", "en", "plan maken"),
        *(",", ".", ":", "(", ")", '"', "\n"),
    ]
)
_TEXTS = st.text(max_size=80) | st.lists(_PIECES | st.text(max_size=6), max_size=9).map(" ".join)


@settings(deadline=None, max_examples=400)
@given(_TEXTS)
def test_nothing_that_is_typed_is_ever_lost(text: str) -> None:
    body = typed(text).body
    kept = clean(text)
    if isinstance(body, Draft):
        assert body.text == kept
    elif isinstance(body, LibraryQuestion):
        assert kept.lstrip("? \t\n") == body.text
    elif body.private or body.perspective:
        keyword = kept.removesuffix(body.text)
        assert keyword + body.text == kept
        assert not keyword or len(keyword.split()) <= 4
    else:
        assert body.text == kept


@settings(deadline=None, max_examples=400)
@given(st.lists(_PIECES | st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=9).map(" ".join))
def test_every_word_of_an_action_comes_back_in_one_of_its_fields(text: str) -> None:
    body = typed(f"actie: {text}").body
    if not isinstance(body, Draft) or not isinstance(body.proposal, Action):
        return
    found = body.proposal
    everywhere = " ".join([found.what, found.owner, found.partners, found.due_words, *found.norms])
    for word in text.split():
        bare = word.strip('#@,.:()"–-')
        assert bare in everywhere or bare in ("en", "klaar"), (text, found)


@settings(deadline=None)
@given(_TEXTS)
def test_every_draft_can_be_read_back(text: str) -> None:
    body = typed(f"actie: x {text}").body
    if isinstance(body, Draft):
        assert read_back(body, label).endswith("Klopt dit?")


def test_a_long_text_takes_no_long_time() -> None:
    for piece in ("#8 ", "#99 ", "@gemeente ", "x @", "#8 ( ", "vóór "):
        start = time.perf_counter()
        typed("actie: " + piece * 5_000)
        assert time.perf_counter() - start < 2
