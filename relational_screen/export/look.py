"""What a note looks like in every file: typeface, colours and measures. Lengths are in points."""

from collections.abc import Sequence
from math import ceil
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

LETTER_WIDTHS = {**dict.fromkeys("fijlrtI.,:;!'()[]/- ", 4.0), **dict.fromkeys("mwMW%@", 9.3)}
OTHER_LETTER = 5.8
CAPITAL = 7.0
"""Generous widths in a table, since the reader's computer may put another typeface in the Word file."""

BOLD_WIDER = 1.08
CELL_PADDING = 14


def column_widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths of a table's columns: each holds its longest word, and more text gets more room."""
    columns = list(zip(header, *rows, strict=True))
    needs = [max(_longest(head) * BOLD_WIDER, *map(_longest, rest), 0) for head, *rest in columns]
    if sum(needs) >= TEXT_WIDTH:
        return _shared_out(needs, TEXT_WIDTH)
    means = [sum(map(_width, column)) / len(column) for column in columns]
    wishes = [max(mean - need, 1.0) for mean, need in zip(means, needs, strict=True)]
    left = TEXT_WIDTH - sum(needs)
    return [need + wish * left / sum(wishes) for need, wish in zip(needs, wishes, strict=True)]


def lines(text: str, width: float) -> int:
    """Return about how many lines a text takes in a table's column."""
    return ceil(_width(text) / max(width - CELL_PADDING, 1.0))


def _shared_out(needs: Sequence[float], width: float) -> list[float]:
    """Give each column what it needs up to a limit that is the same for all, so that the widest ones give way."""
    left, limits = width, dict.fromkeys(range(len(needs)), 0.0)
    for place, column in enumerate(sorted(limits, key=needs.__getitem__)):
        limits[column] = min(needs[column], left / (len(needs) - place))
        left -= limits[column]
    return list(limits.values())


def _longest(text: str) -> float:
    return _width(max(text.split(), key=len, default=""))


def _width(text: str) -> float:
    return sum(map(_letter, text)) + CELL_PADDING


def _letter(letter: str) -> float:
    return LETTER_WIDTHS.get(letter, CAPITAL if letter.isupper() else OTHER_LETTER)
