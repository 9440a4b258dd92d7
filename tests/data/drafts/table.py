"""Tables: rows of cells, each cell paragraphs that are already made."""

from collections.abc import Sequence

from tests.data.drafts.wordml import Element, el, optional, val, w

Cell = tuple[str, list[Element]]
"""Its text, and its paragraphs."""

MERGED = "<<"
"""The text of a cell that the cell before it takes over."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LOOK = w(val="04A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="0", noVBand="1")


def table(style: str, widths: Sequence[int], rows: Sequence[Sequence[Cell]]) -> Element:
    """Return a table, widths in twentieths of a point. Its first row is its head; style »none« draws lines itself."""
    grid = el("tblGrid", *(el("gridCol", w(w=str(width))) for width in widths))
    looks = [_borders()] if style == "none" else []
    named = [] if style == "none" else [val("tblStyle", style)]
    total = el("tblW", w(w=str(sum(widths)), type="dxa"))
    properties = el("tblPr", *named, total, *looks, el("tblLayout", w(type="fixed")), el("tblLook", _LOOK))
    return el("tbl", properties, grid, *(_row(row, widths, head=not number) for number, row in enumerate(rows)))


def _row(cells: Sequence[Cell], widths: Sequence[int], *, head: bool) -> Element:
    found = el("tr", *optional("trPr", *([el("cantSplit"), el("tblHeader")] if head else [])))
    for index, (text, paragraphs) in enumerate(cells):
        if text == MERGED:
            continue
        span = 2 if index + 1 < len(cells) and cells[index + 1][0] == MERGED else 1
        width = el("tcW", w(w=str(sum(widths[index : index + span])), type="dxa"))
        spans = [val("gridSpan", str(span))] if span > 1 else []
        found.append(el("tc", el("tcPr", width, *spans), *paragraphs))
    return found


def _borders() -> Element:
    return el("tblBorders", *(el(side, w(val="single", sz="4", space="0", color="auto")) for side in _SIDES))
