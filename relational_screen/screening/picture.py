"""The picture of paired bars as plain geometry, painted alike on screen, in the PDF and in the Word file.

Lengths are in points and the origin is at the top left. Raising and lowering stand side by side and are never netted;
words stand beside the bars, so that nothing is carried by colour alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from relational_screen.screening.document import Bar, BarPair, Bars

Role = Literal["raises", "lowers", "track"]
Measure = Callable[[str, float, bool], float]
"""Returns a text's width in points, given its size in points and whether it is bold."""

SIZE = 9.5
LEADING = 12.0
BAR_HEIGHT = 11.0
ROW_GAP = 9.0
COLUMN_GAP = 16.0
WORD_GAP = 6.0
WORD_SLACK = 3.0  # letters are drawn on whole dots and may come out wider than they measure
LABEL_SHARE = 0.27
LONGEST_WORD_SHARE = 0.5
HATCH_STEP = 4.0
ASCENT = 0.76  # from the baseline up to the top of a capital with its accent, as a share of the size


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle. `track` is the outline of 0-100; `raises` is filled solid, `lowers` hatched and outlined."""

    x: float
    y: float
    width: float
    height: float
    role: Role


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; `y` is its baseline and `anchor` says which of its ends stands at `x`."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "end"] = "start"
    bold: bool = False
    size: float = SIZE


Shape = Rect | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's size and its shapes in the order in which they are painted."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns stand: the label at 0, then for each side its bar and its word."""

    label: float
    raises: float
    lowers: float
    bar: float
    word: float


def bar_picture(bars: Bars, width: float, measure: Measure) -> Picture:
    """Lay the bars out on `width` points: a head, then one row for each arena. Long labels and words wrap."""
    grid = _grid(bars, width, measure)
    shapes, height = _row_of_texts([(0.0, grid.label, ""), *_heads(bars, grid)], 0.0, measure, bold=True)
    for pair in bars.pairs:
        row, height = _pair(pair, grid, height + ROW_GAP, measure)
        shapes += row
    return Picture(width, height, tuple(shapes))


def bar_pictures(bars: Bars, width: float, height: float, measure: Measure) -> list[Picture]:
    """Lay the bars out as one picture, or as several with their heads repeated where one is higher than `height`."""
    picture = bar_picture(bars, width, measure)
    half = len(bars.pairs) // 2
    if picture.height <= height or not half:
        return [picture]
    parts = replace(bars, pairs=bars.pairs[:half]), replace(bars, pairs=bars.pairs[half:])
    return [picture for part in parts for picture in bar_pictures(part, width, height, measure)]


def hatch_lines(rect: Rect, step: float = HATCH_STEP) -> Iterator[tuple[float, float, float, float]]:
    """Yield the hatch of a rectangle as lines x1, y1, x2, y2 at 45 degrees, clipped to it."""
    for number in range(1, int((rect.width + rect.height) / step) + 1):
        along = number * step
        left, top = max(0.0, along - rect.height), max(0.0, along - rect.width)
        yield rect.x + left, rect.y + along - left, rect.x + along - top, rect.y + top


def wrapped(text: str, width: float, measure: Measure, *, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than `width`, inside a word only where the word alone is wider."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer, SIZE, bold) <= width:
            lines[-1] = longer
        else:
            lines += _pieces(word, width, measure, bold=bold)
    return [line for line in lines if line]


def _pieces(word: str, width: float, measure: Measure, *, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter, SIZE, bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _grid(bars: Bars, width: float, measure: Measure) -> _Grid:
    label = width * LABEL_SHARE
    column = (width - label) / 2 - COLUMN_GAP
    words = [bar.word for pair in bars.pairs for bar in (pair.raises, pair.lowers)]
    widest = max((measure(word, SIZE, False) for word in words), default=0.0)
    word = min(widest, column * LONGEST_WORD_SHARE) + WORD_SLACK
    left = label + COLUMN_GAP
    return _Grid(label, left, left + column + COLUMN_GAP, column - word - WORD_GAP, word)


def _heads(bars: Bars, grid: _Grid) -> list[tuple[float, float, str]]:
    column = grid.bar + WORD_GAP + grid.word
    return [(grid.raises, column, bars.raises), (grid.lowers, column, bars.lowers)]


def _pair(pair: BarPair, grid: _Grid, top: float, measure: Measure) -> tuple[list[Shape], float]:
    beside = grid.bar + WORD_GAP
    texts = [
        (0.0, grid.label, pair.label),
        (grid.raises + beside, grid.word, pair.raises.word),
        (grid.lowers + beside, grid.word, pair.lowers.word),
    ]
    shapes, bottom = _row_of_texts(texts, top, measure)
    bars = _bar(pair.raises, grid.raises, top, grid.bar, "raises") + _bar(
        pair.lowers, grid.lowers, top, grid.bar, "lowers"
    )
    return [*bars, *shapes], bottom


def _bar(bar: Bar, x: float, y: float, full: float, role: Role) -> list[Shape]:
    track = Rect(x, y, full, BAR_HEIGHT, "track")
    length = full * float(bar.value) / 100
    return [track, Rect(x, y, length, BAR_HEIGHT, role)] if length else [track]


def _row_of_texts(
    texts: Sequence[tuple[float, float, str]], top: float, measure: Measure, *, bold: bool = False
) -> tuple[list[Shape], float]:
    """Set texts, each with its x and width, from the same top down; return them and the row's lower edge."""
    shapes: list[Shape] = []
    most = 1
    first = top + BAR_HEIGHT / 2 + SIZE * ASCENT / 2
    for x, width, text in texts:
        lines = wrapped(text, width, measure, bold=bold)
        shapes += [Label(x, first + LEADING * number, line, bold=bold) for number, line in enumerate(lines)]
        most = max(most, len(lines))
    return shapes, top + LEADING * most
