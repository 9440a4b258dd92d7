"""Text made safe to print: what is typed or pasted may hold characters that no file format accepts."""

import re
import unicodedata

from relational_screen.catalogue.model import Language
from relational_screen.screening.document import NoteDocument

LONGEST_FOOTER = 300
LONGEST_PROPERTY = 255
"""Word's own limit on a document property."""

LANGUAGE_TAGS: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}
PAGE_OF: dict[Language, tuple[str, str]] = {"da": ("side", "af"), "en": ("page", "of")}

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_REFERENCE = re.compile(r"(§|\b(?:nr|no|stk|pkt|kap|s|p)\.) (?=\d)")
_SECTION_LETTER = re.compile("(§\xa0\\d+) (?=[a-zæøå]\\b)")
_REFUSED = re.compile("[^\t\n -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Return the text without characters that XML 1.0 refuses or discourages, and with one kind of line break."""
    return _REFUSED.sub(_harmless, "\n".join(_LINE_END.split(text)))


def typeset(text: str) -> str:
    """Return a printable text in which a line never ends inside »§ 3 x« or »nr. 2«."""
    numbered = _REFERENCE.sub("\\1\N{NO-BREAK SPACE}", plain(text))
    return _SECTION_LETTER.sub("\\1\N{NO-BREAK SPACE}", numbered)


def one_line(text: str, longest: int) -> str:
    """Return a printable text on one line, cut with an ellipsis where it is longer than `longest` characters."""
    line = " ".join(plain(text).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def foot(note: NoteDocument) -> str:
    """Return the line at the foot of every page, short enough that it never crowds out the page."""
    return one_line(note.footer, LONGEST_FOOTER)


def _harmless(match: re.Match[str]) -> str:
    """A control character that parts words becomes a space, a broken character its sign, the rest nothing."""
    if match[0].isspace():
        return " "
    return "" if unicodedata.category(match[0]) == "Cc" else "\N{REPLACEMENT CHARACTER}"
