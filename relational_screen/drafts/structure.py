"""A draft's paragraphs cut into passages with the labels a lawyer would cite."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from relational_screen.drafts.amending import amendments, amends, section_label
from relational_screen.drafts.draft import Passage
from relational_screen.drafts.marks import MOST_HEADINGS, Mark
from relational_screen.drafts.paragraph import Paragraph
from relational_screen.drafts.pieces import Piece, passages_of, shortened
from relational_screen.drafts.prose import prose
from relational_screen.drafts.provisions import cited

PartKind = Literal["prose", "contents", "chapter", "headings", "section", "annex", "closing", "remarks", "notes"]
LONGEST_DRAFT_TITLE = 200
"""Characters; longer ones are shortened."""

_AFTER_THE_ACT = ("annex", "closing", "remarks", "notes")
_CONTENTS = re.compile(r"(?:indhold(?:sfortegnelse)?|contents|innhold(?:sfortegnelse)?)$", re.IGNORECASE)
_ENDS_WITH_PAGE = re.compile(r"\D\d{1,3}$")
_TITLE = re.compile(
    r"(?:(?:forslag|udkast) til )?(?:lov|lovbekendtgørelse|bekendtgørelse|anordning|cirkulære|lokalplan|kommuneplan\w*"
    r"|tillæg)\b(?!forslag)|the .* (?:regulations|act|order|bill)(?: \d{4})?$",
    re.IGNORECASE,
)


@dataclass
class _Part:
    """A run of paragraphs that is cut in one way."""

    kind: PartKind
    paragraphs: list[Paragraph] = field(default_factory=list)
    amending: bool = False

    @property
    def mark(self) -> Mark | None:
        return self.paragraphs[0].mark

    @property
    def waits_for_title(self) -> bool:
        """Whether this is »Kapitel 3« alone, whose title is the next line."""
        lines = self.paragraphs
        return self.kind == "chapter" and len(lines) == 1 and bool(self.mark and lines[0].text == self.mark.number)

    def take(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        if self.kind == "section" and len(self.paragraphs) <= 3:
            self.amending = self.amending or amends(paragraph.text)


def structured(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Passage, ...]]:
    """Return the draft's title and its passages, which hold every word of it in order.

    Sections are found by their marks (»§ 1«, »§ 24 a.«, »§ 4 Arealanvendelse«); what stands before, between and
    after them is labelled by heading and paragraph.
    """
    parts = _divided(paragraphs)
    trusted = any(paragraph.heading for paragraph in paragraphs)
    title = _title_index(parts[0].paragraphs)
    start = "Indledning" if any(part.kind == "section" for part in parts) else ""
    pieces = prose(parts[0].paragraphs, trusted, start=start, title=title)
    for index, part in enumerate(parts[1:], 1):
        pieces += _cut(part, parts[index + 1 : index + MOST_HEADINGS], trusted)
    return shortened(paragraphs[max(title, 0)].text, LONGEST_DRAFT_TITLE), passages_of(pieces)


def _divided(paragraphs: Sequence[Paragraph]) -> list[_Part]:
    parts = [_Part("prose")]
    for index, paragraph in enumerate(paragraphs):
        kind = _opened(paragraphs, index, parts)
        if kind:
            parts.append(_Part(kind))
        parts[-1].take(paragraph)
    return parts


def _opened(paragraphs: Sequence[Paragraph], index: int, parts: list[_Part]) -> PartKind | None:
    """Return the kind of part that a paragraph opens, or None where it belongs to the present one."""
    paragraph, current = paragraphs[index], parts[-1]
    if paragraph.label:
        return None if current.kind == "notes" else "notes"
    if _CONTENTS.match(paragraph.text):
        return "contents"
    if current.kind == "contents" and _ENDS_WITH_PAGE.search(paragraph.text):
        return None
    return _opened_by_mark(paragraphs, index, parts) or ("prose" if current.kind == "contents" else None)


def _opened_by_mark(paragraphs: Sequence[Paragraph], index: int, parts: list[_Part]) -> PartKind | None:
    """Return the kind of part that a paragraph's mark, or the section it leads to, opens."""
    current, mark = parts[-1], paragraphs[index].mark
    section = next((part for part in reversed(parts) if part.kind == "section"), None)
    if mark and not mark.quoted and mark.kind in ("annex", "closing", "remarks"):
        return mark.kind
    if section and current.kind in _AFTER_THE_ACT:
        return None
    if mark and mark.kind == "section":
        return "section" if _is_own(mark, section) else None
    may_be_title = index == 0 or (section is None and _TITLE.match(paragraphs[index].text))
    if may_be_title or not _leads_to_section(paragraphs, index, section):
        return None
    if mark and mark.kind == "chapter":
        return "chapter"
    return None if current.kind == "headings" or current.waits_for_title else "headings"


def _is_own(mark: Mark, section: _Part | None) -> bool:
    """Tell whether a section is the draft's own, not one that an amending section inserts into another act."""
    if mark.quoted:
        return False
    if section is None or not section.amending or section.mark is None:
        return True
    if not mark.number.isdigit() or not section.mark.number.isdigit():
        return mark.bare
    step = int(mark.number) - int(section.mark.number)
    return mark.bare and step > 0 if section.mark.bare else step == 1


def _leads_to_section(paragraphs: Sequence[Paragraph], index: int, section: _Part | None) -> bool:
    """Tell whether a paragraph is a heading and only headings stand between it and the next own section."""
    for paragraph in paragraphs[index : index + MOST_HEADINGS]:
        mark = paragraph.mark
        if mark and mark.kind == "section":
            return _is_own(mark, section)
        if not (paragraph.heads or (mark and mark.kind == "chapter")):
            return False
    return False


def _cut(part: _Part, following: Sequence[_Part], trusted: bool) -> list[Piece]:
    """Label the paragraphs of a part in the way of its kind."""
    paragraphs, mark = part.paragraphs, part.mark
    if part.kind == "section" and mark:
        return (amendments if part.amending else cited)(paragraphs, section_label(mark))
    if part.kind == "chapter" and mark:
        return [Piece(mark.number, "chapter", tuple(paragraphs))]
    if part.kind == "headings":
        next_mark = next((after.mark for after in following if after.kind == "section"), None)
        label = f"Overskriften før {section_label(next_mark)}" if next_mark else shortened(paragraphs[0].text)
        return [Piece(label, "heading", tuple(paragraphs))]
    if part.kind in ("prose", "notes"):
        return prose(paragraphs, trusted)
    label, base = _after_the_act(part)
    return [Piece(label, "heading", (paragraphs[0],)), *prose(paragraphs[1:], trusted or part.kind == "contents", base)]


def _after_the_act(part: _Part) -> tuple[str, str]:
    """Return the label of a part's own heading and what stands before the labels under it."""
    heading = shortened(part.paragraphs[0].text)
    if part.kind == "closing":
        return "Slutformel", "Slutformel"
    if part.kind == "annex" and part.mark:
        return part.mark.number, part.mark.number
    return heading, "Bemærkninger" if "emærkninger" in heading else heading


def _title_index(paragraphs: Sequence[Paragraph]) -> int:
    """Return where the title stands: an act's title, else the first heading, else the first paragraph.

    A draft that begins with a section has none: -1.
    """
    for index, paragraph in enumerate(paragraphs[:20]):
        if _TITLE.match(paragraph.text):
            return index
    return next(
        (index for index, paragraph in enumerate(paragraphs[:20]) if paragraph.heading), min(len(paragraphs), 1) - 1
    )
