"""The numbers that OpenDocument lists and headings count: »§ 1«, »1.«, »a)« that stand in no paragraph's text."""

from dataclasses import dataclass

from relational_screen.drafts.guarded_xml import Element
from relational_screen.drafts.numerals import FORMS, counted_from

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_PATTERN = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
"""How LibreOffice writes a number whole; the standard only knows what stands before and after it."""

_MAX_LEVELS = 10
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Levels:
    """The levels of one numbering style and how far each has counted."""

    def __init__(self, style: Element | None) -> None:
        self._levels = {} if style is None else {counted_from(one.get(TEXT + "level")): one for one in style}
        self._counts: dict[int, int] = {}

    def restart(self, level: int) -> None:
        """Let a level, and all deeper ones, count from the beginning."""
        for known in [known for known in self._counts if known >= level]:
            del self._counts[known]

    def count(self, level: int, start: str | None = None) -> str:
        """Count one further and return the number that is shown, or nothing (bullets are left out)."""
        usual = self._counts[level] + 1 if level in self._counts else self._start(level)
        self._counts[level] = counted_from(start, usual)
        self.restart(level + 1)
        return self._shown(level)

    def _start(self, level: int) -> int:
        found = self._levels.get(level)
        return 1 if found is None else counted_from(found.get(TEXT + "start-value"))

    def _shown(self, level: int) -> str:
        """Put the numbers of a level, and of those above it that are shown with it, into its pattern."""
        found = self._levels.get(level)
        if found is None or not found.get(STYLE + "num-format"):
            return ""
        pattern = found.get(_PATTERN) or self._pattern(found, level)
        for above in range(1, level + 1):
            pattern = pattern.replace(f"%{above}%", self._written(above))
        return pattern

    def _pattern(self, found: Element, level: int) -> str:
        first = level + 1 - min(counted_from(found.get(TEXT + "display-levels")), level)
        numbered = (
            n for n in range(first, level + 1) if n in self._levels and self._levels[n].get(STYLE + "num-format")
        )
        numbers = ".".join(f"%{number}%" for number in numbered)
        return f"{found.get(STYLE + 'num-prefix', '')}{numbers}{found.get(STYLE + 'num-suffix', '')}"

    def _written(self, level: int) -> str:
        found = self._levels.get(level)
        form = "1" if found is None else found.get(STYLE + "num-format", "1")
        return FORMS.get(form, str)(max(self._counts.get(level, self._start(level)), 1))


@dataclass
class _Item:
    """A list item that no paragraph has shown yet."""

    levels: Levels
    level: int
    start: str | None


@dataclass
class _Open:
    """A list one is in."""

    style: str
    levels: Levels


class ListNumbers:
    """Counts the list items and headings of one document in reading order."""

    def __init__(self, *roots: Element | None) -> None:
        found = [one for root in roots if root is not None for one in root.iter(TEXT + "list-style")]
        self._styles = {one.get(STYLE + "name", ""): one for one in found}
        outline = next((one for root in roots if root is not None for one in root.iter(TEXT + "outline-style")), None)
        self._headings = Levels(outline)
        self._open: list[_Open] = []
        self._by_id: dict[str, Levels] = {}
        self._latest: dict[str, Levels] = {}
        self._waiting: _Item | None = None

    def open_list(self, element: Element) -> None:
        """Enter a list; one inside another is its next level."""
        outer = self._open[-1] if self._open else None
        style = element.get(TEXT + "style-name") or (outer.style if outer else "")
        levels = outer.levels if outer and outer.style == style else self._levels(element, style)
        if outer and element.get(TEXT + "continue-numbering") != "true":
            levels.restart(len(self._open) + 1)
        self._open.append(_Open(style, levels))
        self._by_id[element.get(_XML_ID, "")] = self._latest[style] = levels

    def close_list(self) -> None:
        """Leave a list."""
        self._open.pop()
        self._waiting = None

    def open_item(self, element: Element) -> None:
        """Begin an item; it counts when its first paragraph comes, so one that only holds an inner list does not."""
        if self._open:
            level = min(len(self._open), _MAX_LEVELS)
            self._waiting = _Item(self._open[-1].levels, level, element.get(TEXT + "start-value"))

    def next(self, paragraph: Element) -> str:
        """Return the number that stands before a paragraph with text, or nothing."""
        item, self._waiting = self._waiting, None
        if item:
            return item.levels.count(item.level, item.start)
        if paragraph.tag != TEXT + "h" or self._open or paragraph.get(TEXT + "is-list-header") == "true":
            return ""
        level = min(counted_from(paragraph.get(TEXT + "outline-level")), _MAX_LEVELS)
        return self._headings.count(level, paragraph.get(TEXT + "start-value"))

    def _levels(self, element: Element, style: str) -> Levels:
        """Return the counting that a list goes on with, or a new one."""
        if element.get(TEXT + "continue-list") in self._by_id:
            return self._by_id[element.get(TEXT + "continue-list", "")]
        if element.get(TEXT + "continue-numbering") == "true" and style in self._latest:
            return self._latest[style]
        return Levels(self._styles.get(style))
