"""The numbers that Word counts itself: »§ 1«, »1.«, »a)« that stand in no paragraph's text."""

from relational_screen.drafts.docx_xml import W, value
from relational_screen.drafts.guarded_xml import Element
from relational_screen.drafts.numerals import FORMS, counted_from

_MAX_LEVELS = 9
_FORMS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


class Numbering:
    """Counts the numbered paragraphs of one document as Word does."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[str, list[Element]] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def next(self, properties: Element | None) -> str:
        """Return the number that Word shows before a paragraph, or nothing (bullets are left out)."""
        list_id, level = self._place(properties)
        levels = self._levels.get(list_id, [])
        if not level < len(levels):
            return ""
        counts = self._counts.setdefault(list_id, [self._start(one) - 1 for one in levels])
        counts[level] += 1
        for deeper in range(level + 1, len(levels)):
            counts[deeper] = self._start(levels[deeper]) - 1
        return self._shown(levels, level, counts)

    def _read_lists(self, numbering: Element) -> None:
        kinds = {
            kind.get(W + "abstractNumId"): list(kind.iterfind(W + "lvl"))[:_MAX_LEVELS]
            for kind in numbering.iterfind(W + "abstractNum")
        }
        for one in numbering.iterfind(W + "num"):
            self._levels[one.get(W + "numId", "")] = kinds.get(value(one.find(W + "abstractNumId")), [])

    def _read_styles(self, styles: Element) -> None:
        for style in styles.iterfind(W + "style"):
            numbers = style.find(f"{W}pPr/{W}numPr")
            if numbers is not None:
                self._by_style[style.get(W + "styleId", "")] = _list_place(numbers)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """Return the list and the level of a paragraph; its style's list counts where it names none."""
        if properties is None:
            return "", 0
        of_style = self._by_style.get(value(properties.find(W + "pStyle")), ("", 0))
        numbers = properties.find(W + "numPr")
        if numbers is None:
            return of_style
        list_id, level = _list_place(numbers)
        return (list_id or of_style[0]), level

    def _start(self, level: Element) -> int:
        return counted_from(value(level.find(W + "start")))

    def _shown(self, levels: list[Element], level: int, counts: list[int]) -> str:
        if value(levels[level].find(W + "numFmt")) == "bullet":
            return ""
        text = value(levels[level].find(W + "lvlText"))
        for above in range(level + 1):
            form = _FORMS.get(value(levels[above].find(W + "numFmt")), "1")
            text = text.replace(f"%{above + 1}", FORMS[form](max(counts[above], 1)))
        return text


def _list_place(numbers: Element) -> tuple[str, int]:
    level = value(numbers.find(W + "ilvl"))
    return value(numbers.find(W + "numId")), int(level) if level.isdecimal() and len(level) == 1 else 0
