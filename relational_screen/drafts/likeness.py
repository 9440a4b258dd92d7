"""How alike a question and a passage are by all their words: BM25, for what no signal names.

Source of the formula: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the
words that few questions share weighing more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from relational_screen.catalogue.checklist import Question
from relational_screen.catalogue.model import Language, Text
from relational_screen.drafts.words import WordIndex, stems

SATURATION, LENGTH = 1.2, 0.75
"""k1 and b of the formula, at their usual values."""

MOST_REPEATED, FROM_STRONG = 3, 2
"""How often one word of a question counts at most, and how often a word of a strong term does."""

Weights = Mapping[str, float]
"""The stems of a question's words, with what each weighs."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike a passage is, and the stems that make it so, the weightiest first."""

    score: float
    stems: tuple[str, ...]


def question_weights(questions: Iterable[Question], language: Language) -> dict[str, Weights]:
    """Return what each question's words weigh: more where repeated, less where many questions share them."""
    counted = {question.id: Counter(stems(" ".join(_texts(question, language)))) for question in questions}
    shared = Counter(stem for words in counted.values() for stem in words)
    return {
        item: {stem: min(count, MOST_REPEATED) * log(len(counted) / shared[stem]) for stem, count in words.items()}
        for item, words in counted.items()
    }


def alike(index: WordIndex, weights: Weights) -> dict[int, Alike]:
    """Return how alike each text of an index is to a question, where it is at all."""
    found: dict[int, dict[str, float]] = {}
    for stem, weight in weights.items():
        texts = index.texts_with(stem)
        rarity = log(1 + (len(index.lengths) - len(texts) + 0.5) / (len(texts) + 0.5))
        for text, count in texts.items():
            room = SATURATION * (1 - LENGTH + LENGTH * index.lengths[text] / index.mean_length)
            found.setdefault(text, {})[stem] = weight * rarity * count * (SATURATION + 1) / (count + room)
    return {text: _alike(parts) for text, parts in found.items()}


def _alike(parts: dict[str, float]) -> Alike:
    return Alike(sum(parts.values()), tuple(sorted(parts, key=lambda stem: -parts[stem])))


def _texts(question: Question, language: Language) -> Iterator[str]:
    texts: list[Text | None] = [question.title, question.title, question.question, question.help]
    texts += [question.phrase.raises, question.phrase.lowers]
    if question.example:
        texts += [question.example.raises, question.example.lowers]
    yield from (text.get(language) for text in texts if text)
    if question.signals:
        terms = question.signals.da if language == "da" else question.signals.en
        yield from (term.replace("*", "") for term in (*terms.strong * FROM_STRONG, *terms.weak))
