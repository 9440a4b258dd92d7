"""Prints how well suggestions meet the labels of tests/data/labels; fails when a figure is under its limit.

- Arena recall and precision are counted over all arenas of all labelled drafts.
- Question recall@10: of the questions that a draft's labels name, the share among the first ten suggested for it (of
  those with more than ten, as many as ten can hold), averaged over drafts.
- Questions answered: the share of labelled questions that have one of their passages among the first ten suggested.
- Passage recall@10: of the passages that the labels give to a question, the share among the first ten suggested for it,
  averaged over questions.
"""

import os
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from relational_screen.app.files import read_draft
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.drafts.suggestions import Suggestions, suggest
from relational_screen.plugin_loader import load_plugins

LABELS = Path(__file__).parents[1] / "data" / "labels"
AT = 10
LIMITS = {"arena recall": 0.95, "arena precision": 0.8, "question recall@10": 0.8, "questions answered": 0.8}


@dataclass(frozen=True)
class Labelled:
    """A draft's labels beside what was suggested for it."""

    name: str
    labels: dict[str, Any]
    suggestions: Suggestions
    seconds: float

    @property
    def arenas(self) -> set[str]:
        """The arenas that were suggested; the common one comes with any other."""
        return {name for name, arena in self.suggestions.arenas.items() if arena.in_scope} - {"common"}

    @property
    def wanted(self) -> set[str]:
        """The arenas that the labels name."""
        return set(self.labels["arenas"])

    @property
    def question_recall(self) -> float:
        """The share of labelled questions among the first ten suggested."""
        wanted = set(self.labels["questions"])
        return len(wanted & set(self.suggestions.ranked()[:AT])) / min(len(wanted), AT)

    def passage_recalls(self) -> Iterator[float]:
        """Yield for each labelled question the share of its passages among the first ten suggested."""
        for question, labels in self.labels.get("questions", {}).items():
            first = {pointer.label for pointer in self.suggestions.questions[question][:AT]}
            yield len(first & set(labels)) / len(labels)


def measured(drafts: Path, catalogue: Catalogue, labels: Path = LABELS) -> list[Labelled]:
    """Return every labelled draft with what is suggested for it."""
    found = []
    for file in sorted(labels.glob("*.toml")):
        given = tomllib.loads(file.read_text("utf-8"))
        draft = read_draft(drafts / given["draft"])
        begin = time.perf_counter()
        suggestions = suggest(draft, catalogue.checklists)
        found.append(Labelled(file.stem, given, suggestions, time.perf_counter() - begin))
    return found


def figures(found: list[Labelled]) -> dict[str, float]:
    """Return the figures over all labelled drafts, each 0-1."""
    right = sum(len(one.arenas & one.wanted) for one in found)
    passages = [recall for one in found for recall in one.passage_recalls()]
    return {
        "arena recall": right / sum(len(one.wanted) for one in found),
        "arena precision": right / max(sum(len(one.arenas) for one in found), 1),
        "question recall@10": mean(one.question_recall for one in found if one.labels.get("questions")),
        "questions answered": mean(recall > 0 for recall in passages),
        "passage recall@10": mean(passages),
    }


def main() -> None:
    """Print the figures, and for each draft what is missing and what is too much."""
    shared = Path(os.environ.get("RELATIONAL_SCREEN_DRAFTS", Path(__file__).parents[3] / "shared" / "drafts"))
    catalogue = load_plugins(read_catalogue(shipped_folder())).catalogue
    found = measured(shared, catalogue)
    for one in found:
        missing, extra = sorted(one.wanted - one.arenas), sorted(one.arenas - one.wanted)
        recalls = list(one.passage_recalls())
        recall = f"{one.question_recall:.2f} {mean(recalls):.2f}" if recalls else "-"
        sys.stdout.write(f"{one.name[:48]:<50}{recall:>9}{one.seconds:6.2f} s  missing {missing} extra {extra}\n")
    failed = False
    for name, figure in figures(found).items():
        limit = LIMITS.get(name, 0.0)
        failed |= figure < limit
        sys.stdout.write(f"{name:<24}{figure:6.3f}" + (f" (at least {limit})\n" if limit else "\n"))
    negatives = [one.name for one in found if not one.wanted and one.arenas]
    sys.stdout.write(f"negatives with an arena: {negatives or 'none'}\n")
    sys.exit(1 if failed or negatives else 0)


if __name__ == "__main__":
    main()
