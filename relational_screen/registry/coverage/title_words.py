"""Titles and numbers of proposals as they are compared: whole words, whatever they are spelled and ordered like."""

import re

from rapidfuzz import fuzz

from relational_screen.registry.authorities import plain_words

_OPENING = re.compile(
    r"(?:(?:forslag|udkast|proposal|draft) (?:til|for|of) )?(?:lov om )?(?:ændring af )?(?:lov om |bekendtgørelse om )?"
)
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_NUMBERED = re.compile(r"\b(?:l|b|nr|nummer|no|number|lokalplan|kommuneplan|plan|tillæg) (?=\d)")


def essence(title: str) -> str:
    """Return a title's words without those that most proposals begin with: »Forslag til lov om ændring af lov om«."""
    words = plain_words(title)
    return _OPENING.sub("", words, count=1) or words


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0-100, whatever the order of their words; half of it by the words they share."""
    return (fuzz.token_sort_ratio(one, other) + fuzz.token_set_ratio(one, other)) / 2


def number_words(text: str) -> str:
    """Return a text's words and numbers apart, so that »L12« and »L 12« are the same."""
    return " ".join(_PARTS.findall(plain_words(text)))


def names_number(title: str, number: str) -> bool:
    """Whether a title names a number, both as `number_words`; bare digits may be a year unless told otherwise."""
    if not number.isdecimal():
        return bool(number) and f" {number} " in f" {title} "
    return any(f"{title[found.end() :]} ".startswith(f"{number} ") for found in _NUMBERED.finditer(title))
