"""A draft's paragraphs divided into parts that are each cut in one way: sections, chapters, annexes, remarks …"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from relational_screen.drafts.amending import amends
from relational_screen.drafts.marks import MOST_HEADINGS, Mark, MarkKind
from relational_screen.drafts.paragraph import Paragraph

PartKind = Literal[
    "prose", "contents", "chapter", "headings", "section", "annex", "closing", "remarks", "later act", "notes"
]

AFTER_THE_ACT = ("annex", "closing", "remarks", "later act", "notes")
"""Parts in which a section is none of the draft's own."""

ACT_TITLE = re.compile(
    r"(?:(?:forslag|udkast) til )?(?:lov|lovbekendtgørelse|bekendtgørelse|anordning|cirkulære|lokalplan|kommuneplan\w*"
    r"|tillæg)\b(?!forslag)|the .* (?:regulations|rules|act|order|bill)(?: \d{4})?$",
    re.IGNORECASE,
)

_OPENED_BY_MARK: dict[MarkKind, PartKind] = {
    "annex": "annex",
    "closing": "closing",
    "remarks": "remarks",
    "later act": "later act",
}
_CONTENTS = re.compile(r"(?:indhold(?:sfortegnelse)?|contents|innhold(?:sfortegnelse)?)$", re.IGNORECASE)
_ENDS_WITH_PAGE = re.compile(r"\D\d{1,3}$")


@dataclass
class Part:
    """A run of paragraphs that is cut in one way; `resumes` is the part that a contents list stood in."""

    kind: PartKind
    paragraphs: list[Paragraph] = field(default_factory=list)
    amending: bool = False
    resumes: "Part | None" = None

    @property
    def mark(self) -> Mark | None:
        """The mark of its first paragraph."""
        return self.paragraphs[0].mark

    @property
    def waits_for_title(self) -> bool:
        """Whether this is »Kapitel 3« alone, whose title is the next line."""
        lines = self.paragraphs
        return self.kind == "chapter" and len(lines) == 1 and bool(self.mark and lines[0].text == self.mark.number)

    def take(self, paragraph: Paragraph) -> None:
        """Add a paragraph; the first few tell whether a section amends another act."""
        self.paragraphs.append(paragraph)
        if self.kind == "section" and len(self.paragraphs) <= 3:
            self.amending = self.amending or amends(paragraph.text)


def divided(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """Return the parts in order; the first is what stands before the first section, annex or heading of one."""
    parts = [Part("prose")]
    for index, paragraph in enumerate(paragraphs):
        opened = _opened(paragraphs, index, parts)
        if opened:
            parts.append(opened)
        parts[-1].take(paragraph)
    return parts


def _opened(paragraphs: Sequence[Paragraph], index: int, parts: list[Part]) -> Part | None:
    """Return the part that a paragraph opens, or None where it belongs to the present one."""
    paragraph, current = paragraphs[index], parts[-1]
    if paragraph.label:
        return None if current.kind == "notes" else Part("notes")
    if _CONTENTS.match(paragraph.text):
        return Part("contents")
    if current.kind == "contents" and _listed(paragraphs, index, current):
        return None
    around = next(part for part in reversed(parts) if part.kind != "contents")
    kind = _opened_by_mark(paragraphs, index, parts, around)
    if kind:
        return Part(kind)
    if current.kind != "contents":
        ends = current.kind == "section" and _ends_provisions(paragraphs, index)
        return Part("prose") if ends else None
    return Part(around.kind, resumes=around.resumes or around) if around.kind in AFTER_THE_ACT else Part("prose")


def _listed(paragraphs: Sequence[Paragraph], index: int, contents: Part) -> bool:
    """Tell whether a paragraph is a line of a contents list: it ends with a page, or comes again as a heading."""
    line = paragraphs[index]
    if any(_same_entry(line, before) for before in contents.paragraphs):
        return False
    if _ENDS_WITH_PAGE.search(line.text):
        return True
    return any(_same_entry(line, after) for after in paragraphs[index + 1 :])


def _same_entry(line: Paragraph, other: Paragraph) -> bool:
    """Tell whether two paragraphs are one entry of a contents list; a chapter's title may stand on the next line."""
    if line.text == other.text:
        return True
    mark = line.mark
    return mark is not None and mark.kind in ("chapter", "annex") and mark == other.mark


def _opened_by_mark(paragraphs: Sequence[Paragraph], index: int, parts: list[Part], current: Part) -> PartKind | None:
    """Return the kind of part that a paragraph's mark, or the section it leads to, opens."""
    mark = paragraphs[index].mark
    section = next((part for part in reversed(parts) if part.kind == "section"), None)
    if mark and not mark.quoted and mark.kind in _OPENED_BY_MARK:
        return _OPENED_BY_MARK[mark.kind]
    if section and current.kind in AFTER_THE_ACT:
        return None
    if mark and mark.kind == "section":
        return "section" if _is_own(mark, section) else None
    may_be_title = index == 0 or (section is None and ACT_TITLE.match(paragraphs[index].text))
    if may_be_title or not _leads_to_section(paragraphs, index, section):
        return None
    if mark and mark.kind == "chapter":
        return "chapter"
    return None if parts[-1].kind == "headings" or parts[-1].waits_for_title else "headings"


def _is_own(mark: Mark, section: Part | None) -> bool:
    """Tell whether a section is the draft's own, not one that an amending section inserts into another act."""
    if mark.quoted:
        return False
    if section is None or not section.amending or section.mark is None:
        return True
    if not mark.number.isdigit() or not section.mark.number.isdigit():
        return mark.bare
    step = int(mark.number) - int(section.mark.number)
    return mark.bare and step > 0 if section.mark.bare else step == 1


def _ends_provisions(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether the file calls a paragraph a heading and no provision follows it (»Vedtagelsespåtegning«)."""
    before, paragraph = paragraphs[index - 1], paragraphs[index]
    if not paragraph.heading or paragraph.mark or (before.mark and before.mark.bare):
        return False
    for after in paragraphs[index + 1 :]:
        if after.mark and after.mark.kind in _OPENED_BY_MARK:
            return True
        if after.mark and after.mark.kind in ("section", "subsection", "point"):
            return False
    return True


def _leads_to_section(paragraphs: Sequence[Paragraph], index: int, section: Part | None) -> bool:
    """Tell whether a paragraph is a heading and only headings stand between it and the next own section."""
    for paragraph in paragraphs[index : index + MOST_HEADINGS]:
        mark = paragraph.mark
        if mark and mark.kind == "section":
            return _is_own(mark, section)
        heads = paragraph.heads or (mark is not None and mark.kind == "chapter")
        if not heads or (section is None and ACT_TITLE.match(paragraph.text)):
            return False
    return False
