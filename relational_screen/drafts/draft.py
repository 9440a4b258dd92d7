"""A draft as the program sees it: passages in reading order, each with the label a lawyer would cite."""

from functools import cached_property
from hashlib import sha256
from typing import Literal
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict

Format = Literal["txt", "docx", "pdf"]
Level = Literal["title", "heading", "chapter", "section", "subsection", "item", "letter", "paragraph"]


class Passage(BaseModel):
    """The smallest piece of a draft that can be cited.

    `label` is unique within its draft (»§ 1, nr. 2«, »§ 4, stk. 2, litra a«, »Indledning, afsnit 3«); `level` says
    what kind of piece it is; `page` counts from 1 where the format has pages.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    level: Level
    text: str
    page: int | None = None

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the text alone (UTF-8, NFC), so that an answer notices when the text it rests on changes."""
        return sha256(normalize("NFC", self.text).encode()).hexdigest()


class Draft(BaseModel):
    """One version of a draft: the file it came from (name and SHA-256) and its passages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    format: Format
    sha256: str
    title: str
    passages: tuple[Passage, ...]

    @cached_property
    def _by_label(self) -> dict[str, Passage]:
        return {same_label(passage.label): passage for passage in self.passages}

    def find(self, label: str) -> Passage | None:
        """Return the passage with a label, however its spaces are written."""
        return self._by_label.get(same_label(label))


def same_label(label: str) -> str:
    """Return a label with its spacing evened out, for comparing."""
    return " ".join(label.replace("\u00a0", " ").split()).casefold()
