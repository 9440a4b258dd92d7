"""A draft's paragraphs cut into passages with the labels a lawyer would cite."""

from collections.abc import Sequence
from dataclasses import replace

from relational_screen.drafts.amending import amendments, section_label
from relational_screen.drafts.draft import Passage
from relational_screen.drafts.label_words import ENGLISH, LabelWords, label_words
from relational_screen.drafts.marks import MOST_HEADINGS
from relational_screen.drafts.paragraph import Paragraph
from relational_screen.drafts.parts import ACT_TITLE, Part, divided
from relational_screen.drafts.pieces import Piece, passages_of, shortened
from relational_screen.drafts.prose import prose
from relational_screen.drafts.provisions import cited
from relational_screen.drafts.regulations import opening_regulation, regulations, unit_of

LONGEST_DRAFT_TITLE = 200
"""Characters; longer ones are shortened."""


def structured(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Passage, ...]]:
    """Return the draft's title and its passages, which hold every word of it in order.

    Sections are found by their marks (»§ 1«, »§ 24 a.«, »§ 4 Arealanvendelse«); what stands before, between and
    after them is labelled by heading and paragraph. Labels are in the draft's language.
    """
    parts = divided(paragraphs)
    index = _title_index(parts[0].paragraphs)
    title = paragraphs[max(index, 0)].text
    words = label_words(paragraphs)
    cutter = _Cutter(words, trusted=any(paragraph.heading for paragraph in paragraphs))
    unit = unit_of(title) if words == ENGLISH else None
    first = opening_regulation(paragraphs, index + 1) if unit else None
    pieces = cutter.instrument(paragraphs, unit, first, index) if unit and first else cutter.act(parts, index)
    return shortened(title, LONGEST_DRAFT_TITLE), passages_of(pieces)


class _Cutter:
    """Labels the paragraphs of parts, each in the way of its kind.

    With `trusted` only what the file itself calls a heading is one.
    """

    def __init__(self, words: LabelWords, trusted: bool) -> None:
        self.words = words
        self.trusted = trusted

    def act(self, parts: Sequence[Part], title: int) -> list[Piece]:
        """Cut an act, a plan or a report."""
        start = self.words.opening if any(part.kind == "section" for part in parts) else ""
        before = prose(parts[0].paragraphs, self.trusted, start=start, title=title, words=self.words)
        return before + self._all(parts[1:])

    def instrument(self, paragraphs: Sequence[Paragraph], unit: str, first: int, title: int) -> list[Piece]:
        """Cut an English instrument: preamble, provisions, and what follows the signature or stands in a schedule."""
        ends = ("closing", "remarks", "annex")
        found = (at for at in range(first, len(paragraphs)) if (mark := paragraphs[at].mark) and mark.kind in ends)
        last = next(found, len(paragraphs))
        before = prose(paragraphs[:first], self.trusted, start=self.words.opening, title=title, words=self.words)
        after = divided(paragraphs[last:])[1:]
        return before + regulations(paragraphs[first:last], unit) + self._all(after)

    def _all(self, parts: Sequence[Part]) -> list[Piece]:
        following = [parts[index + 1 : index + MOST_HEADINGS] for index in range(len(parts))]
        return [piece for part, after in zip(parts, following, strict=True) for piece in self._cut(part, after)]

    def _cut(self, part: Part, following: Sequence[Part]) -> list[Piece]:
        paragraphs, mark = part.paragraphs, part.mark
        if part.kind == "section" and mark:
            return self._section(part, section_label(mark))
        if part.kind == "chapter" and mark:
            return [Piece(mark.number, "chapter", tuple(paragraphs))]
        if part.kind == "headings":
            next_mark = next((after.mark for after in following if after.kind == "section"), None)
            before = f"{self.words.heading_before} {section_label(next_mark)}" if next_mark else ""
            return [Piece(before or shortened(paragraphs[0].text), "heading", tuple(paragraphs))]
        if part.kind in ("prose", "notes"):
            return prose(paragraphs, self.trusted, words=self.words)
        if part.resumes:
            return prose(paragraphs, self.trusted, self._under(part.resumes), words=self.words)
        return self._headed(part)

    def _section(self, part: Part, label: str) -> list[Piece]:
        if part.amending:
            return amendments(part.paragraphs, label)
        return cited(part.paragraphs, label, self.words)

    def _headed(self, part: Part) -> list[Piece]:
        """Cut a part that begins with its own heading: contents, annex, signature, remarks, a later act."""
        under = self._under(part)
        label = under if part.kind in ("annex", "closing", "later act") else shortened(part.paragraphs[0].text)
        heading, rest = Piece(label, "heading", (part.paragraphs[0],)), part.paragraphs[1:]
        if part.kind == "later act":
            return [heading, *_later_act(rest, under, self.words)]
        if part.kind == "contents":
            return [heading, *self._contents(rest, label)]
        return [heading, *prose(rest, self.trusted, under, words=self.words)]

    def _contents(self, lines: Sequence[Paragraph], label: str) -> list[Piece]:
        """Return the lines of a contents list, each a heading: no answer can rest on them."""
        return [
            Piece(f"{label}, {self.words.paragraph} {number}", "heading", (line,))
            for number, line in enumerate(lines, 1)
        ]

    def _under(self, part: Part) -> str:
        """Return what stands before the labels under a part's own heading."""
        heading = shortened(part.paragraphs[0].text)
        if part.kind == "closing":
            return self.words.closing
        if part.kind in ("annex", "later act") and part.mark:
            return part.mark.number
        return self.words.remarks if "emærkninger" in heading else heading


def _later_act(paragraphs: Sequence[Paragraph], act: str, words: LabelWords) -> list[Piece]:
    """Cut the sections that a consolidated act quotes from a later one: »§ 55, stk. 8, i lov nr. 718 af …«."""
    groups: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if not groups or (paragraph.mark and paragraph.mark.kind == "section"):
            groups.append([])
        groups[-1].append(paragraph)
    name = act[0].lower() + act[1:]
    pieces = []
    for group in groups:
        mark = group[0].mark
        base = section_label(mark) if mark and mark.kind == "section" else words.opening
        pieces += [replace(piece, label=f"{piece.label}, i {name}") for piece in cited(group, base, words)]
    return pieces


def _title_index(paragraphs: Sequence[Paragraph]) -> int:
    """Return where the title stands: an act's title, else the first heading, else the first paragraph.

    A draft that begins with a section has none: -1.
    """
    for index, paragraph in enumerate(paragraphs[:20]):
        if ACT_TITLE.match(paragraph.text):
            return index
    return next(
        (index for index, paragraph in enumerate(paragraphs[:20]) if paragraph.heading), min(len(paragraphs), 1) - 1
    )
