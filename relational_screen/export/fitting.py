"""A note that may fill so many pages and no more: shortened until it fits."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from relational_screen.screening.document import NoteDocument, Paragraph

SPARE = Paragraph("–\n–", "small")
"""Lines kept free at the end, since a reader's Word sets lines a little higher or wider than the PDF."""


def fitted(make: Callable[[int], NoteDocument], levels: int, pages_of: Callable[[NoteDocument], int]) -> NoteDocument:
    """Return the fullest note that fits its pages, or the shortest of all.

    Args:
        make: makes the note at a level: 0 is the fullest, `levels` - 1 the shortest.
        levels: how many levels there are.
        pages_of: counts the pages that a note fills.
    """

    def fits(level: int) -> bool:
        note = make(level)
        return note.pages is None or pages_of(replace(note, blocks=(*note.blocks, SPARE))) <= note.pages

    return make(bisect_left(range(levels - 1), True, key=fits))
