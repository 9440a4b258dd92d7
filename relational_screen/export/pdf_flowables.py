"""What stands in the text of a PDF, each with the element of the structure that it belongs to."""

from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable
from reportlab.platypus.paragraph import _SplitWord

from relational_screen.export.pdf_tags import Tag


class TaggedParagraph(PdfParagraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph whose text belongs to `tag`, its bullet to `label`, and its frame to nothing, on every page.

    reportlab draws bullet and frame before it begins the text.
    """

    tag: Tag | None = None
    label: Tag | None = None

    def tagged(self, tag: Tag, label: Tag | None = None) -> "TaggedParagraph":
        """Return the paragraph, which belongs to these elements from now on."""
        self.tag, self.label = tag, label
        return self

    def split(self, width: float, height: float) -> list["TaggedParagraph"]:
        """Return the part that has room and the rest; both belong to the same elements."""
        parts: list[TaggedParagraph] = super().split(width, height)
        for part in parts:
            part.tag, part.label = self.tag, self.label
        return parts

    def draw(self) -> None:
        """Draw bullet or frame, then the text, each in its own piece."""
        _part_lines(self.blPara)
        self.canv.begin(self.label if self.bulletText and self.blPara.lines else None)
        super().draw()
        self.canv.end()

    def beginText(self, x: float, y: float) -> Any:
        """Begin the text, where reportlab has drawn bullet and frame."""
        self.canv.end()
        self.canv.begin(self.tag)
        return super().beginText(x, y)


def _part_lines(text: Any) -> None:
    """Let every line end in a space, unless in the middle of a word: PDF parts words by nothing else (14.8.2.5).

    A text with line breaks of its own comes from reportlab as fragments, without a word on where words were broken.
    """
    for line in text.lines:
        if text.kind:
            last = next((fragment for fragment in reversed(line.words) if fragment.text), line.words[-1])
            last.text = last.text.rstrip() + " "
        elif line[1] and type(line[1][-1]) is not _SplitWord:
            line[1][-1] = line[1][-1].rstrip() + " "


class TaggedFlowable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Something drawn as one piece of a figure, which learns where it stands; or of nothing, such as a rule."""

    def __init__(self, content: Flowable, tag: Tag | None) -> None:
        super().__init__()
        self.content, self.tag = content, tag

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of the content."""
        self.width, self.height = self.content.wrap(width, height)
        return self.width, self.height

    def getSpaceBefore(self) -> float:
        """Return the space above, in points."""
        return float(self.content.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        """Return the space below, in points."""
        return float(self.content.getSpaceAfter())

    def draw(self) -> None:
        """Draw the content in a piece of its own."""
        if self.tag:
            x, y = self.canv.absolutePosition(0, 0)
            self.tag.boxes.append((x, y, x + self.width, y + self.height))
        with self.canv.marked(self.tag):
            self.content.drawOn(self.canv, 0, 0)


def mark_rules(table: PdfTable, event: str, *_where: Any) -> None:
    """Mark a table's backgrounds and rules as artifacts: what reportlab calls while it draws a table."""
    if event in {"startBG", "startLines"}:
        table.canv.begin(None)
    elif event in {"endBG", "endLines"}:
        table.canv.end()
