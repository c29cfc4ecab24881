"""Structure checks of a Word file, written against the file itself and not against what made it.

Each check takes a WordFile and gives its problems; tests/test_word_checks.py breaks a good file on
purpose to prove that each one notices.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from guide.minutes.model import Bullets, Minutes, Paragraph, Table, WritingLines
from guide.plain_text import clean

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LANGUAGE = "nl-NL"
LEAST_CONTRAST = 4.5

Element = etree._Element


@dataclass(frozen=True)
class WordFile:
    """A Word file as a set of XML parts."""

    names: tuple[str, ...]
    parts: dict[str, bytes]

    @classmethod
    def read(cls, data: bytes) -> WordFile:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = tuple(archive.namelist())
            return cls(names, {name: archive.read(name) for name in names})

    def trees(self) -> Iterator[tuple[str, Element]]:
        for name, part in self.parts.items():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(part)

    def tree(self, kind: str) -> Element:
        """The part with this last word in its name, such as 'styles'."""
        found = [part for name, part in self.parts.items() if name.endswith(f"{kind}.xml")]
        return etree.fromstring(found[0])

    @property
    def body(self) -> Element:
        found = self.tree("word/document").find(f"{W}body")
        assert found is not None
        return found

    def styles(self) -> dict[str, Element]:
        return {
            style.get(f"{W}styleId", ""): style for style in self.tree("styles").iter(f"{W}style")
        }


Check = Callable[[WordFile], Iterator[str]]


def val(parent: Element | None, path: str) -> str | None:
    found = None if parent is None else parent.find("/".join(W + tag for tag in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def text_of(paragraph: Element) -> str:
    """The text of a paragraph as a reader gets it."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = paragraph.iterfind(f".//{W}r")
    return "".join(marks.get(str(x.tag), x.text or "") for run in runs for x in run if _is_text(x))


def _is_text(found: Element) -> bool:
    return found.tag in (f"{W}t", f"{W}br", f"{W}tab")


def inherited(word: WordFile, style_id: str | None, path: str) -> str | None:
    styles = word.styles()
    seen: set[str] = set()
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        if (found := val(styles[style_id], path)) is not None:
            return found
        style_id = val(styles[style_id], "basedOn")
    return None


def heading_level(word: WordFile, paragraph: Element) -> int | None:
    level = inherited(word, val(paragraph, "pPr/pStyle"), "pPr/outlineLvl")
    return None if level is None or paragraph.tag != f"{W}p" else int(level) + 1


def names_occur_once(word: WordFile) -> Iterator[str]:
    yield from (f"twice in the file: {n}" for n, times in Counter(word.names).items() if times > 1)


def language_is_dutch(word: WordFile) -> Iterator[str]:
    for name, tree in word.trees():
        for found in tree.iter(f"{W}lang", f"{W}themeFontLang"):
            if found.get(f"{W}val") != LANGUAGE:
                yield f"{name}: language {found.get(f'{W}val')}"
    if val(word.tree("styles"), "docDefaults/rPrDefault/rPr/lang") != LANGUAGE:
        yield "no default language"
    if word.tree("core").findtext(f"{DC}language") != LANGUAGE:
        yield "no language in the properties"


def properties_are_ours(word: WordFile) -> Iterator[str]:
    core = word.tree("core")
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "no title in the properties"
    if core.findtext(f"{DC}creator") or "python-docx" in etree.tostring(core, encoding="unicode"):
        yield "the properties name a maker"
    yield from (f"left over: {name}" for name in word.names if "thumbnail" in name)


def has_one_title(word: WordFile) -> Iterator[str]:
    styles = word.styles()
    used = [val(paragraph, "pPr/pStyle") for paragraph in word.body.iter(f"{W}p")]
    names = [(val(styles.get(style or ""), "name") or "").casefold() for style in used]
    if names.count("title") != 1:
        yield f"{names.count('title')} titles"


def headings_do_not_skip(word: WordFile) -> Iterator[str]:
    levels = [level for p in word.body.iter(f"{W}p") if (level := heading_level(word, p))]
    if not levels:
        yield "no headings"
    for before, level in pairwise([0, *levels]):
        if level > before + 1:
            yield f"heading {level} after heading {before}"


def tables_are_plain(word: WordFile) -> Iterator[str]:
    for table in word.body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield "a table without a header row"
        if len({len(row.findall(f"{W}tc")) for row in rows}) > 1:
            yield "a table with rows of unequal length"
        if any(True for _ in table.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge")):
            yield "a table with merged cells"
        if any(True for above in table.iterancestors(f"{W}tbl")):
            yield "a table in a table"
        if not all(text_of(cell).strip() for cell in rows[0].findall(f"{W}tc")):
            yield "an empty header cell"


def tables_are_described(word: WordFile) -> Iterator[str]:
    for table in word.body.iter(f"{W}tbl"):
        for tag in ("tblCaption", "tblDescription"):
            if not (val(table, f"tblPr/{tag}") or "").strip():
                yield f"a table without {tag}"


def tables_stand_apart(word: WordFile) -> Iterator[str]:
    headed = False
    for found in word.body:
        headed = headed or heading_level(word, found) is not None
        if found.tag != f"{W}tbl":
            continue
        if not headed:
            yield "a table before any heading"
        after = found.getnext()
        if after is None or after.tag != f"{W}p":
            yield "no paragraph after a table"


def tables_fit(word: WordFile) -> Iterator[str]:
    for table in word.body.iterchildren(f"{W}tbl"):
        columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
        width = sum(int(column.get(f"{W}w", "0")) for column in columns)
        room = text_width(section_of(word, table))
        if not 0 < width <= room:
            yield f"a table of {width} on a page with room for {room}"


def section_of(word: WordFile, found: Element) -> Element:
    """The page set-up that holds for a child of the body."""
    later = (section for x in found.itersiblings() for section in x.iter(f"{W}sectPr"))
    return next(later)


def text_width(section: Element) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    sides = (int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
    return int(size.get(f"{W}w", "0")) - sum(sides)


def pages_are_a4(word: WordFile) -> Iterator[str]:
    for size in word.body.iter(f"{W}pgSz"):
        width, height = int(size.get(f"{W}w", "0")), int(size.get(f"{W}h", "0"))
        if sorted((width, height)) != [11906, 16838]:
            yield f"pages of {width} by {height}"
        if (size.get(f"{W}orient") == "landscape") != (width > height):
            yield "orientation and size disagree"


def every_section_has_a_footer(word: WordFile) -> Iterator[str]:
    for section in word.body.iter(f"{W}sectPr"):
        if section.find(f"{W}footerReference") is None:
            yield "a section without a footer of its own"


def pictures_are_described(word: WordFile) -> Iterator[str]:
    for name, tree in word.trees():
        pictures = list(tree.iter(f"{WP}docPr"))
        yield from (f"{name}: a picture without text" for p in pictures if not p.get("descr"))
        if len({picture.get("id") for picture in pictures}) < len(pictures):
            yield f"{name}: two pictures with one id"


def styles_are_declared(word: WordFile) -> Iterator[str]:
    declared = set(word.styles())
    for name, tree in word.trees():
        for found in tree.iter(
            *(W + tag for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"))
        ):
            if found.get(f"{W}val") not in declared:
                yield f"{name}: unknown style {found.get(f'{W}val')}"


def lists_are_declared(word: WordFile) -> Iterator[str]:
    numbers = {number.get(f"{W}numId") for number in word.tree("numbering").iter(f"{W}num")}
    for name, tree in word.trees():
        for found in tree.iter(f"{W}numPr"):
            if val(found, "numId") not in {*numbers, "0", None}:
                yield f"{name}: unknown list {val(found, 'numId')}"


def colours_contrast(word: WordFile) -> Iterator[str]:
    """Text on its own ground or on white; a table style has its ground in the header row."""
    for style_id, style in word.styles().items():
        ink = _colour(inherited(word, style_id, "rPr/color"), "000000")
        fills = [shade.get(f"{W}fill") for shade in style.iter(f"{W}shd")]
        for fill in {_colour(fill, "FFFFFF") for fill in (fills or [None])}:
            if (ratio := contrast(ink, fill)) < LEAST_CONTRAST:
                yield f"style {style_id}: contrast {ratio:.2f}"
    for ink in {_colour(c.get(f"{W}val"), "000000") for c in word.body.iter(f"{W}color")}:
        if contrast(ink, "FFFFFF") < LEAST_CONTRAST:
            yield f"text in {ink}"


def _colour(found: str | None, default: str) -> str:
    return default if found in (None, "auto") else str(found)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def nothing_is_empty(word: WordFile) -> Iterator[str]:
    shown = (f"{W}drawing", f"{W}pict", f"{W}fldChar")
    for paragraph in word.body.iterchildren(f"{W}p"):
        if not text_of(paragraph).strip() and next(paragraph.iter(*shown), None) is None:
            yield "an empty paragraph"


def cells_end_in_a_paragraph(word: WordFile) -> Iterator[str]:
    for name, tree in word.trees():
        for cell in tree.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield f"{name}: a cell that does not end in a paragraph"


def fields_are_whole(word: WordFile) -> Iterator[str]:
    for name, tree in word.trees():
        marks = "".join(
            (mark.get(f"{W}fldCharType") or " ")[0] for mark in tree.iter(f"{W}fldChar")
        )
        while "bse" in marks or "be" in marks:
            marks = marks.replace("bse", "").replace("be", "")
        if marks:
            yield f"{name}: a field that is not closed"


def nothing_runs_or_fetches(word: WordFile) -> Iterator[str]:
    for name, tree in word.trees():
        for found in tree.iter(REL):
            kind = found.get("Type", "").rsplit("/", 1)[-1]
            target = found.get("Target", "")
            link = kind == "hyperlink" and target.startswith(("http://", "https://", "mailto:"))
            if found.get("TargetMode") == "External" and not link:
                yield f"{name}: leads to {target}"
            if kind in ("vbaProject", "attachedTemplate", "aFChunk"):
                yield f"{name}: holds {kind}"
    if b"macroEnabled" in word.parts["[Content_Types].xml"]:
        yield "a file with macros"


CHECKS: tuple[Check, ...] = (
    names_occur_once,
    language_is_dutch,
    properties_are_ours,
    has_one_title,
    headings_do_not_skip,
    tables_are_plain,
    tables_are_described,
    tables_stand_apart,
    tables_fit,
    pages_are_a4,
    every_section_has_a_footer,
    pictures_are_described,
    styles_are_declared,
    lists_are_declared,
    colours_contrast,
    nothing_is_empty,
    cells_end_in_a_paragraph,
    fields_are_whole,
    nothing_runs_or_fetches,
)
# What a house template decides itself.
OF_THE_HOUSE = (pages_are_a4, every_section_has_a_footer, colours_contrast, pictures_are_described)


def problems(data: bytes, *, without: tuple[Check, ...] = ()) -> list[str]:
    """Everything that is wrong with a Word file."""
    word = WordFile.read(data)
    return [problem for check in CHECKS if check not in without for problem in check(word)]


def texts_of(minutes: Minutes) -> list[str]:
    """Every text of the minutes, as often as the model has it."""
    texts = [minutes.title, minutes.status_line]
    for section in minutes.sections:
        texts.append(section.title)
        for block in section.blocks:
            match block:
                case Paragraph():
                    texts += [block.text, block.label]
                case Bullets():
                    texts += block.items
                case WritingLines():
                    texts.append(block.label)
                case Table():
                    hidden = block.header_column_only
                    texts += [] if hidden else [column.title for column in block.columns]
                    texts += [text for row in block.rows for text in row]
    return [cleaned for text in texts if (cleaned := clean(text))]


def lost_texts(data: bytes, minutes: Minutes) -> list[str]:
    """The texts of the minutes that the file holds less often than the model."""
    paragraphs = [text_of(paragraph) for paragraph in WordFile.read(data).body.iter(f"{W}p")]
    whole = "\x00".join(paragraphs)
    wanted = Counter(texts_of(minutes))
    return [text for text, times in wanted.items() if whole.count(text) < times]
