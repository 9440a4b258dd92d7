"""Where each word of a draft stands, so that thousands of terms are looked up in milliseconds."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from relational_screen.drafts.language import language_told
from relational_screen.drafts.norwegian import danish

SHORTEST_STEMMED = 5
"""Letters; shorter words are only found as they stand, since their stems mean too many things."""

FUNCTION_WORDS = Path(__file__).parent / "function_words.txt"

SHORTEST = 3
"""Letters; shorter words do not count when texts are compared."""

_ENDINGS = re.compile(r"(?:e?(?:n|t|r|re|ren|rne|ne)?s?|te|e?de|ings?)$")
"""Endings of Danish nouns, adjectives and verbs, and of English ones where they are the same."""

_WORD = re.compile(r"\w+")
_TERM_WORD = re.compile(r"[\w*]+")
_LEAVES_OUT = re.compile(
    r"(?<!\w)(?:gælder ikke|finder ikke anvendelse|omfatter ikke|omfattes ikke|vedrører ikke|berører ikke|ændrer ikke"
    r"|ændres ikke|undtagen|undtaget|bortset fra|med undtagelse af|ingen konsekvenser for|ikke konsekvenser for"
    r"|gjelder ikke|unntatt|med unntak av"
    r"|do(?:es)? not (?:apply|extend|relate|affect)|except|excluding|other than|no effect on)(?!\w)[^.;:]*",
    re.IGNORECASE,
)
"""What a clause leaves out, from its negation to its end. A prohibition (»må ikke«) leaves nothing out."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a text: the text's number, and the words as they stand there."""

    text: int
    words: str


def stems(text: str) -> list[str]:
    """Return the stems of a text's words in order; words that say nothing by themselves are left out."""
    words = (word for word in _WORD.findall(text.lower()) if len(word) >= SHORTEST)
    return [_stem(word) for word in words if word not in _function_words()]


@cache
def _function_words() -> frozenset[str]:
    """Return the Danish and English words that stand in texts of any kind, so that they make none alike."""
    return frozenset(FUNCTION_WORDS.read_text(encoding="utf-8").split())


class WordIndex:
    """The words of some texts. Case never matters; whole words of a term also find their other forms.

    Norwegian texts are looked up by Danish terms.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._spans = [[match.span() for match in _WORD.finditer(text)] for text in texts]
        self._words = [[text[a:b].lower() for a, b in spans] for text, spans in zip(texts, self._spans, strict=True)]
        self.language = language_told(word for words in self._words for word in words)
        if self.language == "no":
            self._words = [list(map(danish, words)) for words in self._words]
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for text, words in enumerate(self._words):
            for number, word in enumerate(words):
                self._places[word].append((text, number))
        self._vocabulary = sorted(self._places)
        self._lines = "\n".join(self._vocabulary)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self._vocabulary:
            self._by_stem[_stem(word)].append(word)
        self.lengths = [len(words) for words in self._words]
        self.mean_length = max(sum(self.lengths) / max(len(texts), 1), 1)
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._left_out = [tuple(match.span() for match in _LEAVES_OUT.finditer(text)) for text in texts]

    def find(self, term: str) -> tuple[Hit, ...]:
        """Return where a term of a signal stands, in order; words that a clause leaves out are not found.

        A star opens an end of a word, the words of a phrase follow each other.
        """
        if term not in self._found:
            self._found[term] = tuple(self._find(term))
        return self._found[term]

    def texts_with(self, stem: str) -> Counter[int]:
        """Return how often the words of a stem stand in each text that holds any."""
        return Counter(text for word in self._by_stem.get(stem, ()) for text, _number in self._places[word])

    def word_of(self, stem: str, text: int) -> str:
        """Return the first word of a stem as it stands in a text."""
        number = min(place for word in self._by_stem[stem] for at, place in self._places[word] if at == text)
        begin, end = self._spans[text][number]
        return self._texts[text][begin:end]

    def _find(self, term: str) -> Iterable[Hit]:
        words = _TERM_WORD.findall(term.lower())
        first, *rest = [self._matching(word) for word in words]
        if rest and not words[-1].endswith(("s", "*")):  # »nedlæggelse af skolens kontor« is not »nedlæggelse af skole«
            rest[-1] = frozenset(word for word in rest[-1] if not word.endswith("s"))
        for text, number in sorted(place for word in first for place in self._places[word]):
            following = self._words[text][number + 1 : number + 1 + len(rest)]
            if len(following) == len(rest) and all(
                word in wanted for word, wanted in zip(following, rest, strict=True)
            ):
                begin, end = self._spans[text][number][0], self._spans[text][number + len(rest)][1]
                if not any(out <= begin < over for out, over in self._left_out[text]):
                    yield Hit(text, " ".join(self._texts[text][begin:end].split()))

    def _matching(self, pattern: str) -> frozenset[str]:
        """Return the words that one word of a term finds."""
        letters = pattern.strip("*")
        if "*" not in pattern:
            forms = self._by_stem.get(_stem(pattern), ()) if len(pattern) >= SHORTEST_STEMMED else ()
            return frozenset([pattern, *filter(partial(_is_form, pattern), forms)]).intersection(self._places)
        if pattern == letters + "*" and "*" not in letters:
            start = bisect_left(self._vocabulary, letters)
            stop = bisect_left(self._vocabulary, letters + "\U0010ffff")
            return frozenset(self._vocabulary[start:stop])
        exact = r"[^\n]*".join(map(re.escape, pattern.split("*")))
        return frozenset(re.findall(rf"(?m)^{exact}$", self._lines))


def _is_form(word: str, other: str) -> bool:
    """Whether two words of one stem differ in their endings alone (»rum«, »rummene«; not »været«, »værelser«)."""
    same = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None)
    same = min(len(word), len(other)) if same is None else same
    return _is_ending(word, same) and _is_ending(other, same)


def _is_ending(word: str, start: int) -> bool:
    """Whether a word goes on with an ending alone, before which a consonant may be doubled."""
    doubled = word[start : start + 1] == word[start - 1 : start]
    return any(_ENDINGS.match(word, begin) for begin in (start, start + doubled))


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word)) if len(word) >= SHORTEST_STEMMED else word


@cache
def _stemmer() -> Any:
    import snowballstemmer  # 20 ms that the first paint need not wait for

    return snowballstemmer.stemmer("danish")
