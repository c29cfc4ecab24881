"""Judging: per perspective, saved at once; what differs becomes the subject of the talk."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from guide.entries import ChildVoice, Detail, Judgement, Mark, SharedPicture
from guide.judgements import judging
from guide.models import DetailField, JudgementValue, Necessity, Phase, PictureOutcome
from guide.session import Session
from pages.widgets.recording import record as recorded
from tests.screens.conftest import Open, Record

V = JudgementValue
NORM, CHAIN = "mo-8", "mo-11"


@pytest.fixture(autouse=True)
def at_a_norm(record: Record) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=(NORM, CHAIN)))
    record.at("normen-bespreken", NORM)


def of(perspective: str, target: str = NORM) -> str:
    return f"picture:{target}:{perspective}"


def test_a_picture_saves_itself_and_counts_for_its_perspective_only(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").choose(of("gemeente"), V.BEGINNING)
    assert record.only(Judgement) == Judgement(
        target=NORM, perspective="gemeente", value=V.BEGINNING
    )
    assert tab.value(of("opvang-mo")) is None
    assert "Gemeente: Een begin" in tab.words("talk")
    again = open_tab("conversation")
    assert again.value(of("gemeente")) == V.BEGINNING


def test_a_press_is_recorded_before_the_page_is_drawn_and_otherwise_by_the_page(
    open_tab: Open, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_the_page: list[Judgement] = []

    def noticed(session: Session, body: Judgement, **options: object) -> bool:
        by_the_page.append(body)
        return recorded(session, body, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("pages.widgets.steps.pictures.record", noticed)
    tab = open_tab("conversation").choose(of("gemeente"), V.BEGINNING)
    assert by_the_page == []
    assert record.only(Judgement).value is V.BEGINNING
    # A timer that goes off sends along what the fields hold: that is no press.
    timer = SimpleNamespace(fragment_ids_this_run=["watch"])
    monkeypatch.setattr("pages.widgets.synced.get_script_run_ctx", lambda: timer)
    tab.choose(of("gemeente"), V.MOSTLY)
    assert [each.value for each in by_the_page] == [V.MOSTLY]
    assert record.only_at(("judgement", NORM, "gemeente")).value is V.MOSTLY


def test_drawing_the_page_again_records_nothing(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").choose(of("gemeente"), V.MOSTLY)
    before = record.session.state.seq
    tab.run().run()
    assert record.session.state.seq == before


def test_every_perspective_that_judges_this_norm_has_a_row(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    rows = {key for key in tab.keys if key.startswith("picture:")}
    assert rows == {of(p.id) for p in judging(record.session, NORM)}
    assert of("opvang-vo") not in rows, "VO does not judge a norm of MO"


def test_the_six_answers_are_words_and_there_is_no_number(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").choose(of("gemeente"), V.NOT_YET)
    labels = " ".join(tab.field(of("gemeente")).options)
    assert all(value.label in labels for value in V if value is not V.NOT_DISCUSSED)
    assert V.NOT_DISCUSSED.label not in labels, "not discussed is no answer"
    assert "%" not in tab.words()
    assert "gemiddeld" not in tab.words().lower()


def test_not_applicable_asks_for_a_reason_and_forgets_it_with_another_answer(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation")
    reason = f"reason:{NORM}:gemeente"
    assert reason not in tab
    tab.choose(of("gemeente"), V.NOT_APPLICABLE)
    assert "nog zonder reden" in tab.words("talk")
    tab.choose(reason, "Er is hier geen opvang. ")
    assert record.only_at(("judgement", NORM, "gemeente")).remark == "Er is hier geen opvang."
    assert "nog zonder reden" not in tab.words("talk")
    tab.choose(of("gemeente"), V.BEGINNING)
    assert reason not in tab
    assert record.only_at(("judgement", NORM, "gemeente")).remark == ""


def test_where_pictures_differ_the_guide_says_who_tells_first(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").choose(of("gemeente"), V.NOT_YET)
    assert "De beelden verschillen" not in tab.words("talk")
    tab.choose(of("opvang-mo"), V.ASSURED)
    assert "De beelden verschillen. Laat eerst Gemeente vertellen" in tab.words("talk")
    tab.choose(of("opvang-mo"), V.NOT_YET)
    assert "De beelden verschillen. Laat" not in tab.words("talk").split("Gezien")[-1]


def test_a_shared_picture_is_recorded_with_what_the_region_finds(
    record: Record, open_tab: Open
) -> None:
    form = f"shared-form:{NORM}"
    tab = open_tab("conversation")
    tab.fill(form, Hoe_eindigt=PictureOutcome.SHARED, Welk_beeld=V.MOSTLY, Toelichting="Het loopt.")
    tab.fill(form, Voor_onze=Necessity.NECESSARY, welke_fase=[Phase.STAY]).send(form)
    shared = record.only(SharedPicture)
    assert (shared.outcome, shared.value) == (PictureOutcome.SHARED, V.MOSTLY)
    assert record.only(Mark).phases == (Phase.STAY,)
    assert "Samen: Gedeeld beeld, Grotendeels" in tab.words()


def test_a_difference_is_a_valid_end_and_keeps_both_stories(record: Record, open_tab: Open) -> None:
    form = f"shared-form:{NORM}"
    tab = open_tab("conversation")
    tab.fill(form, Hoe_eindigt=PictureOutcome.DIFFERS, Welk_beeld=V.MOSTLY).fill(
        form, Toelichting="De één ziet dit, de ander dat."
    )
    tab.send(form)
    shared = record.only(SharedPicture)
    assert shared.value is None, "a difference has no shared answer"
    assert shared.explanation == "De één ziet dit, de ander dat."


def test_without_an_end_nothing_is_recorded_and_nothing_is_lost(
    record: Record, open_tab: Open
) -> None:
    form = f"shared-form:{NORM}"
    tab = open_tab("conversation")
    tab.may_fail = True
    tab.fill(form, Toelichting="Een lang verhaal.").send(form)
    assert "Kies eerst hoe dit gesprek eindigt" in tab.errors[0]
    assert tab.field_in(form, "Toelichting").value == "Een lang verhaal."
    assert not record.all(SharedPicture)
    tab.fill(form, Hoe_eindigt=PictureOutcome.SHARED).send(form)
    assert "Kies ook welk beeld jullie delen" in tab.errors[0]
    assert tab.field_in(form, "Toelichting").value == "Een lang verhaal."


def test_only_a_keten_norm_asks_who_is_aan_zet(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    assert "Wie is aan zet?" not in tab.words()
    tab.press("next")
    form = f"shared-form:{CHAIN}"
    tab.fill(form, Hoe_eindigt=PictureOutcome.OPEN, aan_zet="de wijkteams").send(form)
    assert record.only(SharedPicture).mover == "de wijkteams"


def test_the_child_has_a_voice_per_theme(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    theme = record.session.script.theme_of[NORM]
    form = f"child-form:{NORM}"
    assert form not in tab, "folded until somebody asks"
    tab.unfold(f"child:{NORM}")
    tab.fill(form, **{theme.child_voice[:14]: "Rust.", theme.who_tells[:14]: "De ouders."})
    tab.send(form)
    voice = record.only(ChildVoice)
    assert (voice.target, voice.better_off, voice.told_by) == (theme.id, "Rust.", "De ouders.")


def test_the_norm_itself_is_explained_on_request(record: Record, open_tab: Open) -> None:
    norm = record.session.script.norms[NORM]
    text = (norm.official_text or norm.explanation).strip()
    tab = open_tab("conversation")
    assert text not in tab.words()
    assert text in tab.unfold(f"norm:{NORM}").words()


def test_the_quick_round_walks_the_themes(record: Record, open_tab: Open) -> None:
    place = record.at("themaronde")
    tab = open_tab("conversation").choose(of("gemeente", place.target), V.UNKNOWN)
    assert record.only(Judgement).target == place.target
    assert "Weten we nog niet" in tab.words("talk")
    assert "Voor onze regio is deze norm" not in tab.words(), "a theme gets no mark"


def test_without_chosen_norms_the_screen_says_what_to_do(record: Record, open_tab: Open) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=()))
    tab = open_tab("conversation")
    assert "Er zijn nog geen normen gekozen" in tab.words()
    assert not [key for key in tab.keys if key.startswith("picture:")]
    tab.go_to("step:kies-normen").choose(f"talk:{NORM}", True)
    assert tab.press("next").value(of("gemeente")) is None
