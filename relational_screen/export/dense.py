"""The look of a note that has one page: smaller type and less air than usual, never below 9 points.

Lengths are in points. Word and PDF share them, so that both break their lines nearly alike.
"""

from typing import NamedTuple

from relational_screen.export import look

SIDE = 18 * look.MILLIMETRE
TOP = 38.0
BELOW_FOOTER = 26.0
ABOVE_FOOTER = 10.0
TEXT_WIDTH = look.PAGE_WIDTH - 2 * SIDE
INDENT = 12.0
"""How far a list's text stands from the margin."""
BOX_PADDING = (4, 8, 4, 8)
ABOVE_RULE, BELOW_RULE = 4.0, 3.0


class Type(NamedTuple):
    """The size of a paragraph's type, the height of its lines, and the room before and after it."""

    size: float
    leading: float
    before: float = 0
    after: float = 0


BODY = Type(9.5, 12, 0, 3)
LEAD = Type(11, 14.5, 0, 6)
BOXED = Type(9.5, 12, 10, 12)
SMALL = Type(9, 11, 0, 2)
BULLET = Type(9.5, 12, 0, 1.5)
CAPTION = Type(9.5, 12, 4, 3)
CELL = Type(9, 11.5)
FOOTER = Type(9, 13)
HEADINGS: dict[int, Type] = {1: Type(14, 18, 0, 4), 2: Type(10.5, 13, 5, 1), 3: Type(10, 13, 5, 1)}


def is_dense(pages: int | None) -> bool:
    """Whether a note that may fill so many pages is set densely."""
    return pages == 1
