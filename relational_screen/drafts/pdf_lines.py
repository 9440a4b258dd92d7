"""The lines of a PDF's pages without page numbers and repeated heads, words that a line's end broke whole again."""

import re
from collections.abc import Iterable
from dataclasses import replace

from relational_screen.drafts.lines import Line
from relational_screen.drafts.marks import mark_of
from relational_screen.drafts.paragraph import evened

_PAGE_NUMBER = re.compile(r"(?:side|page|s\.)? ?[-–]? ?\d{1,4} ?[-–]?(?: ?(?:af|of|/) ?\d{1,4})?", re.IGNORECASE)
_PAGE_OF = re.compile(r"\b(?:side|page)\s+\d{1,4}\s+(?:af|of)\s+\d{1,4}\b", re.IGNORECASE)
"""»Udkast Side 3 af 11«: a running foot that differs from page to page in its number alone, wherever PDFium puts it."""

BROKEN = "\ufffe"
"""What PDFium, newer ones, give for a hyphen that breaks a word at a line's end, mostly without the line's end."""

_LINE_END = re.compile(r"\r?\n|\r|(?<=[\ufffe\x02])(?!\r?\n)")
_HYPHEN_AT_END = re.compile(r"[^\W\d_]-$")
_KEPT_HYPHEN = re.compile(r"(?:og|eller|samt|and|or)\b")


def lines_of(pages: Iterable[str]) -> list[Line]:
    """Return the lines of all pages without page numbers; a running head or foot is kept where it first stands."""
    found: list[Line] = []
    edges: set[str] = set()
    for number, text in enumerate(pages, 1):
        lines = [line for line in map(_line, _LINE_END.split(text)) if line]
        for index, line in enumerate(lines):
            edge, words = index in (0, len(lines) - 1), _PAGE_OF.sub("#", line)
            if (edge and _PAGE_NUMBER.fullmatch(line)) or ((edge or words != line) and words in edges):
                continue
            if edge or words != line:
                edges.add(words)
            if found and _breaks_off(found[-1], line, number):
                found[-1] = replace(found[-1], text=_mended(found[-1].text[:-1], line))
            else:
                found.append(Line(line, number))
    return [replace(line, text=line.text.replace(BROKEN, "-")) for line in found]


def _line(raw: str) -> str:
    """Return a line with even spaces; one that breaks a word off ends in `BROKEN`."""
    line = evened(raw)
    return line + BROKEN if line and raw.rstrip().endswith((BROKEN, "\x02")) else line


def _breaks_off(before: Line, line: str, page: int) -> bool:
    """Tell whether a line's end broke a word; before a page's end PDFium leaves the hyphen as it is."""
    over_pages = before.page != page and line[0].islower() and _HYPHEN_AT_END.search(before.text) is not None
    return mark_of(line) is None and (before.text.endswith(BROKEN) or over_pages)


def _mended(before: str, after: str) -> str:
    """Put a word together again that a line's end broke; »læge- og plejepersonale« keeps its hyphen."""
    if not after[0].isalpha() or after[0].isupper():
        return f"{before}-{after}"
    return f"{before}{'- ' if _KEPT_HYPHEN.match(after) else ''}{after}"
