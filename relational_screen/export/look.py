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

LETTER = 5.8
"""A generous letter's width in a table, since the reader's computer may put another typeface in the Word file."""
CELL_PADDING = 14
WIDEST_WISH = 260


def column_widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths of a table's columns: short columns get what they need, long ones share what is left."""
    wishes = [_wish(column) for column in zip(header, *rows, strict=True)]
    fair = TEXT_WIDTH / len(wishes)
    long = sum(wish for wish in wishes if wish > fair)
    if not long:
        return [wish * TEXT_WIDTH / sum(wishes) for wish in wishes]
    left = TEXT_WIDTH - sum(wish for wish in wishes if wish <= fair)
    return [wish if wish <= fair else wish * left / long for wish in wishes]


def _wish(texts: Sequence[str]) -> float:
    return min(max(map(len, texts)) * LETTER + CELL_PADDING, WIDEST_WISH)
