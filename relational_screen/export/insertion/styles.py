"""The draft's styles: what a paragraph inherits from them."""

import re
from collections.abc import Iterator

from relational_screen.drafts.docx_xml import W, value
from relational_screen.drafts.guarded_xml import Element
from relational_screen.export.insertion.elements import runs, style_id
from relational_screen.export.insertion.package import is_on

_HEADING = re.compile(r"heading ([1-9])$")


class Styles:
    """The paragraph, character and table styles of one draft, by id."""

    def __init__(self, root: Element | None, numbering: Element | None) -> None:
        found = [] if root is None else list(root.iterfind(W + "style"))
        self._bullets = frozenset() if numbering is None else frozenset(_bullets(numbering))
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        self._default = next((key for key, style in self._styles.items() if _is_default(style)), "")

    def name(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style in small letters; Word keeps the built-in ones in English."""
        return value(next((style.find(W + "name") for style in self.chain(style_id(paragraph))), None)).lower()

    def outline_level(self, paragraph: Element) -> int:
        """Return the level a heading has by itself or by its style, from 1; 0 where it is none."""
        properties = [paragraph.find(W + "pPr"), *(style.find(W + "pPr") for style in self.chain(style_id(paragraph)))]
        for own in properties:
            level = None if own is None else own.find(W + "outlineLvl")
            if level is not None:
                return int(value(level)) + 1 if value(level) in tuple("012345678") else 0
        names = (value(style.find(W + "name")).lower() for style in self.chain(style_id(paragraph)))
        return next((int(match[1]) for match in map(_HEADING.match, names) if match), 0)

    def all_runs_are(self, paragraph: Element, switch: str) -> bool:
        """Whether all text of a paragraph is bold (`b`), in italics (`i`) or underlined (`u`)."""
        visible = runs(paragraph)
        return bool(visible) and all(self._is(run, paragraph, switch) for run in visible)

    def heading_style(self, level: int) -> str:
        """Return the id of Word's built-in heading style of a level, or nothing."""
        wanted = f"heading {level}"
        return next((key for key, one in self._styles.items() if value(one.find(W + "name")).lower() == wanted), "")

    def has_borders(self, table_style: str) -> bool:
        """Whether a table style draws lines."""
        return any(style.find(f"{W}tblPr/{W}tblBorders") is not None for style in self.chain(table_style, None))

    def list_of(self, paragraph: Element) -> tuple[str, int]:
        """Return the id of the list and the level (from 0) that number a paragraph; »« where none does."""
        properties = [paragraph.find(W + "pPr"), *(style.find(W + "pPr") for style in self.chain(style_id(paragraph)))]
        list_id, level = "", ""
        for own in properties:
            numbers = None if own is None else own.find(W + "numPr")
            if numbers is not None:
                list_id = list_id or value(numbers.find(W + "numId"))
                level = level or value(numbers.find(W + "ilvl"))
        return ("" if list_id == "0" else list_id), int(level) if level.isdecimal() else 0

    def is_bullet(self, paragraph: Element) -> bool:
        """Whether a paragraph is an item of a list with signs instead of numbers."""
        return self.list_of(paragraph) in self._bullets

    def chain(self, key: str, default: str | None = "") -> Iterator[Element]:
        """Yield a style and those it is based on, nearest first; the default paragraph style where none is named."""
        seen: set[str] = set()
        key = key or (self._default if default is not None else "")
        while key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = value(self._styles[key].find(W + "basedOn"))

    def _is(self, run: Element, paragraph: Element, switch: str) -> bool:
        character = value(run.find(f"{W}rPr/{W}rStyle"))
        holders = [run, *self.chain(character, None), *self.chain(style_id(paragraph))]
        switches = (holder.find(f"{W}rPr/{W}{switch}") for holder in holders)
        return is_on(next((one for one in switches if one is not None), None))


def _bullets(numbering: Element) -> Iterator[tuple[str, int]]:
    """Yield the list and the level of all that are no numbers."""
    kinds = {kind.get(W + "abstractNumId"): kind for kind in numbering.iterfind(W + "abstractNum")}
    for one in numbering.iterfind(W + "num"):
        kind = kinds.get(value(one.find(W + "abstractNumId")))
        for level, given in enumerate([] if kind is None else kind.iterfind(W + "lvl")):
            if value(given.find(W + "numFmt")) == "bullet":
                yield one.get(W + "numId", ""), level


def _is_default(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
