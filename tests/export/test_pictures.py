"""The shapes of a picture are painted in the same places in the PDF and in the PNG. All words are invented."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from math import inf

import pypdfium2
import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from relational_screen.export import look, pdf_style
from relational_screen.export.pdf_bars import PictureFlowable
from relational_screen.export.png import png, text_width
from relational_screen.screening.document import Bar, BarPair, Bars, Matrix, MatrixRow
from relational_screen.screening.picture import Label, Picture, Rect, pictures

DOTS_PER_POINT = 300 / 72
NEAR = 14
"""How many of 255 steps a colour may be off: renderers round differently."""

Painter = Callable[[Picture], bytes]


def _in_pdf(picture: Picture) -> bytes:
    """Return the picture alone on a page of a PDF, rendered."""
    pdf_style.register_fonts()
    page = BytesIO()
    canvas = Canvas(page, (picture.width, picture.height))
    PictureFlowable(picture).drawOn(canvas, 0, 0)
    canvas.save()
    result = BytesIO()
    document = pypdfium2.PdfDocument(page.getvalue())
    document[0].render(scale=DOTS_PER_POINT).to_pil().save(result, "PNG")
    document.close()
    return result.getvalue()


def _side(value: int) -> Bar:
    return Bar(Decimal(value), str(value))


BARS = Bars(
    "T", "d", "øger", "mindsker", (BarPair("Hjem", _side(60), _side(35)), BarPair("Fritid", _side(0), _side(100)))
)
MECHANISMS = ("Steder at mødes", "Tid", "Kontinuitet", "Adgang", "Inklusion", "Støtte", "Nærhed", "Civilsamfund")
CELLS = (None, *((_side(number * 13), _side(95 - number * 12)) for number in range(1, 8)))
MATRIX = Matrix("T", "d", "øger", "mindsker", MECHANISMS, (MatrixRow("Hjem", CELLS), MatrixRow("Fritid", CELLS[::-1])))

painters = pytest.mark.parametrize("paint", [_in_pdf, png], ids=["pdf", "png"])
blocks = pytest.mark.parametrize("block", [BARS, MATRIX], ids=["bars", "matrix"])


def _laid_out(block: Bars | Matrix) -> Picture:
    (picture,) = pictures(block, look.TEXT_WIDTH, inf, text_width)
    return picture


def _painted(picture: Picture, paint: Painter) -> Image.Image:
    with Image.open(BytesIO(paint(picture))) as image:
        return image.convert("RGB")


def _share(image: Image.Image, colour: str, box: tuple[float, float, float, float], near: int = NEAR) -> float:
    """Return how much of a box, given in points, has a colour."""
    part = image.crop(tuple(round(edge * DOTS_PER_POINT) for edge in box))  # type: ignore[arg-type]  # four edges
    red, green, blue = ImageChops.difference(part, Image.new("RGB", part.size, f"#{colour}")).split()
    off = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(off[: near + 1]) / sum(off)


def _edges(rect: Rect, margin: float) -> tuple[float, float, float, float]:
    return rect.x + margin, rect.y + margin, rect.x + rect.width - margin, rect.y + rect.height - margin


def _rects(picture: Picture, role: str) -> list[Rect]:
    return [shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role == role]


def _bars(picture: Picture) -> list[Rect]:
    return _rects(picture, "raises") + _rects(picture, "lowers")


@painters
@blocks
def test_raising_bars_are_solid_and_lowering_ones_hatched_just_where_the_geometry_says(
    block: Bars | Matrix, paint: Painter
) -> None:
    picture = _laid_out(block)
    image = _painted(picture, paint)
    for rect in _rects(picture, "raises"):
        assert _share(image, look.RAISES, _edges(rect, 0.5)) > 0.99
    for rect in _rects(picture, "lowers"):
        assert 0.15 < _share(image, look.LOWERS, _edges(rect, -0.5), near=60) < 0.75
    for track in _rects(picture, "track"):
        upon = max([rect.width for rect in _bars(picture) if (rect.x, rect.y) == (track.x, track.y)], default=0)
        free = Rect(track.x + upon, track.y, track.width - upon, track.height, "track")
        if free.width > 3:
            assert _share(image, "FFFFFF", _edges(free, 1)) == 1


@painters
@blocks
def test_every_line_of_text_stands_where_the_geometry_says_and_no_ink_is_elsewhere(
    block: Bars | Matrix, paint: Painter
) -> None:
    picture = _laid_out(block)
    image = _painted(picture, paint)
    for shape in picture.shapes:
        box = _box(shape) if isinstance(shape, Label) else _edges(shape, -1)
        if isinstance(shape, Label):
            assert 0.02 < _share(image, look.INK, box, near=100) < 0.6, shape
        image.paste("white", tuple(round(edge * DOTS_PER_POINT) for edge in box))  # type: ignore[arg-type]  # four edges
    assert _share(image, "FFFFFF", (0, 0, picture.width, picture.height)) > 0.9999


def _box(label: Label) -> tuple[float, float, float, float]:
    width = text_width(label.text, label.size, label.bold)
    above, below = label.size * 0.8, label.size * 0.3
    if label.turned:
        return label.x - above, label.y - width - 1, label.x + below, label.y + 1
    return label.x - 1, label.y - above, label.x + width + 1, label.y + below


@painters
def test_a_turned_head_reads_upwards(paint: Painter) -> None:
    image = _painted(Picture(40, 80, (Label(20, 70, "MMM......", turned=True),)), paint)
    length = text_width("MMM", 9.5, False)
    first, last = (8, 70 - length, 24, 70), (8, 10, 24, 70 - length - 2)
    assert _share(image, look.INK, first, near=100) > _share(image, look.INK, last, near=100) * 3


@blocks
def test_a_picture_is_told_apart_in_grey(block: Bars | Matrix) -> None:
    picture = _laid_out(block)
    grey = _painted(picture, png).convert("L").convert("RGB")
    solid, hatched = [max(_rects(picture, role), key=lambda one: one.width) for role in ("raises", "lowers")]
    assert _share(grey, "FFFFFF", _edges(solid, 0.5)) == 0
    assert _share(grey, "FFFFFF", _edges(hatched, 1)) > 0.3


@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_as_wide_in_both_files_so_that_pictures_wrap_and_part_alike(bold: bool) -> None:
    for text in (*MECHANISMS, "ubetydelig (100)", "Arbejdsliv og beskæftigelse", "AV To 0-100"):
        assert text_width(text, 9.5, bold) == pytest.approx(pdf_style.text_width(text, 9.5, bold), abs=1e-6)
