"""The number a section gets where numbers are typed, and the one Word shows where it counts."""

from collections.abc import Collection, Sequence

from relational_screen.drafts.docx_numbers import Numbering
from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.export.insertion.outline import Line

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def typed_number(sibling: Line, taken: Collection[str], *, stands_before: bool) -> str:
    """Return the number after the sibling's, or nothing where the sibling has none typed.

    Note form: the next free number, and later headings keep theirs. Where the next one is taken there is none free in
    between, and the section gets the number before with a letter (»3 a«), as new provisions between two old ones do in
    Danish acts: every reference to a later point stays right.
    """
    if not sibling.number:
        return ""
    above, dot, last = sibling.number.rpartition(".")
    digits, _, letter = last.lstrip("§ ").partition(" ")
    number = int(digits) - int(not stands_before)
    following = f"{above}{dot}{number + 1}"
    if stands_before and not letter and following not in taken:
        return following
    if not number:
        return ""
    later = _LETTERS[_LETTERS.find(letter) + 1 :] if letter else _LETTERS
    return next((new for sign in later if (new := f"{above}{dot}{number} {sign}") not in taken), "")


def counted_number(body: Element, headings: Collection[Element], numbering: Numbering) -> str:
    """Return the number that Word shows before the first of these paragraphs that has one."""
    for paragraph in body.iter(W + "p"):
        number = numbering.next(paragraph.find(W + "pPr"))
        if number and paragraph in headings:
            return number.rstrip(".")
    return ""


def taken_numbers(lines: Sequence[Line]) -> frozenset[str]:
    """Return the numbers that headings have typed."""
    return frozenset(line.number for line in lines if line.level and line.number)
