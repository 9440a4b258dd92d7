"""The words that labels are made of, in the language a draft is written in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relational_screen.drafts.language import DraftLanguage, language_told
from relational_screen.drafts.paragraph import Paragraph

ENOUGH = 20_000
"""Characters from which a draft's language is told."""


@dataclass(frozen=True)
class LabelWords:
    """What the places of a draft are called, as lawyers of its language cite them."""

    title: str
    opening: str
    heading_before: str
    closing: str
    remarks: str
    point: str
    subsection: str
    item: str
    letter: str
    paragraph: str


DANISH = LabelWords(
    "Titel", "Indledning", "Overskriften før", "Slutformel", "Bemærkninger", "pkt.", "stk.", "nr.", "litra", "afsnit"
)
NORWEGIAN = LabelWords(
    "Tittel", "Innledning", "Overskriften før", "Avslutning", "Merknader", "punkt", "ledd", "nr.", "bokstav", "avsnitt"
)
ENGLISH = LabelWords(
    "Title", "Preamble", "Heading before", "Signature", "Notes", "point", "subsection", "para", "letter", "paragraph"
)

_LABEL_WORDS: dict[DraftLanguage, LabelWords] = {"da": DANISH, "no": NORWEGIAN, "en": ENGLISH}
_WORD = re.compile(r"[a-zæøå]+")


def label_words(paragraphs: Sequence[Paragraph]) -> LabelWords:
    """Return the words for a draft's labels."""
    text = " ".join(paragraph.text for paragraph in paragraphs[:500])[:ENOUGH].lower()
    return _LABEL_WORDS[language_told(_WORD.findall(text))]
