"""A section that was inserted before: found again, and whether somebody has written in it since.

A bookmark stands around the section; its name ends in a fingerprint of the text. Word keeps both when it saves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.drafts.paragraph import evened
from relational_screen.export.insertion import wording
from relational_screen.export.insertion.elements import NOT_TEXT, make, shown
from relational_screen.export.insertion.outline import Line, section_end
from relational_screen.export.insertion.tracking import Tracking

BOOKMARK = "RelationelBundlinje_"
_SIGNS = 12
"""Characters of the fingerprint; Word takes 40 for a whole name."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The lines `start` to `end` (not included) of an earlier section; `changed` by hand, or not known to be ours."""

    start: int
    end: int
    changed: bool


def find_earlier(body: Element, lines: Sequence[Line], heading: str) -> Earlier | None:
    """Return the earlier section, by its bookmark or else by its heading, or None."""
    found = _by_bookmark(body, lines)
    if found is not None:
        return found
    own = wording.OWN | {heading.casefold()}
    starts = [at for at, line in enumerate(lines) if line.level and line.title.casefold() in own]
    return Earlier(starts[-1], section_end(lines, starts[-1]), changed=True) if starts else None


def parted(lines: Sequence[Line], earlier: Earlier | None) -> tuple[list[Line], list[Line]]:
    """Return the lines without the earlier section, and those of it."""
    if earlier is None:
        return list(lines), []
    return [*lines[: earlier.start], *lines[earlier.end :]], list(lines[earlier.start : earlier.end])


def add_bookmark(blocks: Sequence[Element], tracking: Tracking, prefix: str = BOOKMARK) -> None:
    """Put the bookmark around new blocks, the last of which is a paragraph."""
    number = tracking.next_id()
    first = next(block for block in blocks[0].iter(W + "p"))
    properties = first.find(W + "pPr")
    first.insert(int(properties is not None), make("bookmarkStart", id=number, name=prefix + fingerprint(blocks)))
    list(blocks[-1].iter(W + "p"))[-1].append(make("bookmarkEnd", id=number))


def remove_bookmarks(root: Element, prefix: str = BOOKMARK) -> None:
    """Remove our bookmarks."""
    for start in [one for one in root.iter(W + "bookmarkStart") if one.get(W + "name", "").startswith(prefix)]:
        ends = [one for one in root.iter(W + "bookmarkEnd") if one.get(W + "id") == start.get(W + "id")]
        for mark in (start, *ends):
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)


def fingerprint(blocks: Iterable[Element]) -> str:
    """Return a fingerprint of the text a reader sees, typed numbers left out, and of how much there is beside text."""
    paragraphs = [paragraph for block in blocks for paragraph in block.iter(W + "p")]
    texts = [evened(wording.without_number(shown(paragraph))) for paragraph in paragraphs]
    others = sum(1 for paragraph in paragraphs for _ in paragraph.iter(*NOT_TEXT))
    return sha256("\n".join([*filter(None, texts), str(others)]).encode()).hexdigest()[:_SIGNS]


def _by_bookmark(body: Element, lines: Sequence[Line]) -> Earlier | None:
    starts = [mark for mark in body.iter(W + "bookmarkStart") if mark.get(W + "name", "").startswith(BOOKMARK)]
    numbers = [mark.get(W + "id") for mark in starts]  # LibreOffice writes a start twice, the first without an end
    ends = [mark for mark in body.iter(W + "bookmarkEnd") if mark.get(W + "id") in numbers]
    if not ends:
        return None
    start, inside = _place(body, lines, starts[0])
    last, within = _place(body, lines, ends[-1])
    start, end = start + (not inside), last + (not (within and _is_before_text(ends[-1], lines[last])))
    if start >= end:
        return None
    changed = fingerprint(line.element for line in lines[start:end]) != starts[0].get(W + "name", "")[len(BOOKMARK) :]
    return Earlier(start, end, changed)


def _place(body: Element, lines: Sequence[Line], mark: Element) -> tuple[int, bool]:
    """Return the last line that begins before a mark, and whether the mark stands in it."""
    at = {line.element: number for number, line in enumerate(lines)}
    within = next((at[above] for above in mark.iterancestors() if above in at), None)
    if within is not None:
        return within, True
    last = -1
    for element in body.iter():
        if element is mark:
            break
        last = at.get(element, last)
    return last, False


def _is_before_text(end: Element, line: Line) -> bool:
    """Whether a bookmark's end was pushed to the beginning of the next line, as Word does when the last one goes."""
    if not line.text:
        return False
    before = (one for one in end.itersiblings(preceding=True))
    return not any(shown(one).strip() or one.tag == W + "del" for one in before if one.tag != W + "pPr")
