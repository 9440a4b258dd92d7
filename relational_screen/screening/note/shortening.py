"""How a note of one page is shortened: how much it holds at each level, and texts that are cut where a thought ends."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import Direction, PassageRef
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.wording import FoundEffect, Wording, sentence

LONGEST_LABEL = 60
"""Letters of a passage's label; legal labels are shorter, headings used as labels may not be."""

LONGEST_WORD = 40
"""Letters of a word that is cut inside."""

_SENTENCE_END = re.compile(r"(?<=\w{4}[.!?])\s+(?=[A-ZÆØÅ»])")  # four letters, so that no abbreviation ends a sentence


@dataclass(frozen=True, slots=True)
class Room:
    """How much a page holds: numbers of things, and lengths of what a user wrote in letters."""

    arenas: int = 6
    must: int = 3
    names: int = 5
    titles: int = 4
    effects: int = 3
    reason: int = 400
    measures: int = 3
    measure: int = 300
    question: int = 200
    title: int = 120
    place: int = 80
    places: int = 3


_STEPS: tuple[dict[str, int], ...] = (
    {"reason": 300, "measure": 240},
    {"measures": 2, "titles": 3},
    {"reason": 220, "measure": 180},
    {"measures": 1, "names": 4, "places": 2},
    {"effects": 2, "reason": 300, "question": 150},
    {"reason": 220},
    {"reason": 180, "measure": 140, "names": 3, "title": 90},
    {"must": 2, "titles": 2, "question": 110},
    {"reason": 150, "measure": 110, "place": 50},
    {"effects": 1, "reason": 300},
    {"reason": 220, "must": 1},
    {"reason": 150, "question": 90},
    {"reason": 110, "arenas": 4, "names": 2, "title": 60},
    {"reason": 70, "arenas": 3, "measures": 0, "question": 70, "place": 30},
)
ROOMS: tuple[Room, ...] = tuple(accumulate(_STEPS, lambda room, step: replace(room, **step), initial=Room()))
"""From the fullest page to the one that always fits.

An effect goes before a reason is cut inside a sentence, so that what stands on the page can be read; the picture
shrinks last.
"""

LeftOut = Literal["effects", "reasons", "measures", "arenas", "texts"]
LEFT_OUT: tuple[LeftOut, ...] = ("effects", "reasons", "measures", "arenas", "texts")


def cut(text: str, longest: int) -> str:
    """Return a text of at most `longest` letters: cut where a sentence ends, else after a word, with an ellipsis.

    A single word that is longer is cut inside, and shorter still, since it breaks its lines no two programs alike.
    """
    if len(text) <= longest:
        return text
    ends = [found.start() for found in _SENTENCE_END.finditer(text) if found.start() <= longest]
    if ends and ends[-1] >= longest // 3:
        return text[: ends[-1]]
    whole_words = text[:longest].rpartition(" ")[0].rstrip(" ,;:–-(")
    return f"{whole_words or text[: min(longest - 1, LONGEST_WORD)]}…"


@dataclass(frozen=True, slots=True)
class Page:
    """Writes one page for one screening, within its room, and counts what it leaves out."""

    wording: Wording
    room: Room
    findings: tuple[Finding, ...] = ()
    left_out: Counter[LeftOut] = field(default_factory=Counter)

    def get(self, name: str, /, **values: object) -> str:
        """Return one of the page's sentences of `note.toml`."""
        return self.wording.get(f"page-{name}", **values)

    def counted(self, name: str, count: int, **values: object) -> str:
        """Return words for a number of things, in the singular or the plural."""
        return self.get(f"{name}-{'one' if count == 1 else 'many'}", count=self.wording.number(count), **values)

    def told(self, text: str, longest: int) -> str:
        """Return what a user wrote as sentences, within its length."""
        whole = sentence(text)
        short = cut(whole, longest)
        self.left_out["texts"] += short != whole
        return short

    def where(self, passages: Sequence[PassageRef]) -> str:
        """Return places in the draft in parentheses, the first of many, or nothing."""
        return self.wording.where([PassageRef(label=cut(ref.label, LONGEST_LABEL)) for ref in passages])

    def titles(self, questions: Iterable[Question]) -> str:
        """Return the titles of questions as running text, the first of many."""
        titles = dict.fromkeys(question.title.get(self.wording.language) for question in questions)
        return self.wording.join([self.wording.quoted(title) for title in titles], longest=self.room.titles)

    def phrase(self, item: FoundEffect) -> str:
        """Return the phrase that completes »Forslaget vil …«, with its degree where it is not clear and lasting."""
        effect = item.effect
        degrees = {("some", "lasting"): "some", ("clear", "temporary"): "temporary", ("some", "temporary"): "both"}
        degree = degrees.get((effect.strength or "", effect.duration or ""))
        phrase = self.wording.phrase(item.question, effect.direction)
        return f"{self.get(f'degree-{degree}')} {phrase}" if degree else phrase

    def effects(self, direction: Direction) -> list[FoundEffect]:
        """Return the effects of a direction that are fully described, the weightiest first."""
        return [item for item in self.wording.effects(direction) if item.effect.is_complete]

    def strongest(self, direction: Direction) -> list[FoundEffect]:
        """Return the weightiest effect of each question, since a question's others do not count beside it."""
        found: dict[str, FoundEffect] = {}
        for item in self.effects(direction):
            found.setdefault(item.question.id, item)
        return list(found.values())
