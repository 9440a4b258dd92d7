"""Paints a picture as PNG, for files that cannot hold it as vectors."""

from functools import cache
from io import BytesIO
from math import ceil

from PIL import Image, ImageDraw, ImageFont

from relational_screen.export import look
from relational_screen.export.plain import plain
from relational_screen.screening.picture import LINE, Label, Picture, Rect, hatch_lines

DOTS_PER_INCH = 300
_DOTS_PER_POINT = DOTS_PER_INCH / 72
_LINE = round(LINE * _DOTS_PER_POINT)
_MEASURED_AT = 1000  # the typeface's own units, so that widths are exact


def text_width(text: str, size: float, bold: bool) -> float:
    """Return a text's width in points."""
    return _font(_MEASURED_AT, bold).getlength(plain(text)) * size / _MEASURED_AT


def png(picture: Picture) -> bytes:
    """Return the picture as PNG at 300 dots an inch, on white."""
    size = round(picture.width * _DOTS_PER_POINT), round(picture.height * _DOTS_PER_POINT)
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for shape in picture.shapes:
        if isinstance(shape, Label):
            _label(image, shape)
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


def _label(image: Image.Image, label: Label) -> None:
    """Print a line of text; it is drawn lying and turned whole."""
    font = _font(label.size * _DOTS_PER_POINT, label.bold)
    words = plain(label.text)
    above, below = font.getmetrics()
    length = max(ceil(font.getlength(words)), 1)
    line = Image.new("L", (length, above + below))
    ImageDraw.Draw(line).text((0, above), words, font=font, fill=255, anchor="ls")
    x, y = map(round, _dots(label.x, label.y))
    if label.turned:
        image.paste(f"#{look.INK}", (x - above, y - length), line.transpose(Image.Transpose.ROTATE_90))
    else:
        image.paste(f"#{look.INK}", (x, y - above), line)


def _rect(pen: ImageDraw.ImageDraw, rect: Rect) -> None:
    corners = _dots(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
    if rect.role == "raises":
        pen.rectangle(corners, fill=f"#{look.RAISES}")
    elif rect.role == "track":
        pen.rectangle(corners, outline=f"#{look.RULE}", width=_LINE)
    else:
        for line in hatch_lines(rect):
            pen.line(_dots(*line), fill=f"#{look.LOWERS}", width=_LINE)
        pen.rectangle(corners, outline=f"#{look.LOWERS}", width=_LINE)
