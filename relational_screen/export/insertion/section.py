"""One note on its way into one draft: the old section out, the new one in, the row beside it."""

from relational_screen.drafts.docx_numbers import Numbering
from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.errors import N_, ScreenError
from relational_screen.export.insertion.compose import Composer
from relational_screen.export.insertion.earlier import add_bookmark, find_earlier, parted, remove_bookmarks
from relational_screen.export.insertion.elements import make
from relational_screen.export.insertion.model import Inserted, PilotRow
from relational_screen.export.insertion.numbers import counted_number, taken_numbers, typed_number
from relational_screen.export.insertion.outline import Outline
from relational_screen.export.insertion.package import WordFile
from relational_screen.export.insertion.pilot import SummaryTable
from relational_screen.export.insertion.place import Place, find_place, place_after, place_at
from relational_screen.export.insertion.samples import looks_of
from relational_screen.export.insertion.tables import table_look
from relational_screen.export.insertion.tracking import Tracking
from relational_screen.export.insertion.wording import without_number
from relational_screen.screening.document import Heading, NoteDocument

_STARTS = tuple(W + tag for tag in ("bookmarkStart", "commentRangeStart", "permStart"))


class Insertion:
    """Finds the place when it is made, and changes the document in `carry_out`."""

    def __init__(self, file: WordFile, note: NoteDocument, after: str | None) -> None:
        """Look through the draft.

        Raises:
            ScreenError: no place was found, or there is no such heading as `after`.
        """
        self._file = file
        self._note = note
        heading = next((without_number(block.text) for block in note.blocks if isinstance(block, Heading)), "")
        outline = Outline(file)
        self._styles = outline.styles
        self._all = outline.lines
        self._earlier = find_earlier(file.body, outline.lines, heading)
        self._lines, self._old = parted(outline.lines, self._earlier)
        self._summary = SummaryTable(outline.lines, heading)
        self._moved = after is not None
        self._place = self._find(after)

    def refuse_changed(self, row: PilotRow | None) -> None:
        """Stop where a hand-written change would be lost without a trace.

        Raises:
            ScreenError: the earlier section or row was changed by hand.
        """
        in_row = row is not None and self._summary.changed
        if in_row or (self._earlier is not None and self._earlier.changed):
            raise ScreenError(
                N_("The earlier text on relations in {name} was changed by hand."),
                N_("Insert with tracked changes, or say that the changed text may be replaced."),
                name=self._file.name,
            )

    def carry_out(self, tracking: Tracking, row: PilotRow | None) -> Inserted:
        """Change the document. The old goes first, so that its numbers are free again."""
        outcome = self._summary.outcome(row)
        blocks, spot = self._composed(), self._spot()
        saved = self._take_out_old(tracking)
        if row is not None:
            self._summary.take_out(tracking)
        for block in blocks:
            spot.addprevious(block)
        _remove(spot)
        tracking.insert(blocks)
        add_bookmark(blocks, tracking)
        next(blocks[0].iter(W + "p")).extend(saved)
        if row is not None:
            self._summary.put(row, tracking)
        return Inserted(self._heading_before(), self._number(blocks), bool(self._old), outcome)

    def _find(self, after: str | None) -> Place:
        if after is not None:
            return place_after(self._lines, after)
        heading = next((line for line in self._old if line.level), None)
        if self._earlier is not None and heading is not None:
            return place_at(self._lines, self._earlier.start, heading.level)
        return find_place(self._lines, self._file.name)

    def _composed(self) -> list[Element]:
        index = self._place.index
        looks = looks_of(self._place, self._lines, self._styles)
        table = table_look(self._lines, index, self._file.body, self._styles, looks.body)
        composer = Composer(looks, table, self._typed_number())
        return composer.compose(self._note, blank_before=index > 0 and self._lines[index - 1].is_blank)

    def _typed_number(self) -> str:
        """Return the number to type: that of the earlier section, which the draft may refer to, or a free one."""
        kept = next((line.number for line in self._old if line.level), "")
        if kept and self._place.sibling.number and not self._moved:
            return kept
        before = self._place.sibling in self._lines[: self._place.index]
        return typed_number(self._place.sibling, taken_numbers(self._lines), stands_before=before)

    def _spot(self) -> Element:
        """Return an element that marks where the section goes."""
        spot = make("p")
        if self._place.index == len(self._lines):
            self._all[-1].element.addnext(spot)
            return spot
        following = self._lines[self._place.index].element
        while (above := following.getprevious()) is not None and above.tag in _STARTS:
            following = above
        following.addprevious(spot)
        return spot

    def _take_out_old(self, tracking: Tracking) -> list[Element]:
        remove_bookmarks(self._file.body)
        outright = self._earlier is not None and not self._earlier.changed
        return [kept for line in self._old for kept in tracking.delete(line.element, outright=outright)]

    def _heading_before(self) -> str:
        before = reversed(self._lines[: self._place.index])
        return next((line.full for line in before if line.level == self._place.sibling.level), "")

    def _number(self, blocks: list[Element]) -> str:
        typed = self._typed_number()
        if typed:
            return typed
        numbering = Numbering(self._file.part("numbering.xml"), self._file.part("styles.xml"))
        return counted_number(self._file.body, blocks[:2], numbering) if self._place.sibling.counted else ""


def _remove(spot: Element) -> None:
    parent = spot.getparent()
    assert parent is not None
    parent.remove(spot)
