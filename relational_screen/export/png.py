"""Paints a picture as PNG, for files that cannot hold it as vectors."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from relational_screen.export import look
from relational_screen.export.plain import plain
from relational_screen.screening.picture import Label, Picture, Rect, hatch_lines

DOTS_PER_INCH = 200
_DOTS_PER_POINT = DOTS_PER_INCH / 72
_MEASURED_AT = 100


def text_width(text: str, size: float, bold: bool) -> float:
    """Return a text's width in points."""
    return _font(_MEASURED_AT, bold).getlength(plain(text)) * size / _MEASURED_AT


def png(picture: Picture) -> bytes:
    """Return the picture as PNG at 200 dots an inch, on white."""
    size = round(picture.width * _DOTS_PER_POINT), round(picture.height * _DOTS_PER_POINT)
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for shape in picture.shapes:
        if isinstance(shape, Label):
            _label(pen, shape)
        else:
            _rect(pen, shape)
    result = BytesIO()
    image.save(result, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), optimize=True)
    return result.getvalue()


@cache
def _font(dots: float, bold: bool) -> ImageFont.FreeTypeFont:
    path = look.BOLD if bold else look.REGULAR
    return ImageFont.truetype(str(path), dots, layout_engine=ImageFont.Layout.BASIC)


def _dots(*points: float) -> list[float]:
    return [point * _DOTS_PER_POINT for point in points]


def _label(pen: ImageDraw.ImageDraw, label: Label) -> None:
    font = _font(label.size * _DOTS_PER_POINT, label.bold)
    anchor = "ls" if label.anchor == "start" else "rs"
    x, y = _dots(label.x, label.y)
    pen.text((x, y), plain(label.text), font=font, fill=f"#{look.INK}", anchor=anchor)


def _rect(pen: ImageDraw.ImageDraw, rect: Rect) -> None:
    corners = _dots(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
    if rect.role == "raises":
        pen.rectangle(corners, fill=f"#{look.RAISES}")
    elif rect.role == "track":
        pen.rectangle(corners, outline=f"#{look.RULE}", width=2)
    else:
        for line in hatch_lines(rect):
            pen.line(_dots(*line), fill=f"#{look.LOWERS}", width=4)
        pen.rectangle(corners, outline=f"#{look.LOWERS}", width=3)
