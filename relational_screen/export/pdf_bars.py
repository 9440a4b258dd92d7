"""Pictures as vectors in the PDF."""

from reportlab.platypus import Flowable

from relational_screen.export import pdf_style
from relational_screen.screening.picture import LINE, Label, Picture, Rect, hatch_lines


class PictureFlowable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture that stands in the text."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture
        self.width, self.height = picture.width, picture.height
        self.spaceAfter = 12

    def draw(self) -> None:
        """Paint the picture; reportlab has turned to its place on the page."""
        for shape in self.picture.shapes:
            if isinstance(shape, Label):
                self._label(shape)
            else:
                self._rect(shape)

    def _label(self, label: Label) -> None:
        self.canv.setFillColor(pdf_style.INK)
        self.canv.setFont(pdf_style.BOLD if label.bold else pdf_style.REGULAR, label.size)
        self.canv.saveState()
        self.canv.translate(label.x, self.height - label.y)
        self.canv.rotate(90 if label.turned else 0)
        self.canv.drawString(0, 0, pdf_style.shown(label.text))
        self.canv.restoreState()

    def _rect(self, rect: Rect) -> None:
        corner = rect.x, self.height - rect.y - rect.height, rect.width, rect.height
        if rect.role == "raises":
            self.canv.setFillColor(pdf_style.RAISES)
            self.canv.rect(*corner, stroke=0, fill=1)
            return
        self.canv.setStrokeColor(pdf_style.LOWERS if rect.role == "lowers" else pdf_style.RULE)
        self.canv.setLineWidth(LINE)
        if rect.role == "lowers":
            self.canv.lines([(x1, self.height - y1, x2, self.height - y2) for x1, y1, x2, y2 in hatch_lines(rect)])
        self.canv.rect(*corner, stroke=1, fill=0)
