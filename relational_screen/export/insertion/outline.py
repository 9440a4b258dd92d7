"""The draft seen as a row of lines: paragraphs and tables in order, with what is a heading and at which level."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from relational_screen.drafts.docx_numbers import Numbering
from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.drafts.marks import is_title
from relational_screen.drafts.paragraph import evened
from relational_screen.export.insertion import wording
from relational_screen.export.insertion.elements import shown
from relational_screen.export.insertion.package import WordFile
from relational_screen.export.insertion.styles import Styles

PART_LEVEL, NUMBERED_LEVEL, LOOSE = 1, 2, 3
"""Levels of headings that are only bold text: a part (»Almindelige bemærkninger«) and »4.«; one without a number stands
`LOOSE` levels lower in a draft that orders its headings by numbers or by outline levels."""

_CONTAINERS = tuple(W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag"))
_PAGE_AT_END = re.compile(r"(?:\.{3,}|…|\t)\s*\d{1,3}$")
_EMPTY = tuple(W + tag for tag in ("pPr", "r", "rPr", "t", "bookmarkStart", "bookmarkEnd", "proofErr"))
_BREAKS = f"{W}pPr/{W}sectPr", f"{W}r/{W}br[@{W}type='page']"


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A paragraph or a table of the body. `level` is 0 for all but headings.

    `number` is typed before a heading's words with `dot` and `gap` after it; `counted` is one that Word counts.
    """

    element: Element
    text: str = ""
    level: int = 0
    number: str = ""
    dot: str = ""
    gap: str = ""
    counted: str = ""

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.element.tag == W + "tbl"

    @property
    def title(self) -> str:
        """The words without a typed number, with single spaces."""
        return evened(wording.without_number(self.text))

    @property
    def full(self) -> str:
        """The heading as Word shows it."""
        return evened(f"{self.counted} {self.text}")

    @property
    def is_break(self) -> bool:
        """Whether it holds nothing but the end of a page or a section."""
        return not self.is_table and not self.text and any(self.element.find(one) is not None for one in _BREAKS)

    @property
    def is_blank(self) -> bool:
        """Whether it is an empty paragraph, put in for the space."""
        if self.is_table or self.text or self.element.find(f"{W}pPr/{W}sectPr") is not None:
            return False
        inside = (child for run in self.element.iterchildren(W + "r") for child in run)
        return all(child.tag in _EMPTY for child in (*self.element.iterchildren("{*}*"), *inside))


class Outline:
    """The lines of one draft, and its styles."""

    def __init__(self, file: WordFile) -> None:
        styles, lists = file.part("styles.xml"), file.part("numbering.xml")
        self.styles = Styles(styles, lists)
        self.lines = list(_read(file.body, Numbering(lists, styles), self.styles))
        _forget_contents(self.lines)


def section_end(lines: Sequence[Line], start: int) -> int:
    """Return where the section of the heading at `start` ends: at the next heading that is not below it."""
    level = lines[start].level
    return next((at for at in range(start + 1, len(lines)) if 0 < lines[at].level <= level), len(lines))


def _read(body: Element, numbering: Numbering, styles: Styles) -> Iterator[Line]:
    lines = [_line(element, numbering, styles) for element in _blocks(body)]
    levels = [_level(line, styles) for line in lines]
    outlined = [styles.outline_level(line.element) for line in lines]
    ordered = any(outlined) or any(
        level and line.number[:1].isdigit() for line, level in zip(lines, levels, strict=True)
    )
    for line, level, given in zip(lines, levels, outlined, strict=True):
        loose = level > PART_LEVEL and ordered and not line.number and not given
        yield replace(line, level=level + LOOSE if loose else level)


def _blocks(parent: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, those in content controls too; a contents list that Word keeps is passed over."""
    for child in parent.iterchildren("{*}*"):
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _CONTAINERS and child.find(f"{W}sdtPr/{W}docPartObj") is None:
            yield from _blocks(child)


def _line(element: Element, numbering: Numbering, styles: Styles) -> Line:
    if element.tag == W + "tbl":
        for inner in element.iter(W + "p"):
            numbering.next(inner.find(W + "pPr"))
        return Line(element)
    counted = numbering.next(element.find(W + "pPr")) if styles.list_of(element)[0] else ""
    text = shown(element).strip()
    match = wording.NUMBER.match(text)
    if not match:
        return Line(element, text, counted=counted)
    return Line(element, text, 0, match["number"], match["dot"], match["gap"], counted)


def _level(line: Line, styles: Styles) -> int:
    """Return a heading's level: what the file says, else what its look and its words say."""
    if line.is_table or not line.title or _in_contents(line, styles):
        return 0
    given = styles.outline_level(line.element)
    if given:
        return given
    is_heading = is_title(line.title) and not wording.CAPTION.match(line.title)
    return _level_by_look(line, styles) if is_heading else 0


def _level_by_look(line: Line, styles: Styles) -> int:
    stressed = any(styles.all_runs_are(line.element, switch) for switch in "iu")
    if not (stressed or styles.all_runs_are(line.element, "b") or wording.is_known(line.title)):
        return 0
    if not line.number and any(part.match(line.title) for part in wording.PARTS):
        return PART_LEVEL
    below = 0 if line.number.startswith("§") else line.number.count(".")
    return NUMBERED_LEVEL + below + (stressed and not line.number)


def _in_contents(line: Line, styles: Styles) -> bool:
    """Whether a line belongs to a contents list, by its style, its links or the page number at its end."""
    linked = any(link.get(W + "anchor", "").startswith("_Toc") for link in line.element.iter(W + "hyperlink"))
    return linked or styles.name(line.element).startswith("toc ") or _PAGE_AT_END.search(line.text) is not None


def _forget_contents(lines: list[Line]) -> None:
    """Take typed contents lists out of the headings: they end where their first entry comes again."""
    for start in [at for at, line in enumerate(lines) if wording.CONTENTS.match(line.title)]:
        filled = [at for at in range(start + 1, len(lines)) if lines[at].is_table or lines[at].title]
        entries = list(takewhile(lambda at: is_title(_entry(lines[at]) or "."), filled))
        names = [_entry(lines[at]).casefold() for at in entries]
        end = next((at for at, name in zip(entries[1:], names[1:], strict=True) if name == names[0]), start + 1)
        for at in range(start, end):
            lines[at] = replace(lines[at], level=0)


def _entry(line: Line) -> str:
    """Return a line of a contents list without the number of the page."""
    return re.sub(r"[\W_]*\d+$", "", line.title)
