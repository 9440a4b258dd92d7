"""Running text with headings: remarks, reports, annexes, drafts in other languages."""

import re
from collections.abc import Sequence

from relational_screen.drafts.label_words import DANISH, LabelWords
from relational_screen.drafts.marks import is_title
from relational_screen.drafts.paragraph import Paragraph
from relational_screen.drafts.pieces import Piece, shortened

_TO = re.compile(r"Til ((?:§§? ?|nr\. ?|stk\. ?)\d.{0,20}?)(?: ?\(.{1,80}\))?$")
_BARE_NUMBER = re.compile(r"(\d{1,2}) (?=[A-ZÆØÅ][a-zæøå])")
_TABLE_ROW = re.compile(r"\d\*?$|\d\D+\d\D+\d")
_BULLETS = "-–•*·▪"


class _Prose:
    """Walks through paragraphs and remembers the heading they stand under.

    Remarks to a bill number their headings; where they do, a short line (»Ingen« in a table) is none.
    """

    def __init__(self, base: str, start: str, trusted: bool, words: LabelWords) -> None:
        self.words = words
        self.base = base
        self.place = start or base
        self.section = self.item = ""
        self.trusted = trusted
        self.count = self.number = 0
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
            goes_on = mark.kind != "number" or int(mark.number) > self.number
            return goes_on and is_title(paragraph.text)
        numbered = self.base == self.words.remarks and bool(self.number or self.section)
        return paragraph.heads and not (self.trusted or numbered or _TABLE_ROW.search(paragraph.text))

    def _heading_label(self, paragraph: Paragraph) -> str:
        to = _TO.match(paragraph.text)
        if to:
            return self._remarked(to[1])
        mark = paragraph.mark
        bare = _BARE_NUMBER.match(paragraph.text)
        number = bare[1] if bare else mark.number if mark and mark.kind in ("point", "number") else ""
        self.number = int(number.split(".")[0]) if number else 0
        if number:
            return self._under_base(f"{self.words.point} {number}")
        return self._under_base(shortened(mark.number if mark and mark.kind == "chapter" else paragraph.text))

    def _remarked(self, to: str) -> str:
        """Return what »Til § 1«, »Til nr. 2« remark on; »Til § 8 a« under an item is a section that it inserts."""
        parts = [self.section, self.item, f"jf. {to}"]
        if not to.startswith("§"):
            self.item = to
            parts = [self.section, to]
        elif not self.item or _follows(to, self.section):
            self.section, self.item = to, ""
            parts = [to]
        return f"{self.base or self.words.remarks} til {', '.join(part for part in parts if part)}"

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
            self._open(self._under_base(f"{self.words.point} {mark.number}"))
            self.count = 1
            return Piece(self.place, "item", (paragraph,))
        if mark.kind in ("item", "number"):
            return Piece(f"{self.place}, {self.words.item} {mark.number}", "item", (paragraph,))
        if mark.kind == "letter":
            return Piece(f"{self.place}, {self.words.letter} {mark.number}", "letter", (paragraph,))
        return None

    def _next(self, paragraph: Paragraph) -> Piece:
        self.count += 1
        number = f"{self.words.paragraph} {self.count}"
        label = f"{self.place}, {number}" if self.place else number
        return Piece(label, "paragraph", (paragraph,))


def _follows(to: str, section: str) -> bool:
    """Tell whether »§ 2« is the next after »§ 1«, so that it is a section of the bill itself."""
    number, before = re.fullmatch(r"§ ?(\d+)", to), re.match(r"§§? ?(\d+)", section)
    return number is not None and (before is None or int(number[1]) == int(before[1]) + 1)


def prose(
    paragraphs: Sequence[Paragraph],
    trusted: bool,
    base: str = "",
    start: str = "",
    title: int = -1,
    words: LabelWords = DANISH,
) -> list[Piece]:
    """Label running text by heading and paragraph: »Indledning, afsnit 3«, »pkt. 7.1«, »afsnit 12«.

    `base` stands before every label (»Bilag 1«), `start` before those that come before the first heading. With
    `trusted` only what the file calls a heading is one. `title` says which paragraph is the draft's title; what
    stands before it is no heading.
    """
    walk = _Prose(base, start, trusted, words)
    for index, paragraph in enumerate(paragraphs):
        if index == title:
            walk.pieces.append(Piece(words.title, "title", (paragraph,)))
        else:
            walk.take(paragraph, may_head=title < index < len(paragraphs) - 1)
    return walk.pieces
