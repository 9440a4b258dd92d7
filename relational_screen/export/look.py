"""What a note looks like in every file: typeface, colours and measures. Lengths are in points."""

from collections.abc import Sequence
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
REGULAR = FONTS / "NotoSans-Regular.ttf"
BOLD = FONTS / "NotoSans-Bold.ttf"
ITALIC = FONTS / "NotoSans-Italic.ttf"

MILLIMETRE = 72 / 25.4
PAGE_WIDTH = 210 * MILLIMETRE
PAGE_HEIGHT = 297 * MILLIMETRE
MARGIN = 25 * MILLIMETRE
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
PICTURE_HEIGHT = 480

INK = "1A1A1A"
QUIET = "595959"
RULE = "BFC5CB"
TINT = "EEF1F4"
RAISES = "1F5FA8"
LOWERS = "A8481F"

LETTER = 5.6
"""A generous letter's width in a table, since the reader's computer may put another typeface in the Word file."""
BOLD_WIDER = 1.2
CELL_PADDING = 14


def column_widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths of a table's columns: each holds its longest word, and longer texts get more of the rest."""
    columns = list(zip(header, *rows, strict=True))
    needs = [max(_longest(head) * BOLD_WIDER, *map(_longest, rest), 0) for head, *rest in columns]
    if sum(needs) >= TEXT_WIDTH:
        return [TEXT_WIDTH / len(columns)] * len(columns)
    wishes = [max(_width(max(column, key=len)) - need, 1.0) for column, need in zip(columns, needs, strict=True)]
    left = TEXT_WIDTH - sum(needs)
    return [need + wish * left / sum(wishes) for need, wish in zip(needs, wishes, strict=True)]


def _longest(text: str) -> float:
    return _width(max(text.split(), key=len, default=""))


def _width(text: str) -> float:
    return len(text) * LETTER + CELL_PADDING
