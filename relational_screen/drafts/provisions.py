"""One section of an act, an order or a local plan cut into stk., nr., litra and numbered points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from relational_screen.drafts.draft import Level
from relational_screen.drafts.label_words import DANISH, LabelWords
from relational_screen.drafts.marks import Mark
from relational_screen.drafts.paragraph import Paragraph
from relational_screen.drafts.pieces import Piece

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True)
class Place:
    """Where in a section one is."""

    base: str
    subsection: str | None = None
    item: str | None = None
    letter: str | None = None
    words: LabelWords = DANISH

    @property
    def label(self) -> str:
        """The label a lawyer would cite."""
        named = (
            (self.words.subsection, self.subsection),
            (self.words.item, self.item),
            (self.words.letter, self.letter),
        )
        return ", ".join([self.base, *(f"{word} {number}" for word, number in named if number)])

    @property
    def level(self) -> Level:
        """What kind of piece stands here."""
        if self.letter:
            return "letter"
        if self.item:
            return "item"
        return "subsection" if self.subsection or not self.base.startswith("§") else "section"

    def step(self, mark: Mark | None, text: str) -> "Place | None":
        """Return the place a paragraph with this mark opens, or None where it goes on with the present one."""
        if mark is None:
            return None
        if mark.kind == "point":
            return Place(f"{self.words.point} {mark.number}", words=self.words)
        if mark.kind == "subsection":
            return replace(self, subsection=mark.number, item=None, letter=None)
        if mark.kind == "item" or (mark.kind == "number" and self._counts_on(mark.number, text)):
            return replace(self, item=mark.number, letter=None)
        if mark.kind == "letter" and self._spells_on(mark.number):
            return replace(self, letter=mark.number)
        return None

    def _counts_on(self, number: str, text: str) -> bool:
        """Tell whether »2.« is the next of a list; a paragraph that itself holds »2. … 3. …« is no single item."""
        expected = int(self.item) + 1 if self.item and self.item.isdigit() else 1
        holds_next = re.search(rf"\s{expected + 1}\. [A-ZÆØÅ]", text) is not None
        return int(number) == expected and not holds_next

    def _spells_on(self, letter: str) -> bool:
        """Tell whether »b)« follows the present letter; »i)« after »a)« is a roman number inside litra a."""
        before = _ALPHABET.index(self.letter) if self.letter else -1
        return 0 < _ALPHABET.index(letter) - before <= 2


def cited(paragraphs: Sequence[Paragraph], base: str, words: LabelWords = DANISH) -> list[Piece]:
    """Cut the paragraphs of one section; the first stk. is named only where there are several."""
    several = any(p.mark and p.mark.kind == "subsection" and p.mark.number != "1" for p in paragraphs)
    place = Place(base, "1" if several else None, words=words)
    pieces = [Piece(place.label, place.level, (paragraphs[0],))]
    for paragraph in paragraphs[1:]:
        place = _only_stk(place.step(paragraph.mark, paragraph.text), several) or place
        if place.label == pieces[-1].label:
            pieces[-1] = pieces[-1].with_more(paragraph)
        else:
            pieces.append(Piece(place.label, place.level, (paragraph,)))
    return pieces


def _only_stk(place: Place | None, several: bool) -> Place | None:
    """Leave »stk. 1« out where a section has no other."""
    if place and place.subsection == "1" and not several:
        return replace(place, subsection=None)
    return place
