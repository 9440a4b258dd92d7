"""The draft's own look, copied for the section: headings, text, lists, and the space between them."""

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.export.insertion.elements import get_or_make, make
from relational_screen.export.insertion.look import HEADING, TEXT, Look, emphasised, look_of
from relational_screen.export.insertion.outline import Line, section_end
from relational_screen.export.insertion.place import Place
from relational_screen.export.insertion.styles import Styles

USUAL_TEXT = 60
"""Characters from which a paragraph counts as running text."""

_BEFORE_NUMBERING = tuple(
    W + tag for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_AFTER_OUTLINE = tuple(W + tag for tag in ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"))


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks that the section is written in, and where the draft puts empty paragraphs for the space."""

    heading: Look
    point: Look
    body: Look
    bullet: Look | None
    blank_above_heading: bool
    blank_below_heading: bool
    blank_between: bool


def looks_of(place: Place, lines: Sequence[Line], styles: Styles) -> Looks:
    """Return the looks of the siblings: nearest first, from the region and else from the whole draft."""
    texts = _texts(place, lines, styles)
    heading = look_of(place.sibling, HEADING)
    bullets = (line for line in [*place.region, *lines] if _is_item(line) and styles.is_bullet(line.element))
    bullet = next((look_of(line, TEXT) for line in bullets), None)
    above, below, between = _blanks(place.region, place.sibling.level)
    body = look_of(texts, TEXT) if texts else Look()
    return Looks(heading, _point(place, heading, styles), body, bullet, above, below, between)


def _texts(place: Place, lines: Sequence[Line], styles: Styles) -> Line | None:
    """Return a paragraph of running text that looks as most do: in the sibling's section, the region, the draft."""
    start = next(at for at, line in enumerate(lines) if line is place.sibling)
    for some in (lines[start : section_end(lines, start)], place.region, lines):
        found = [line for line in some if _is_text(line) and not styles.list_of(line.element)[0]]
        shapes = [etree.tostring(look_of(line, TEXT).paragraph, method="c14n") for line in found]
        if found:
            return found[shapes.index(Counter(shapes).most_common(1)[0][0])]
    return None


def _is_text(line: Line) -> bool:
    return not line.is_table and not line.level and len(line.text) >= USUAL_TEXT


def _is_item(line: Line) -> bool:
    return not line.is_table and not line.level and bool(line.text)


def _point(place: Place, heading: Look, styles: Styles) -> Look:
    """Return the look of the sub-points: that of one in the region, or else the heading's one level down."""
    level = place.sibling.level + 1
    alike = [line for line in place.region if line.level == level and _is_numbered_as(line, place.sibling)]
    return look_of(alike[0], HEADING) if alike else _one_level_down(heading, place, styles)


def _is_numbered_as(line: Line, sibling: Line) -> bool:
    return (bool(line.number), bool(line.counted)) == (bool(sibling.number), bool(sibling.counted))


def _one_level_down(heading: Look, place: Place, styles: Styles) -> Look:
    element = place.sibling.element
    list_id, list_level = styles.list_of(element)
    outlined = styles.outline_level(element)
    own_style = styles.heading_style(outlined + 1) if outlined else ""
    if own_style and styles.name(element) == f"heading {outlined}":
        look = Look(make("pPr", make("pStyle", val=own_style)), make("rPr"), heading.number, heading.counted)
    else:
        italic = emphasised(heading, "i", "iCs")
        look = Look(deepcopy(heading.paragraph), italic.text, heading.number, heading.counted)
        if outlined:
            _set_outline(look.paragraph, outlined)
    if heading.counted:
        _set_list(look.paragraph, list_id, list_level + 1)
    return look


def _set_outline(properties: Element, level: int) -> None:
    for found in properties.findall(W + "outlineLvl"):
        properties.remove(found)
    at = len(properties) - sum(child.tag in _AFTER_OUTLINE for child in properties)
    properties.insert(at, make("outlineLvl", val=str(min(level, 8))))


def _set_list(properties: Element, list_id: str, level: int) -> None:
    for found in properties.findall(W + "numPr"):
        properties.remove(found)
    at = sum(child.tag in _BEFORE_NUMBERING for child in properties)
    numbers = get_or_make(properties, "numPr", at)
    numbers.extend([make("ilvl", val=str(level)), make("numId", val=list_id)])


def _blanks(region: Sequence[Line], level: int) -> tuple[bool, bool, bool]:
    """Return whether most headings of a level have an empty paragraph above and below, and most texts between."""
    heads = [at for at, line in enumerate(region) if line.level == level]
    above = [region[at - 1].is_blank for at in heads if at]
    below = [region[at + 1].is_blank for at in heads if at + 1 < len(region)]
    filled = [at for at, line in enumerate(region) if not line.is_blank]
    between = [
        second - first > 1 for first, second in pairwise(filled) if not region[first].level | region[second].level
    ]
    return _most(above), _most(below), _most(between)


def _most(answers: Sequence[bool]) -> bool:
    return sum(answers) * 2 > len(answers)
