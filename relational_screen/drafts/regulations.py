"""English instruments cut as they are cited: »regulation 3(2)(a)«, »section 4«, »article 1(2)«."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from relational_screen.drafts.draft import Level
from relational_screen.drafts.label_words import ENGLISH
from relational_screen.drafts.paragraph import Paragraph
from relational_screen.drafts.pieces import Piece, shortened

_NOUNS = {"regulations": "regulation", "rules": "rule", "order": "article", "act": "section", "bill": "clause"}
_INSTRUMENT = re.compile(rf"the .* ({'|'.join(_NOUNS)})(?: \d{{4}})?$", re.IGNORECASE)
_OPENS = re.compile(r"(\d{1,3})\.?(?P<first> ?[—–-]? ?\(1\)| 1)?[.—–]? (?=[A-Z“])")
_NUMBERED = re.compile(r"\(?(\d{1,3})\)? (?=[A-Z“])")
_LETTERED = re.compile(r"\(([a-z])\) ")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class _Place:
    """Where in an instrument one is; 0 and "" say that there is none."""

    noun: str
    number: int = 0
    subsection: int = 0
    letter: str = ""

    @property
    def label(self) -> str:
        subsection = f"({self.subsection})" if self.subsection else ""
        letter = f"({self.letter})" if self.letter else ""
        return f"{self.noun} {self.number}{subsection}{letter}"

    @property
    def level(self) -> Level:
        if self.letter:
            return "letter"
        return "subsection" if self.subsection else "section"

    def step(self, text: str) -> "_Place":
        """Return the place a paragraph opens, which is the present one where it goes on with it."""
        numbered = _NUMBERED.match(text)
        if numbered and self.subsection and int(numbered[1]) == self.subsection + 1:
            return replace(self, subsection=self.subsection + 1, letter="")
        opens = _OPENS.match(text)
        if opens and int(opens[1]) == self.number + 1:
            return _Place(self.noun, self.number + 1, 1 if opens["first"] else 0)
        lettered = _LETTERED.match(text)
        if lettered and self.number and lettered[1] == _LETTERS[_LETTERS.find(self.letter or "!") + 1]:
            return replace(self, letter=lettered[1])
        return self


def unit_of(title: str) -> str | None:
    """Return what the provisions of an instrument are called (»regulation«), or None where it is none."""
    match = _INSTRUMENT.match(title)
    return _NOUNS[match[1].lower()] if match else None


def opening_regulation(paragraphs: Sequence[Paragraph], after: int) -> int | None:
    """Return where the first provision stands, with the headings right before it."""
    opening = (index for index in range(after, len(paragraphs)) if _Place("").step(paragraphs[index].text).number)
    first = next(opening, None)
    while first and first - 1 > after and _heads(paragraphs[first - 1]):
        first -= 1
    return first


def regulations(paragraphs: Sequence[Paragraph], unit: str) -> list[Piece]:
    """Cut the provisions of an instrument, its parts and the headings between them."""
    place = _Place(unit)
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        following = place.step(paragraph.text)
        if following != place:
            place = following
            pieces.append(Piece(place.label, place.level, (paragraph,)))
        elif paragraph.mark and paragraph.mark.kind == "chapter":
            pieces.append(Piece(shortened(paragraph.mark.number), "chapter", (paragraph,)))
        elif _heads(paragraph):
            label = f"{ENGLISH.heading_before} {replace(place, number=place.number + 1, subsection=0, letter='').label}"
            pieces.append(Piece(label, "heading", (paragraph,)))
        else:
            pieces[-1] = pieces[-1].with_more(paragraph)
    return pieces


def _heads(paragraph: Paragraph) -> bool:
    return paragraph.heads or (paragraph.mark is not None and paragraph.mark.kind == "chapter")
