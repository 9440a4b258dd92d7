"""Running text with headings: remarks, reports, annexes, drafts in other languages."""

import re
from collections.abc import Sequence

from relational_screen.drafts.marks import is_title
from relational_screen.drafts.paragraph import Paragraph
from relational_screen.drafts.pieces import Piece, shortened

_TO = re.compile(r"Til (§§? ?\d.{0,20}|nr\. ?\d.{0,20}|stk\. ?\d.{0,20})$")
_TABLE_ROW = re.compile(r"\d\*?$|\d\D+\d\D+\d")
_BULLETS = "-–•*·▪"


class _Prose:
    """Walks through paragraphs and remembers the heading they stand under."""

    def __init__(self, base: str, start: str, trusted: bool) -> None:
        self.base = base
        self.place = start or base
        self.section = ""
        self.trusted = trusted
        self.count = 0
        self.pieces: list[Piece] = []

    def take(self, paragraph: Paragraph, may_head: bool) -> None:
        """Add a paragraph as a heading, a numbered provision, part of a list or a paragraph of its own."""
        if paragraph.label:
            self.pieces.append(Piece(paragraph.label, "paragraph", (paragraph,)))
        elif may_head and self._is_heading(paragraph):
            self._open(self._heading_label(paragraph))
            self.pieces.append(Piece(self.place, "heading", (paragraph,)))
        elif paragraph.text[0] in _BULLETS and self.pieces and self.pieces[-1].level != "heading":
            self.pieces[-1] = self.pieces[-1].with_more(paragraph)
        else:
            self.pieces.append(self._provision(paragraph) or self._next(paragraph))

    def _is_heading(self, paragraph: Paragraph) -> bool:
        if paragraph.heading or _TO.match(paragraph.text):
            return True
        mark = paragraph.mark
        if mark and mark.kind in ("point", "number", "chapter"):
            return is_title(paragraph.text)
        return paragraph.heads and not self.trusted and not _TABLE_ROW.search(paragraph.text)

    def _heading_label(self, paragraph: Paragraph) -> str:
        to = _TO.match(paragraph.text)
        if to:
            self.section = to[1] if to[1].startswith("§") else self.section
            parts = [self.section] if to[1] == self.section else [self.section, to[1]]
            return f"{self.base or 'Bemærkninger'} til {', '.join(part for part in parts if part)}"
        mark = paragraph.mark
        if mark and mark.kind in ("point", "number"):
            return self._under_base(f"pkt. {mark.number}")
        return self._under_base(shortened(mark.number if mark and mark.kind == "chapter" else paragraph.text))

    def _under_base(self, label: str) -> str:
        return f"{self.base}, {label}" if self.base else label

    def _open(self, place: str) -> None:
        self.place, self.count = place, 0

    def _provision(self, paragraph: Paragraph) -> Piece | None:
        """Return a numbered provision: »pkt. 7.1«, »pkt. 7.1, litra a«."""
        mark = paragraph.mark
        if mark is None or not (self.place or mark.kind == "point"):
            return None
        if mark.kind == "point":
            self._open(self._under_base(f"pkt. {mark.number}"))
            self.count = 1
            return Piece(self.place, "item", (paragraph,))
        if mark.kind in ("item", "number"):
            return Piece(f"{self.place}, nr. {mark.number}", "item", (paragraph,))
        if mark.kind == "letter":
            return Piece(f"{self.place}, litra {mark.number}", "letter", (paragraph,))
        return None

    def _next(self, paragraph: Paragraph) -> Piece:
        self.count += 1
        label = f"{self.place}, afsnit {self.count}" if self.place else f"afsnit {self.count}"
        return Piece(label, "paragraph", (paragraph,))


def prose(
    paragraphs: Sequence[Paragraph], trusted: bool, base: str = "", start: str = "", title: int = -1
) -> list[Piece]:
    """Label running text by heading and paragraph: »Indledning, afsnit 3«, »pkt. 7.1«, »afsnit 12«.

    `base` stands before every label (»Bilag 1«), `start` before those that come before the first heading. With
    `trusted` only what the file calls a heading is one. `title` says which paragraph is the draft's title; what
    stands before it is no heading.
    """
    walk = _Prose(base, start, trusted)
    for index, paragraph in enumerate(paragraphs):
        if index == title:
            walk.pieces.append(Piece("Titel", "title", (paragraph,)))
        else:
            walk.take(paragraph, may_head=title < index < len(paragraphs) - 1)
    return walk.pieces
