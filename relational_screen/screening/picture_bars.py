"""The picture of paired bars: a row for each arena or group, raising and lowering side by side."""

from dataclasses import dataclass, replace

from relational_screen.screening.document import BarPair, Bars
from relational_screen.screening.picture_shapes import (
    BAR_HEIGHT,
    SIZE,
    SLACK,
    Measure,
    Picture,
    Place,
    Shape,
    bar,
    row_of_texts,
    widest_word,
)

ROW_GAP = 9.0
COLUMN_GAP = 16.0
WORD_GAP = 6.0
LABEL_SHARE = 0.27
WIDEST_LABEL_SHARE = 0.4
LONGEST_WORD_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns stand: the label at 0, then for each side its bar and its word."""

    label: float
    raises: float
    lowers: float
    bar: float
    word: float


def bar_picture(bars: Bars, width: float, measure: Measure) -> Picture:
    """Lay the bars out on `width` points: a head, then one row for each pair. Long labels and words wrap."""
    grid = _grid(bars, width, measure)
    shapes, height = row_of_texts(_heads(bars, grid), 0.0, measure, bold=True)
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


def _grid(bars: Bars, width: float, measure: Measure) -> _Grid:
    unbroken = widest_word([pair.label for pair in bars.pairs], measure)
    label = max(width * LABEL_SHARE, min(unbroken, width * WIDEST_LABEL_SHARE))
    column = (width - label) / 2 - COLUMN_GAP
    words = [side.word for pair in bars.pairs for side in (pair.raises, pair.lowers)]
    widest = max((measure(word, SIZE, False) for word in words), default=0.0)
    word = max(min(widest, column * LONGEST_WORD_SHARE), min(widest_word(words, measure), column * 0.8)) + SLACK
    left = label + COLUMN_GAP
    return _Grid(label, left, left + column + COLUMN_GAP, column - word - WORD_GAP, word)


def _heads(bars: Bars, grid: _Grid) -> list[Place]:
    column = grid.bar + WORD_GAP + grid.word
    return [Place(grid.raises, column, bars.raises), Place(grid.lowers, column, bars.lowers)]


def _pair(pair: BarPair, grid: _Grid, top: float, measure: Measure) -> tuple[list[Shape], float]:
    beside = grid.bar + WORD_GAP
    texts, bottom = row_of_texts(
        [
            Place(0.0, grid.label, pair.label),
            Place(grid.raises + beside, grid.word, pair.raises.word),
            Place(grid.lowers + beside, grid.word, pair.lowers.word),
        ],
        top,
        measure,
    )
    raises = bar(float(pair.raises.value), grid.raises, top, grid.bar, BAR_HEIGHT, "raises")
    lowers = bar(float(pair.lowers.value), grid.lowers, top, grid.bar, BAR_HEIGHT, "lowers")
    return [*raises, *lowers, *texts], bottom
