"""A note's pictures as plain geometry, painted alike on screen, in the PDF and in the Word file.

Raising and lowering stand beside each other and are never netted; patterns and words say what the colours say.
"""

from relational_screen.screening.document import Bars, Matrix
from relational_screen.screening.picture_bars import bar_picture, bar_pictures
from relational_screen.screening.picture_matrix import matrix_pictures
from relational_screen.screening.picture_shapes import LINE, Label, Measure, Picture, Rect, Shape, hatch_lines

__all__ = [
    "LINE",
    "Label",
    "Measure",
    "Picture",
    "Rect",
    "Shape",
    "bar_picture",
    "bar_pictures",
    "hatch_lines",
    "matrix_pictures",
    "pictures",
]


def pictures(block: Bars | Matrix, width: float, height: float, measure: Measure) -> list[Picture]:
    """Lay a block out on `width` points, as several pictures where one would be higher than `height`."""
    if isinstance(block, Matrix):
        return matrix_pictures(block, width, height, measure)
    return bar_pictures(block, width, height, measure)
