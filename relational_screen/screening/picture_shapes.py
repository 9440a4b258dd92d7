"""What pictures are made of: rectangles and lines of text, in points, with the origin at the top left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["raises", "lowers", "track"]
Measure = Callable[[str, float, bool], float]
"""Returns a text's width in points, given its size in points and whether it is bold."""

SIZE = 9.5
LEADING = 12.0
BAR_HEIGHT = 11.0
SLACK = 3.0
"""Room beside a text, since letters are drawn on whole dots and may come out wider than they measure."""
HATCH_STEP = 4.0
LINE = 0.9  # how thick hatches and outlines are
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
    """A line of text that begins at `x` on the baseline `y`; a turned one reads upwards from there."""

    x: float
    y: float
    text: str
    bold: bool = False
    size: float = SIZE
    turned: bool = False


Shape = Rect | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's size and its shapes in the order in which they are painted."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is set: its left edge, the width it wraps to, and the text."""

    x: float
    width: float
    text: str


def hatch_lines(rect: Rect, step: float = HATCH_STEP) -> Iterator[tuple[float, float, float, float]]:
    """Yield the hatch of a rectangle as lines x1, y1, x2, y2 at 45 degrees, clipped to it."""
    for number in range(1, int((rect.width + rect.height) / step) + 1):
        along = number * step
        left, top = max(0.0, along - rect.height), max(0.0, along - rect.width)
        yield rect.x + left, rect.y + along - left, rect.x + along - top, rect.y + top


def bar(value: float, x: float, y: float, full: float, height: float, role: Role) -> list[Rect]:
    """Return the track of 0-100, `full` long, and upon it a bar for the value where it is not 0."""
    track = Rect(x, y, full, height, "track")
    return [track, Rect(x, y, full * value / 100, height, role)] if value else [track]


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


def widest_word(texts: Sequence[str], measure: Measure, *, bold: bool = False) -> float:
    """Return the width that holds every word of some texts unbroken."""
    return max((measure(word, SIZE, bold) for text in texts for word in text.split()), default=0.0)


def row_of_texts(
    places: Sequence[Place], top: float, measure: Measure, *, bold: bool = False
) -> tuple[list[Shape], float]:
    """Set texts from the same top down, their first lines in the middle of a bar; return them and the lower edge."""
    shapes: list[Shape] = []
    most = 1
    first = top + BAR_HEIGHT / 2 + SIZE * ASCENT / 2
    for place in places:
        lines = wrapped(place.text, place.width, measure, bold=bold)
        shapes += [Label(place.x, first + LEADING * number, line, bold) for number, line in enumerate(lines)]
        most = max(most, len(lines))
    return shapes, top + LEADING * most


def _pieces(word: str, width: float, measure: Measure, *, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter, SIZE, bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
