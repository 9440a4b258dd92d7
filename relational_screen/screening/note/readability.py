"""How hard a note is to read, for the window that shows it to the author (note form, For politicians)."""

import re

from relational_screen.catalogue.readability import lix
from relational_screen.screening.document import Bullets, NoteDocument, Paragraph

LIX_LIMIT = 45

_PLACES = re.compile(r"\s*\([^()]*(?:§|\b(?:nr|stk|kap|no)\.)[^()]*\)")
_ABBREVIATION = re.compile(r"\b(nr|stk|litra|kap|jf|pct|no)\.")


def lix_of(note: NoteDocument) -> int:
    """Return the LIX of the note's running text: paragraphs and lists, without small type and places in the draft.

    Places are left out since »§ 1, nr. 2« is neither read as words nor ends a sentence where it has a stop.
    """
    texts = [text for block in note.blocks for text in _running(block)]
    return lix(" ".join(_ABBREVIATION.sub(r"\1", _PLACES.sub("", text)) for text in texts))


def _running(block: object) -> tuple[str, ...]:
    if isinstance(block, Paragraph) and block.style != "small":
        return (block.text,)
    return block.items if isinstance(block, Bullets) else ()
