"""How hard a text is to read: LIX, the measure that Danish authorities use (Björnsson 1968)."""

import re

LONG_WORD = 6  # letters; longer words count as long
QUESTION_LIMIT, HELP_LIMIT = 40, 45


def lix(text: str) -> int:
    """Return words per sentence plus the percentage of words of more than six letters, rounded."""
    words = re.findall(r"\w+(?:-\w+)*", text)
    if not words:
        return 0
    sentences = max(len(re.findall(r"[.!?:]+(?=\s|$|«)", text)), 1)
    long_words = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / sentences + 100 * long_words / len(words))
