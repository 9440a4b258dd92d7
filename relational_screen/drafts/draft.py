"""A draft as the program sees it: passages in reading order, each with the label a lawyer would cite."""

import re
from functools import cached_property
from hashlib import sha256
from typing import Literal
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict

from relational_screen.drafts.words import WordIndex

Format = Literal["txt", "docx", "pdf", "odt", "html"]
Remark = Literal[
    "macros", "external-references", "tracked-deletions-skipped", "mojibake", "lost-section-signs", "broken-fonts",
    "scanned-pages",
]  # fmt: skip
"""What must be said of a draft that was read although something in its file was not, or not well."""

Level = Literal["title", "heading", "chapter", "section", "subsection", "item", "letter", "paragraph"]


_OWN_NUMBER = re.compile(
    r"(?:§+\s*|stk\.\s*|nr\.\s*|punkt\s+|pkt\.\s*)?(?P<number>\d+(?:[.-]\d+)*(?:\s[a-zæøå](?!\w))?|[a-zæøå](?=\)))"
    r"[.)]*\s+",
    re.IGNORECASE,
)
"""»§ 2. «, »Stk. 3. «, »4) «, »a) «, »7.1 «: what a passage's text begins with when its number is written out."""


class Passage(BaseModel):
    """The smallest piece of a draft that can be cited.

    `label` is unique within its draft (»§ 1, nr. 2«, »§ 4, stk. 2, litra a«, »Indledning, afsnit 3«); `level` says
    what kind of piece it is; `page` counts from 1 where the format has pages.

    Where a draft amends another act, `changes` is the provision of that act as the instruction names it (»§ 64,
    stk. 1«, »efter § 137«), in the text of a new section the new provision itself (»§ 137 b, stk. 1«). `inserted`
    is the new text of law in the passage, apart from the instruction: all of it, some lines of it, or nothing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    level: Level
    text: str
    page: int | None = None
    changes: str = ""
    inserted: str = ""

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the text without its own number (UTF-8, NFC).

        By it an answer notices when the text it rests on changes, but not when the same text is numbered anew.
        """
        mark = _OWN_NUMBER.match(self.text)
        own = mark is not None and mark["number"].casefold() in same_label(self.label)
        return sha256(normalize("NFC", self.text[mark.end() :] if mark and own else self.text).encode()).hexdigest()


class Draft(BaseModel):
    """One version of a draft: the file it came from (name and SHA-256), its passages, and what must be said of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    format: Format
    sha256: str
    title: str
    passages: tuple[Passage, ...]
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def _by_label(self) -> dict[str, Passage]:
        return {same_label(passage.label): passage for passage in self.passages}

    @cached_property
    def words(self) -> WordIndex:
        """Where each word of the passages stands."""
        return WordIndex([passage.text for passage in self.passages])

    @cached_property
    def headings(self) -> tuple[tuple[int, ...], ...]:
        """For each passage the numbers of the chapter and the heading that it stands under."""
        found, chapter, heading = [], -1, -1
        for number, passage in enumerate(self.passages):
            if passage.level == "chapter":
                chapter, heading = number, -1
            elif passage.level == "heading":
                heading = number
            found.append(tuple(above for above in (chapter, heading) if above not in (-1, number)))
        return tuple(found)

    def find(self, label: str) -> Passage | None:
        """Return the passage with a label, however its spaces are written."""
        return self._by_label.get(same_label(label))


def same_label(label: str) -> str:
    """Return a label with its spacing evened out, for comparing."""
    return " ".join(label.replace("\u00a0", " ").split()).casefold()
