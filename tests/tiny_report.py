"""Made-up reports with norms, and the mess that extractions make of them.

Two frameworks about playgrounds: one with letters (as MO), one with dashes (as VO). `OFFICIAL`
holds every official text by id; `report` writes them down as pages of lines.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guide.content_models import Element, Footnote, Framework, Norm, Sector, Source, Theme

SOURCE = Source(document="rapport", section="§2")

OFFICIAL = {
    "a-1": "De beheerder zorgt dat elke speeltuin open is na schooltijd, waarbij:",
    "a-1a": "Het hek pas dicht gaat als iedereen weg is (ook wie zich verstopt).",
    "a-1b": "De beheerder met de buurt afspreekt wie de sleutel heeft. Dat hangt ook op het bord.",
    "a-2": "De beheerder heeft een plan voor regen en onweer.",
    "a-3": "Elk toestel wordt bij vorst en in de lente nagekeken, en wel zo dat:",
    "a-3a": "Een schommel nooit langer dan 3 dagen stuk is.",
    "a-3b": "Kinderen weten waar zij iets kapots kunnen melden.",
    "a-3c": "De wip-wap en de glijbaan op een zachte ondergrond staan.",
    "a-4": "De beheerder telt elk jaar hoeveel bomen er schaduw geven en plant bij.",
    "b-1.1": "De speeltuin ligt op loopafstand van de school, waarbij geldt dat:",
    "b-1.1-1": "een drukke weg een veilige oversteek heeft;",
    "b-1.1-2": "kinderen binnen 10 minuten thuis zijn, tenzij zij liever langer buiten blijven;",
    "b-1.1-3": "zandbak.",
    "b-1.2": "De beheerder maakt de zandbak elke maand schoon.",
    "b-2.1": "Kinderen denken mee over nieuwe toestellen. Hun stem telt even zwaar als die van "
    "volwassenen.",
    "b-2.2": "Bij een verbouwing blijft de helft open. Hierbij wordt gelet op:",
    "b-2.2-1": "rust voor de jongste kinderen (zie ook norm 1.2: schoonmaak);",
    "b-2.2-2": "duidelijke borden.",
}
NOTES = {
    "3": "Een sleutel mag ook een code zijn, mits die op tijd verandert.",
    "4": "Met toestel is alles bedoeld waar een kind op kan klimmen. Een boom telt niet mee.",
    "5": "Loopafstand is hier hooguit achthonderd passen",
    "6": "Zwaar is bij wijze van spreken.",
}
AFTER = {"a-1b": "3", "a-3": "4", "b-1.1": "5", "b-2.1": "6"}
HEADINGS = {
    "a-t1": "Open en droog",
    "a-t2": "Heel en groen voor wie komt spelen",
    "b-t1": "Dichtbij",
    "b-t2": "Samen",
}


def _norm(id_: str, number: str, labels: str = "") -> Norm:
    return Norm(
        id=id_,
        number=number,
        title=f"Kop van {number}",
        explanation="In gewone woorden.",
        elements=tuple(
            Element(
                id=f"{id_}-{label}" if label.isdigit() else f"{id_}{label}",
                label=label,
                text="In gewone woorden.",
            )
            for label in labels
        ),
        footnotes=tuple(
            Footnote(number=note, text="Een noot.")
            for part, note in AFTER.items()
            if part.startswith(id_) and part.removeprefix(id_)[:1] in {"", "-", *"abc"}
        ),
        source=SOURCE,
    )


def _theme(id_: str, number: str, *norms: Norm) -> Theme:
    return Theme(
        id=id_,
        number=number,
        title=f"Eigen kop {number}",
        goal="Een doel.",
        child_voice="Wat merkt een kind?",
        who_tells="Wie vertelt het?",
        norms=norms,
        source=SOURCE,
    )


def _framework(id_: str, sector: Sector, word: str, *themes: Theme) -> Framework:
    return Framework(
        id=id_,
        title=f"Speeltuinkader {id_.upper()}",
        short=f"Kader {id_.upper()}",
        sector=sector,
        theme_word=word,
        version="1",
        date="2030",
        source=SOURCE,
        themes=themes,
    )


def with_letters() -> Framework:
    """Four norms in two themes: 1 (a, b), 2, 3 (a, b, c), 4."""
    return _framework(
        "a",
        Sector.MO,
        "thema",
        _theme("a-t1", "1", _norm("a-1", "1", "ab"), _norm("a-2", "2")),
        _theme("a-t2", "2", _norm("a-3", "3", "abc"), _norm("a-4", "4")),
    )


def with_dashes() -> Framework:
    """Four norms in two indicators: 1.1 (three dashes), 1.2, 2.1, 2.2 (two dashes)."""
    return _framework(
        "b",
        Sector.VO,
        "indicator",
        _theme("b-t1", "1", _norm("b-1.1", "1.1", "123"), _norm("b-1.2", "1.2")),
        _theme("b-t2", "2", _norm("b-2.1", "2.1"), _norm("b-2.2", "2.2", "12")),
    )


def official(framework: Framework) -> dict[str, str]:
    """Every official text of a made-up framework."""
    return {id_: text for id_, text in OFFICIAL.items() if id_.startswith(framework.id)}


@dataclass(frozen=True)
class Look:
    """How a report was extracted."""

    width: int = 60
    number: str = "{})"
    letter: str = "{})"
    dash: str = "-"
    mark: str = "{}"
    note: str = "{} {}"
    blank: int = 0
    page_lines: int = 1000
    header: str = ""
    footer: str = ""
    page_break: str = "\f"
    contents: bool = False


def report(framework: Framework, look: Look | None = None) -> str:
    """The made-up report as it was extracted."""
    look = look or Look()
    return _on_pages(list(_blocks(framework, look)), look)


def _blocks(framework: Framework, look: Look) -> Iterator[tuple[str, str]]:
    """(text, number of its footnote) one after another."""
    if look.contents:
        for norm in (n for theme in framework.themes for n in theme.norms):
            yield f"{look.number.format(norm.number)} Kop van {norm.number} ....... 12", ""
    yield "Inleiding", ""
    yield "Dit rapport gaat over speeltuinen. Er staan 4 normen in.", ""
    for theme in framework.themes:
        word = framework.theme_word.capitalize()
        is_worded = framework.id == "b"
        yield (f"{word} {theme.number}: " if is_worded else "") + HEADINGS[theme.id], ""
        for norm in theme.norms:
            yield _block(look.number.format(norm.number), norm.id, look)
            for element in norm.elements:
                label = look.dash if element.label.isdigit() else look.letter.format(element.label)
                yield _block(label, element.id, look)
    yield "3. Hoe dit rapport is gemaakt", ""
    yield "Wij spraken met buren en met kinderen. Daarna is alles opgeschreven.", ""


def _block(begin: str, id_: str, look: Look) -> tuple[str, str]:
    text, note = OFFICIAL[id_], AFTER.get(id_, "")
    if note:
        # In the middle of the text, glued to a word, as marks stand.
        before, word, after = text.partition(_middle(text))
        text = f"{before}{word}{look.mark.format(note)}{after}"
    return f"{begin} {text}", note


def _middle(text: str) -> str:
    words = [word for word in text.split() if word.isalpha() and len(word) > 3]
    return words[len(words) // 2]


def _on_pages(blocks: Sequence[tuple[str, str]], look: Look) -> str:
    """The blocks wrapped and cut in pages; footnotes stand at the foot of their page."""
    pages: list[list[str]] = [[]]
    notes: list[str] = []
    for text, note in blocks:
        for line in textwrap.wrap(text, look.width, break_on_hyphens=False):
            if len(pages[-1]) >= look.page_lines:
                pages[-1] += _footnotes(notes, look)
                notes, pages = [], [*pages, []]
            pages[-1].append(line)
        notes += [note] if note else []
    pages[-1] += _footnotes(notes, look)
    between = "\n" * (look.blank + 1)
    return look.page_break.join(
        between.join(_framed(page, number, look)) + "\n" for number, page in enumerate(pages, 1)
    )


def _footnotes(notes: Sequence[str], look: Look) -> list[str]:
    texts = (look.note.format(note, NOTES[note]) for note in notes)
    return [line for text in texts for line in textwrap.wrap(text, max(look.width, 40))]


def _framed(page: list[str], number: int, look: Look) -> list[str]:
    head = [look.header.format(number)] if look.header else []
    foot = [look.footer.format(number)] if look.footer else []
    return [*head, *page, *foot]
