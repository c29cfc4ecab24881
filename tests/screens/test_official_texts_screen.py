"""Voorbereiden: hand in one's own copy, look, use it, see it at the norm, and remove it again."""

from __future__ import annotations

import pytest

from guide.content_models import Framework, Norm
from guide.entries import Detail
from guide.errors import OwnCopyError
from guide.models import DetailField
from guide.official_text import FoundTexts
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab

SAYS = "Officiële tekst uit uw eigen exemplaar"
LATER = "Een zin die later in dit verzonnen rapport staat."


def framework_of(record: Record) -> Framework:
    return next(f for f in record.session.script.frameworks if f.id.startswith("mo"))


def sentence(id_: str) -> str:
    return f"Dit is een verzonnen tekst voor onderdeel {id_} van het rapport."


def made_up_copy(framework: Framework, without: str = "") -> bytes:
    """A report with the structure of the framework and nothing of its words."""
    lines = ["Een verzonnen rapport"]
    for norm in (norm for theme in framework.themes for norm in theme.norms):
        if norm.number != without:
            lines.append(f"{norm.number}) {sentence(norm.id)}")
            lines += [f"{e.label}) {sentence(e.id)}" for e in norm.elements]
    return "\n".join([*lines, "", f"12. {LATER}"]).encode()


@pytest.fixture
def tab(record: Record, open_tab: Open) -> Tab:
    record.add(Detail(field=DetailField.FRAMEWORKS, value=(framework_of(record).id,)))
    return open_tab("set_up").unfold("part", "Normen").run()


def hand_in(tab: Tab, record: Record, data: bytes, times: int = 0) -> Tab:
    key = f"own_copy:{framework_of(record).id}:{times}"
    tab.field(key).upload("rapport.txt", data, "text/plain")
    return tab.run()


def norm_with_elements(framework: Framework) -> Norm:
    return next(n for theme in framework.themes for n in theme.norms if n.elements)


def test_what_is_found_is_shown_and_kept_only_after_a_yes(record: Record, tab: Tab) -> None:
    framework = framework_of(record)
    norms = [norm for theme in framework.themes for norm in theme.norms]
    assert "nog geen officiële teksten" in tab.words()
    hand_in(tab, record, made_up_copy(framework))
    assert f"Gevonden: {len(norms)} van {len(norms)} normen" in tab.words()
    first = norm_with_elements(framework)
    assert f"{len(first.elements)} van {len(first.elements)} gevonden" in tab.words()
    assert record.sessions.official.all() == {}, "looking is not keeping"
    tab.press("use_official")
    kept = record.sessions.official.all()
    assert kept[first.elements[0].id] == sentence(first.elements[0].id)
    assert LATER not in " ".join(kept.values())
    assert f"In gebruik: de officiële teksten van {len(norms)} van {len(norms)}" in tab.words()
    assert "use_official" not in tab, "the file is no longer asked about"


def test_the_found_texts_can_be_read_first(record: Record, tab: Tab) -> None:
    framework = framework_of(record)
    words = sentence(framework.themes[0].norms[0].id)
    assert words not in hand_in(tab, record, made_up_copy(framework)).words()
    assert words in tab.choose("preview_official", True).words()


def test_what_is_missing_is_named(record: Record, tab: Tab) -> None:
    missing = framework_of(record).themes[-1].norms[-1]
    hand_in(tab, record, made_up_copy(framework_of(record), without=missing.number))
    assert f"Niet gevonden: Norm {missing.number} MO" in tab.words()
    assert "niet gevonden" in tab.words()
    tab.press("use_official")
    assert missing.id not in record.sessions.official.all()


def test_another_file_is_refused_with_a_clear_message(record: Record, tab: Tab) -> None:
    tab.may_fail = True
    hand_in(tab, record, b"Een brief over iets heel anders.\n")
    assert any("geen normen van" in error for error in tab.errors)
    assert "use_official" not in tab


def test_the_norm_shows_the_official_text_above_our_own_words(
    record: Record, open_tab: Open
) -> None:
    framework = framework_of(record)
    norm = norm_with_elements(framework)
    notice = record.session.script.wording.own_words_notice.split(".")[0]
    tab = open_tab("library", item=norm.id)
    assert SAYS not in tab.words()
    assert notice in tab.words()
    texts = {id_: sentence(id_) for id_ in (norm.id, *(e.id for e in norm.elements))}
    record.sessions.store.official.save(framework.id, texts)
    words = tab.run().words()
    assert words.index(SAYS) < words.index(sentence(norm.id)) < words.index(norm.explanation[:40])
    assert all(sentence(element.id) in words for element in norm.elements)
    assert notice not in words


def test_every_session_shows_it_and_it_can_be_removed(record: Record, tab: Tab) -> None:
    framework = framework_of(record)
    norm = norm_with_elements(framework)
    hand_in(tab, record, made_up_copy(framework)).press("use_official")
    other = record.sessions.start("Andere regio", "2028-01-01")
    assert sentence(norm.id) in tab.visit("library", other, {"item": norm.id}).words()
    tab.visit("set_up", record.id).unfold("part", "Normen")
    tab.press(f"drop_official:{framework.id}")
    assert record.sessions.official.all() == {}
    assert SAYS not in tab.visit("library", other, {"item": norm.id}).words()


def test_nothing_of_it_enters_the_record_of_the_session(record: Record, tab: Tab) -> None:
    before = record.session.state.seq
    hand_in(tab, record, made_up_copy(framework_of(record))).press("use_official")
    assert record.session.state.seq == before
    assert "verzonnen" not in record.session.script.model_dump_json()


def test_a_verb_refuses_what_is_no_framework(record: Record) -> None:
    with pytest.raises(OwnCopyError):
        record.sessions.official.keep(FoundTexts({}, ()), framework_of(record))
