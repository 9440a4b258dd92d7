"""Labelled pieces of a draft while it is being cut, and the passages they become."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from relational_screen.drafts.draft import Level, Passage, same_label
from relational_screen.drafts.paragraph import Paragraph

LONGEST_LABEL = 60
"""Characters a heading may take in a label."""


@dataclass(frozen=True)
class Piece:
    """Paragraphs that share a label; `changes` as in the passage, `inserted` those that are new text of law."""

    label: str
    level: Level
    paragraphs: tuple[Paragraph, ...]
    changes: str = ""
    inserted: tuple[Paragraph, ...] = ()

    def with_more(self, paragraph: Paragraph) -> "Piece":
        """Return the piece with one paragraph more."""
        return replace(self, paragraphs=(*self.paragraphs, paragraph))

    def passage(self, label: str) -> Passage:
        """Return the passage: one line a paragraph, on the page where it begins."""
        return Passage(
            label=label,
            level=self.level,
            text=_lines(self.paragraphs),
            page=self.paragraphs[0].page,
            changes=self.changes,
            inserted=_lines(self.inserted),
        )


def _lines(paragraphs: Iterable[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


def passages_of(pieces: Iterable[Piece]) -> tuple[Passage, ...]:
    """Return the passages with unique labels: what comes back is numbered, »§ 29 (2)«."""
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    passages = []
    for piece in pieces:
        label, key = piece.label, same_label(piece.label)
        counts[key] += 1
        while same_label(label) in taken:
            counts[key] += label != piece.label
            label = f"{piece.label} ({counts[key]})"
        taken.add(same_label(label))
        passages.append(piece.passage(label))
    return tuple(passages)


def shortened(text: str, longest: int = LONGEST_LABEL) -> str:
    """Return a heading without its full stop, at most `longest` characters and cut between words."""
    if len(text) > longest:
        return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" .:;,–-(") + "…"
    bare = text.rstrip(" .:;,")
    return text if not bare or text.endswith("v.") else bare
