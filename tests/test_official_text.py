"""Official texts are found by numbers, letters, dashes and order, whatever an extraction did."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.content_models import Framework
from guide.errors import OwnCopyError
from guide.official_text import FoundTexts, find_official_texts, require_norms
from tests.tiny_report import HEADINGS, NOTES, Look, official, report, with_dashes, with_letters

LETTERS, DASHES = with_letters(), with_dashes()
BOTH = pytest.mark.parametrize("framework", [LETTERS, DASHES], ids=["letters", "dashes"])


def found(text: str, framework: Framework) -> dict[str, str]:
    return dict(find_official_texts(text, framework).texts)


def changed(framework: Framework, *changes: tuple[str, str], look: Look | None = None) -> str:
    """The plain report with something in it replaced; what is replaced must be there."""
    text = report(framework, look or Look(width=500))
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text


@BOTH
def test_every_norm_and_every_element_is_found_in_order(framework: Framework) -> None:
    result = find_official_texts(report(framework), framework)
    assert dict(result.texts) == official(framework)
    assert list(result.found) == list(official(framework))
    assert result.missing == ()


@BOTH
@pytest.mark.parametrize(
    "look",
    [
        Look(width=30),
        Look(width=500),
        Look(blank=1),
        Look(contents=True),
        Look(page_lines=10, header="Rapport speeltuinen", footer="Pagina {} van 9"),
        Look(page_lines=14, header="Rapport speeltuinen | {}", page_break="\n", footer="{}"),
        Look(page_lines=12, header="2030 Speeltuinen", page_break=" "),
        Look(number="{}.", letter="{}."),
        Look(number="Norm {}:", letter="({})"),
        Look(mark="[{}]", note="[{}] {}"),
        Look(mark="<sup>{}</sup>"),
        Look(mark="^{}^"),
        Look(dash="•"),
        Look(dash="–"),
        Look(dash="*"),
        Look(dash="\uf0b7"),
        Look(dash="o"),
    ],
    ids=repr,
)
def test_each_kind_of_mess_changes_nothing(framework: Framework, look: Look) -> None:
    assert found(report(framework, look), framework) == official(framework)


@BOTH
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n", "\r\n"),
        ("\n", "</p>\n<p>"),
        ("\n", "<br/>\n"),
        (" ", "\u00a0"),
        ("speeltuin", "speel\u00adtuin"),
        ("fi", "ﬁ"),
        ("beheerder", "**beheerder**"),
        ("beheerder", "[beheerder](#noot)"),
        ("beheerder", "*beheerder*"),
        (") ", ")\t"),
        ("- ", "-\t"),
        ("- ", "  -   "),
        (": ", ":\t"),
    ],
    ids=repr,
)
def test_leftovers_of_other_formats_change_nothing(
    framework: Framework, before: str, after: str
) -> None:
    text = report(framework, Look(width=500)).replace(before, after)
    assert found(text, framework) == official(framework)


def test_raised_marks_go_whether_glued_or_apart() -> None:
    for mark in ("³", " ³", "\u00b3"):
        text = changed(LETTERS, ("afspreekt3", f"afspreekt{mark}"), ("\n3 Een", "\n³ Een"))
        assert found(text, LETTERS) == official(LETTERS)


def test_a_number_that_is_no_mark_of_a_footnote_stays() -> None:
    texts = found(report(LETTERS), LETTERS)
    assert "3 dagen" in texts["a-3a"]
    text = changed(LETTERS, ("3 dagen", "12 m² en 3 dagen op spoor7b"))
    assert "12 m² en 3 dagen op spoor7b" in found(text, LETTERS)["a-3a"]


@BOTH
def test_no_footnote_and_no_heading_is_mixed_in(framework: Framework) -> None:
    for lines in range(6, 20):
        whole = " ".join(found(report(framework, Look(page_lines=lines)), framework).values())
        assert not [note for note in NOTES.values() if note[:20] in whole]
        assert not [heading for heading in HEADINGS.values() if f" {heading}" in whole]


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    text = changed(LETTERS, ("beheerder heeft", "beheer-\nder heeft"))
    assert found(text, LETTERS) == official(LETTERS)


def test_a_hyphen_of_its_own_stays_at_the_end_of_a_line() -> None:
    text = changed(LETTERS, ("wip-wap", "wip-\nwap"))
    assert "wip-wap" in found(text, LETTERS)["a-3c"]
    text = changed(LETTERS, ("De wip-wap", "De in- en uitgang van de wip-wap"))
    assert "in- en uitgang" in found(text.replace("in- en", "in-\nen"), LETTERS)["a-3c"]


def test_a_hyphen_goes_or_stays_as_the_document_writes_the_word_elsewhere() -> None:
    text = changed(LETTERS, ("wip-wap", "wip-\nwap"), ("Inleiding", "Over de wip-wap"))
    assert "wip-wap" in found(text, LETTERS)["a-3c"]
    text = changed(LETTERS, ("wip-wap", "wip-\nwap"), ("Inleiding", "Over de wipwap"))
    assert "wipwap" in found(text, LETTERS)["a-3c"]


def test_a_table_in_markdown_or_with_tabs_is_read() -> None:
    text = changed(LETTERS, ("\na)", "\ta)"), ("\nb)", "\n\tb)"))
    assert found(text, LETTERS) == official(LETTERS)
    rows = "\n".join(f"| {line} |" for line in report(LETTERS, Look(width=500)).splitlines())
    assert found(rows, LETTERS) == official(LETTERS)


def test_elements_in_one_line_with_their_norm_are_told_apart() -> None:
    text = re.sub(r"\n(?=[a-c]\))", " ", report(LETTERS, Look(width=500)))
    assert found(text, LETTERS) == official(LETTERS)


def test_a_reference_at_the_start_of_a_line_is_not_a_norm() -> None:
    text = changed(DASHES, ("norm 1.2: schoonmaak", "norm\n1.2: schoonmaak"))
    assert found(text, DASHES) == official(DASHES)


def test_a_thought_between_dashes_at_the_start_of_a_line_is_not_an_element() -> None:
    text = changed(DASHES, ("tenzij zij", "tenzij zij\n- in de zomer - "))
    assert found(text, DASHES)["b-1.1-2"].count("in de zomer") == 1
    assert found(text, DASHES)["b-1.1-3"] == "zandbak."


def test_an_element_that_is_not_there_is_reported_and_its_neighbour_not_guessed() -> None:
    text = changed(LETTERS, ("\nb) Kinderen", "\nKinderen"))
    result = find_official_texts(text, LETTERS)
    assert result.missing == ("a-3a", "a-3b")
    assert set(result.texts) == set(official(LETTERS)) - {"a-3a", "a-3b"}


def test_another_number_of_dashes_is_not_divided_over_the_elements() -> None:
    text = changed(DASHES, ("- zandbak.", "- zandbak;\n- fontein."))
    result = find_official_texts(text, DASHES)
    assert result.missing == ("b-1.1-1", "b-1.1-2", "b-1.1-3")
    assert result.texts["b-1.1"] == official(DASHES)["b-1.1"]


def test_a_norm_that_is_not_there_is_reported_and_not_in_the_one_before() -> None:
    text = changed(LETTERS, ("2) De beheerder", "\nDe beheerder"))
    result = find_official_texts(text, LETTERS)
    assert result.missing == ("a-2",)
    assert result.texts["a-1b"] == official(LETTERS)["a-1b"]


def test_two_columns_that_a_page_end_put_through_one_another_are_left_out() -> None:
    text = changed(
        LETTERS,
        ("in de lente nagekeken, en wel zo dat:", "in de"),
        ("nooit langer", "nooit\flente nagekeken, en wel zo dat:\nlanger"),
    )
    result = find_official_texts(text, LETTERS)
    assert result.missing == ("a-3", "a-3a")


def test_the_last_sentence_of_a_theme_may_begin_on_a_line_of_its_own() -> None:
    text = changed(LETTERS, ("en onweer.", "en onweer.\nOok voor sneeuw."))
    assert found(text, LETTERS)["a-2"].endswith("en onweer. Ook voor sneeuw.")


@BOTH
def test_contents_and_a_summary_that_name_the_norms_too_are_passed_over(
    framework: Framework,
) -> None:
    norms = [norm for theme in framework.themes for norm in theme.norms]
    contents = "\n".join(f"{norm.number}) Kop van {norm.number}" for norm in norms)
    summary = "\n".join(f"{norm.number}) Dit is norm {norm.number} in het kort." for norm in norms)
    between = "Tussen de samenvatting en de normen staat nog meer.\n" * 30
    text = f"{contents}\n\n{summary}\n\n{between}\n{report(framework)}"
    assert found(text, framework) == official(framework)
    assert found(f"{report(framework)}\n{between}\n{summary}", framework) == official(framework)


def test_the_text_after_the_last_norm_is_not_part_of_it() -> None:
    for after in ("\n\nNawoord\nEen zin.", "\nBijlage 1\n\nEen zin.", "\n# Slot\nEen zin.", ""):
        text = report(LETTERS, Look(width=500)).split("\n3. Hoe dit")[0] + after
        assert found(text, LETTERS)["a-4"] == official(LETTERS)["a-4"]


@BOTH
def test_nothing_at_all_is_found_in_nothing(framework: Framework) -> None:
    for text in ("", "\f\f", "Een brief over iets anders.", "1) kort\n2) kort\n3) kort"):
        result = find_official_texts(text, framework)
        assert list(result.missing) == list(official(framework)), text
        with pytest.raises(OwnCopyError, match=f"geen normen van {framework.short}") as caught:
            require_norms(result, framework)
        assert framework.title in caught.value.next_step


def test_numbered_headings_of_another_report_are_no_norms() -> None:
    headings = ("1.1 Aanleiding", "1.2 Opbouw", "2.1 Onze werkwijze", "2.2 Wie hebben meegedaan")
    text = "\n".join(f"{heading}\nEr is over dit alles lang gepraat." for heading in headings)
    assert found(text, DASHES) == {}


def test_another_framework_in_the_same_file_is_not_taken_for_this_one() -> None:
    for text, other in ((report(LETTERS), DASHES), (report(DASHES), LETTERS)):
        with pytest.raises(OwnCopyError):
            require_norms(find_official_texts(text, other), other)


def test_the_whole_and_most_of_it_are_good_enough() -> None:
    for without in ((), ("2) ",)):
        text = changed(LETTERS, *((mark, "") for mark in without))
        require_norms(find_official_texts(text, LETTERS), LETTERS)


def test_elements_are_counted_per_norm() -> None:
    norm = LETTERS.themes[1].norms[0]
    assert FoundTexts({"a-3a": "x", "a-3c": "y"}, ()).count_of(norm) == 2


LOOKS = st.builds(
    Look,
    width=st.sampled_from([30, 35, 40, 60, 80, 100, 500]),
    number=st.sampled_from(["{})", "{}.", "Norm {}:"]),
    letter=st.sampled_from(["{})", "({})", "{}."]),
    dash=st.sampled_from(["-", "•", "–", "▪", "\uf0b7", "*"]),
    mark=st.sampled_from(["{}", "[{}]", "<sup>{}</sup>"]),
    note=st.sampled_from(["{} {}", "[{}] {}"]),
    blank=st.integers(0, 1),
    page_lines=st.integers(12, 60),
    header=st.sampled_from(["", "Rapport speeltuinen", "Rapport speeltuinen | {}", "{}"]),
    footer=st.sampled_from(["{}", "Pagina {} van 9", "- {} -"]),
    page_break=st.sampled_from(["\f", "\n", " "]),
    contents=st.booleans(),
)


@BOTH
@settings(max_examples=150, deadline=None)
@given(look=LOOKS)
def test_wrapping_and_pages_never_change_what_is_found(framework: Framework, look: Look) -> None:
    assert found(report(framework, look), framework) == official(framework)


@BOTH
@settings(max_examples=100, deadline=None)
@given(text=st.text(alphabet="ab1234). -–\n\f\t<p>*[]Aé³\u00ad", max_size=400))
def test_no_text_at_all_is_too_strange(framework: Framework, text: str) -> None:
    result = find_official_texts(text, framework)
    assert {*result.texts, *result.missing} == set(official(framework))
