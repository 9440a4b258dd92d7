"""How a paragraph of the draft looks, apart from what it says."""

from copy import deepcopy
from dataclasses import dataclass, field

from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.export.insertion.elements import make, runs
from relational_screen.export.insertion.outline import Line

_LOCAL = frozenset({W + tag for tag in ("sectPr", "pPrChange", "pageBreakBefore", "framePr", "divId", "cnfStyle")})
TEXT = frozenset({W + tag for tag in ("rFonts", "color", "spacing", "w", "kern", "sz", "szCs", "lang")})
HEADING = TEXT | {W + tag for tag in ("rStyle", "b", "bCs", "i", "iCs", "caps", "smallCaps", "u")}
_EMPHASIS = ("b", "bCs", "i", "iCs")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: its properties and those of its text. Elements are copied on use."""

    paragraph: Element = field(default_factory=lambda: make("pPr"))
    text: Element = field(default_factory=lambda: make("rPr"))
    number: tuple[str, str] = (".", " ")
    """What stands after a typed number: a full stop or nothing, and a space or a tabulator."""
    counted: bool = False
    """Whether Word counts the number."""


def emphasised(look: Look, *switches: str) -> Look:
    """Return the look with bold (`b`) or italics (`i`) on, and the other off."""
    text = deepcopy(look.text)
    for tag in _EMPHASIS:
        for found in text.findall(W + tag):
            text.remove(found)
    at = sum(child.tag in (W + "rStyle", W + "rFonts") for child in text)
    for tag in reversed(switches):
        text.insert(at, make(tag))
    return Look(look.paragraph, text, look.number, look.counted)


def look_of(line: Line, kept: frozenset[str]) -> Look:
    """Return the look of a line, with the text properties of `kept`; what is of that line only is left out."""
    properties, text = make("pPr"), make("rPr")
    given = line.element.find(W + "pPr")
    for child in () if given is None else given.iterchildren("{*}*"):
        if child.tag == W + "rPr":
            properties.append(_kept(child, HEADING))
        elif child.tag not in _LOCAL:
            properties.append(deepcopy(child))
    longest = max(runs(line.element), key=lambda run: len("".join(map(str, run.itertext()))), default=None)
    own = None if longest is None else longest.find(W + "rPr")
    if own is not None:
        text = _kept(own, kept)
    return Look(properties, text, (line.dot, line.gap) if line.number else (".", " "), bool(line.counted))


def _kept(properties: Element, tags: frozenset[str]) -> Element:
    return make("rPr", *(deepcopy(child) for child in properties if child.tag in tags))
