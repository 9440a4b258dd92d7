"""The pilot row »Relationelle konsekvenser« in a bill's summary table (note form, Summary table)."""

from collections.abc import Sequence
from copy import deepcopy

from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.drafts.paragraph import evened
from relational_screen.export.insertion import wording
from relational_screen.export.insertion.earlier import add_bookmark, fingerprint, remove_bookmarks
from relational_screen.export.insertion.elements import make, make_run, runs, shown
from relational_screen.export.insertion.model import PilotRow, RowOutcome
from relational_screen.export.insertion.outline import Line
from relational_screen.export.insertion.tracking import Tracking
from relational_screen.export.plain import typeset

BOOKMARK = "RelationelBundlinjeSkema_"

_HEAD_ROWS = 3
_OF_THIS_ROW_ONLY = tuple(W + tag for tag in ("ins", "del", "trPrChange", "divId", "cnfStyle"))
_OF_THIS_CELL_ONLY = tuple(W + tag for tag in ("cellIns", "cellDel", "cellMerge", "tcPrChange", "cnfStyle"))
_OF_THIS_TEXT_ONLY = tuple(
    W + tag for tag in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "highlight")
)


class SummaryTable:
    """The summary table of a draft, if it has one, with our row if one stands in it."""

    def __init__(self, lines: Sequence[Line], heading: str) -> None:
        self._heading = heading
        tables = (line.element for line in lines if line.is_table)
        found = next((rows for table in tables if _is_summary(rows := table.findall(W + "tr"))), [])
        own = wording.OWN | {heading.casefold()}
        self._earlier = [row for row in found if _first_text(row).casefold() in own]
        self._rows = [row for row in found if row not in self._earlier]
        self._saved: list[Element] = []

    @property
    def changed(self) -> bool:
        """Whether our row was changed by hand, or is not known to be ours."""
        return any(not _is_as_written(row) for row in self._earlier)

    def outcome(self, row: PilotRow | None) -> RowOutcome:
        """Return what will become of the row."""
        if row is None:
            return "kept" if self._earlier else "not_asked"
        if not self._rows:
            return "no_table"
        if self._sample() is None:
            return "no_row"
        return "replaced" if self._earlier else "added"

    def put(self, row: PilotRow, tracking: Tracking) -> None:
        """Put the row after the last obligatory one, before that on EU law."""
        sample = self._sample()
        if sample is None:
            return
        new = _like(sample, (self._heading, row.positive, row.negative))
        self._before().addnext(new)
        tracking.insert([new])
        add_bookmark([new], tracking, BOOKMARK)
        next(new.iter(W + "p")).extend(self._saved)

    def take_out(self, tracking: Tracking) -> None:
        """Take our earlier row out; `put` follows."""
        outright = not self.changed
        for row in self._earlier:
            remove_bookmarks(row, BOOKMARK)
            self._saved += tracking.delete(row, outright=outright)

    def _before(self) -> Element:
        """Return the row that the new one follows."""
        named = [at for at, row in enumerate(self._rows) if wording.is_mandatory(_first_text(row))]
        eu = [at for at, row in enumerate(self._rows) if wording.EU_LAW.search(_first_text(row))]
        last = [at for at in named if not eu or at < eu[0]]
        return self._rows[last[-1] if last else -1]

    def _sample(self) -> Element | None:
        """Return the nearest row of three plain cells, to be copied."""
        rows = [row for row in self._rows[1:] if _is_plain(row)]
        before = self._before() if self._rows else None
        return before if before in rows else next(iter(reversed(rows)), None)


def _is_summary(rows: Sequence[Element]) -> bool:
    return any(wording.SUMMARY.search(evened(shown(row))) for row in rows[:_HEAD_ROWS])


def _first_text(row: Element) -> str:
    cell = row.find(W + "tc")
    return "" if cell is None else evened(shown(cell))


def _is_as_written(row: Element) -> bool:
    names = [mark.get(W + "name", "") for mark in row.iter(W + "bookmarkStart")]
    return BOOKMARK + fingerprint([row]) in names


def _is_plain(row: Element) -> bool:
    cells = row.findall(W + "tc")
    merged = any(cell.find(f"{W}tcPr/{W}{tag}") is not None for cell in cells for tag in ("gridSpan", "vMerge"))
    return len(cells) == 3 and not merged


def _like(sample: Element, texts: Sequence[str]) -> Element:
    """Return a new row with the sample's properties and other texts."""
    row = make("tr")
    for kept in sample.iterchildren(W + "tblPrEx", W + "trPr"):
        row.append(_without(kept, _OF_THIS_ROW_ONLY))
    for cell, text in zip(sample.findall(W + "tc"), texts, strict=True):
        row.append(_cell_like(cell, text))
    return row


def _cell_like(sample: Element, text: str) -> Element:
    cell = make("tc", *(_without(kept, _OF_THIS_CELL_ONLY) for kept in sample.iterchildren(W + "tcPr")))
    paragraph = make("p")
    first = sample.find(W + "p")
    if first is not None:
        paragraph.extend(_without(kept, _OF_THIS_TEXT_ONLY) for kept in first.iterchildren(W + "pPr"))
    written = runs(sample)
    look = written[0].find(W + "rPr") if written else None
    paragraph.append(make_run(typeset(text), None if look is None else _without(look, _OF_THIS_TEXT_ONLY)))
    cell.append(paragraph)
    return cell


def _without(element: Element, tags: Sequence[str]) -> Element:
    copied = deepcopy(element)
    copied.tail = None
    for child in list(copied.iter(*tags)):
        parent = child.getparent()
        if parent is not None:
            parent.remove(child)
    return copied
