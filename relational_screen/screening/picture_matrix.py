"""The picture of arenas by mechanisms: in each cell two small bars, raising above lowering, with their numbers."""

from dataclasses import dataclass, replace

from relational_screen.screening.document import Bar, Matrix, MatrixRow
from relational_screen.screening.picture_shapes import (
    ASCENT,
    BAR_HEIGHT,
    LEADING,
    SIZE,
    SLACK,
    Label,
    Measure,
    Picture,
    Place,
    Rect,
    Role,
    Shape,
    bar,
    row_of_texts,
    widest_word,
    wrapped,
)

NOT_ASKED = "–"
ROW_GAP = 10.0
COLUMN_GAP = 8.0
HEAD_GAP = 6.0
WORD_GAP = 3.0
SMALL_BAR = 8.0
LEAST_BAR = 15.0
WIDEST_CELL = 105.0
LABEL_SHARE = 0.2
WIDEST_LABEL_SHARE = 0.4
HEAD_LENGTH = 66.0
"""How long a turned head may be before it wraps, unless one of its words is longer."""
SAMPLE = 15.0
"""How long the bars are that stand in the corner and say which pattern is which."""
SAMPLE_GAP = 5.0

ROLES: tuple[Role, Role] = ("raises", "lowers")


@dataclass(frozen=True, slots=True)
class _Grid:
    """How wide things are: the whole, the rows' labels, a cell without its gap, and in it the bar and the word."""

    width: float
    label: float
    cell: float
    bar: float
    word: float
    turned: bool

    def left(self, column: int) -> float:
        return self.label + COLUMN_GAP + column * (self.cell + COLUMN_GAP)


def matrix_pictures(matrix: Matrix, width: float, height: float, measure: Measure) -> list[Picture]:
    """Lay the matrix out on `width` points, a row of cells for each arena.

    The columns' heads are turned where they would be cut. Where the cells are too narrow even so, or the picture is
    higher than `height`, it becomes several pictures on the same scale that repeat the labels.
    """
    columns = max(len(matrix.columns), 1)
    grid = _grid(matrix, columns, width, measure)
    while columns > 1 and not _fits(matrix, grid, measure):
        columns = (columns + 1) // 2
        grid = _grid(matrix, columns, width, measure)
    starts = range(0, len(matrix.columns), columns) or [0]
    parts = [_columns(matrix, slice(start, start + columns)) for start in starts]
    return [picture for part in parts for picture in _by_height(part, grid, height, measure)]


def _columns(matrix: Matrix, part: slice) -> Matrix:
    rows = tuple(MatrixRow(row.label, row.cells[part]) for row in matrix.rows)
    return replace(matrix, columns=matrix.columns[part], rows=rows)


def _by_height(matrix: Matrix, grid: _Grid, height: float, measure: Measure) -> list[Picture]:
    picture = _picture(matrix, grid, measure)
    half = len(matrix.rows) // 2
    if picture.height <= height or not half:
        return [picture]
    parts = replace(matrix, rows=matrix.rows[:half]), replace(matrix, rows=matrix.rows[half:])
    return [picture for part in parts for picture in _by_height(part, grid, height, measure)]


def _grid(matrix: Matrix, columns: int, width: float, measure: Measure) -> _Grid:
    samples = SAMPLE + SAMPLE_GAP + widest_word([matrix.raises, matrix.lowers], measure)
    unbroken = max(widest_word([row.label for row in matrix.rows], measure), samples) + SLACK
    label = max(width * LABEL_SHARE, min(unbroken, width * WIDEST_LABEL_SHARE))
    cell = min((width - label) / columns - COLUMN_GAP, WIDEST_CELL)
    word = min(widest_word(_words(matrix), measure) + SLACK, max(cell - LEAST_BAR - WORD_GAP, cell / 2))
    turned = columns > 1 and widest_word(matrix.columns, measure, bold=True) + SLACK > cell
    return _Grid(width, label, cell, cell - WORD_GAP - word, word, turned)


def _words(matrix: Matrix) -> list[str]:
    return [side.word for row in matrix.rows for pair in row.cells if pair for side in pair]


def _fits(matrix: Matrix, grid: _Grid, measure: Measure) -> bool:
    """Whether every word stands unbroken beside a bar that can be read, and every turned head is above its cell."""
    if grid.bar < LEAST_BAR or widest_word(_words(matrix), measure) > grid.word:
        return False
    return not grid.turned or all(len(lines) * LEADING <= grid.cell for lines in _turned_lines(matrix, measure))


def _turned_lines(matrix: Matrix, measure: Measure) -> list[list[str]]:
    length = max(HEAD_LENGTH, widest_word(matrix.columns, measure, bold=True))
    return [wrapped(head, length, measure, bold=True) for head in matrix.columns]


def _picture(matrix: Matrix, grid: _Grid, measure: Measure) -> Picture:
    heads, heads_height = (_turned if grid.turned else _lying)(matrix, grid, measure)
    samples, samples_height = _samples(matrix, grid, measure)
    height = max(heads_height, samples_height)
    shapes = [*_lowered(samples, height - samples_height), *_lowered(heads, height - heads_height)]
    for number, row in enumerate(matrix.rows):
        added, height = _row(row, grid, height + (ROW_GAP if number else HEAD_GAP), measure)
        shapes += added
    return Picture(grid.width, height, tuple(shapes))


def _lowered(shapes: list[Shape], by: float) -> list[Shape]:
    return [replace(shape, y=shape.y + by) for shape in shapes]


def _lying(matrix: Matrix, grid: _Grid, measure: Measure) -> tuple[list[Shape], float]:
    """Set the heads so that their last lines stand on the same line."""
    heights = [LEADING * len(wrapped(head, grid.cell, measure, bold=True)) for head in matrix.columns]
    height = max(heights, default=0.0)
    shapes: list[Shape] = []
    for number, (head, own) in enumerate(zip(matrix.columns, heights, strict=True)):
        shapes += row_of_texts([Place(grid.left(number), grid.cell, head)], height - own, measure, bold=True)[0]
    return shapes, height


def _turned(matrix: Matrix, grid: _Grid, measure: Measure) -> tuple[list[Shape], float]:
    """Set the heads so that they read upwards, the first line at the left."""
    lines = _turned_lines(matrix, measure)
    height = max(measure(line, SIZE, True) for column in lines for line in column) + SLACK
    return [
        Label(grid.left(number) + SIZE * ASCENT + LEADING * place, height, line, bold=True, turned=True)
        for number, column in enumerate(lines)
        for place, line in enumerate(column)
    ], height


def _samples(matrix: Matrix, grid: _Grid, measure: Measure) -> tuple[list[Shape], float]:
    """Show in the corner which pattern is which."""
    shapes: list[Shape] = []
    bottom = 0.0
    beside = SAMPLE + SAMPLE_GAP
    for role, word in zip(ROLES, (matrix.raises, matrix.lowers), strict=True):
        shapes.append(Rect(0.0, _middle(bottom), SAMPLE, SMALL_BAR, role))
        texts, bottom = row_of_texts([Place(beside, grid.label - beside, word)], bottom, measure)
        shapes += texts
    return shapes, bottom


def _row(row: MatrixRow, grid: _Grid, top: float, measure: Measure) -> tuple[list[Shape], float]:
    shapes, label_bottom = row_of_texts([Place(0.0, grid.label, row.label)], top, measure)
    cells = [(grid.left(number), pair) for number, pair in enumerate(row.cells) if pair]
    bottom = top
    for side, role in enumerate(ROLES):
        added, bottom = _sides([(x, pair[side]) for x, pair in cells], role, grid, bottom, measure)
        shapes += added
    indent = (grid.bar - measure(NOT_ASKED, SIZE, False)) / 2
    for number, pair in enumerate(row.cells):
        if pair is None:
            place = Place(grid.left(number) + indent, grid.cell, NOT_ASKED)
            shapes += row_of_texts([place], (top + bottom - LEADING) / 2, measure)[0]
    return shapes, max(bottom, label_bottom)


def _sides(
    sides: list[tuple[float, Bar]], role: Role, grid: _Grid, top: float, measure: Measure
) -> tuple[list[Shape], float]:
    """Set one direction of a row's cells: bars and the words beside them."""
    bars = [rect for x, side in sides for rect in bar(float(side.value), x, _middle(top), grid.bar, SMALL_BAR, role)]
    words = [Place(x + grid.bar + WORD_GAP, grid.word, side.word) for x, side in sides]
    texts, bottom = row_of_texts(words, top, measure)
    return [*bars, *texts], bottom


def _middle(top: float) -> float:
    """Return the upper edge of a small bar beside a line of text."""
    return top + (BAR_HEIGHT - SMALL_BAR) / 2
