"""Reads drafts saved as web pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from relational_screen.drafts.draft import Remark
from relational_screen.drafts.guarded_xml import Element, Moment, walked
from relational_screen.drafts.html_page import FOREIGN, classes, is_left_out, main_part, page
from relational_screen.drafts.lines import parted
from relational_screen.drafts.numerals import FORMS, counted_from
from relational_screen.drafts.paragraph import Found, Paragraph, evened
from relational_screen.drafts.progress import Told, telling
from relational_screen.drafts.text import paragraphs_in

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_NOTE_ROLES = ("doc-footnote", "doc-endnote")
_NOTE_CLASSES = frozenset({"fodnote", "footnote", "sdfootnote", "sdendnote", "msofootnotetext", "msoendnotetext"})
_STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}


def read_html(data: bytes, name: str, told: Told) -> Found:
    """Return what a web page shows: its main part where it names one, without navigation and hidden text.

    Raises:
        ScreenError: its bytes are not text, or it is nested deeper than any page.
    """
    root = page(data, name)
    if root is None:
        return Found()
    reader = _Reader()
    for moment, element in telling(list(walked(main_part(root), is_left_out)), told):
        reader.take(moment, element)
    return Found(reader.paragraphs, list(_remarks(root)))


def _remarks(root: Element) -> Iterator[Remark]:
    """Say what was left out: other files shown inside the page, deleted text."""
    addresses = (one.get("src") or one.get("data") or "" for one in root.iter(*FOREIGN))
    if any(address and not address.startswith(("about:", "data:")) for address in addresses):
        yield "external-references"
    if any(evened("".join(map(str, one.itertext()))) for one in root.iter("del")):
        yield "tracked-deletions-skipped"


@dataclass
class _List:
    """A list one is in: what its next item is numbered, nothing for bullets."""

    form: str | None
    next: int

    def number(self, item: Element) -> str:
        """Return an item's number as the page shows it; letters as lawyers write them, »a)«."""
        if self.form is None:
            return ""
        number = counted_from(item.get("value"), self.next)
        self.next = number + 1
        return f"{FORMS[self.form](max(number, 1))}{'.' if self.form == '1' else ')'}"


def _opened(element: Element) -> _List:
    if element.tag == "ul":
        return _List(None, 1)
    style = next((form for name, form in _STYLES.items() if name in element.get("style", "")), "1")
    kind = element.get("type", style)
    return _List(kind if kind in FORMS else "1", counted_from(element.get("start")))


class _Reader:
    """Takes the elements of a page in reading order and collects its paragraphs."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._parts: list[str] = []
        self._lists: list[_List] = []
        self._number = ""
        self._inside: Counter[str] = Counter()
        self._notes = 0

    def take(self, moment: Moment, element: Element) -> None:
        """Take an element when it begins, when it ends, or when it is skipped."""
        if element.tag in _BLOCKS:
            self._end_paragraph()
            if moment != "skipped":
                self._enter(element, 1 if moment == "begins" else -1)
        elif element.tag == "br" and moment == "begins":
            self._parts.append("\n")
        self._add(element.text if moment == "begins" else element.tail)

    def _enter(self, block: Element, step: int) -> None:
        """Enter a block (1) or leave it (-1)."""
        kind = _kind(block)
        if kind == "list":
            self._lists.append(_opened(block)) if step == 1 else self._lists.pop()
        elif kind == "item":
            self._number = self._lists[-1].number(block) if step == 1 and self._lists else ""
        else:
            self._inside[kind] += step

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text if self._inside["verbatim"] else text.replace("\n", " "))

    def _end_paragraph(self) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        if not text or text.isspace():
            return
        if self._inside["verbatim"]:
            self.paragraphs += paragraphs_in(text)
            return
        chunks = parted(text)
        chunks[:1] = [evened(f"{self._number} {chunk}") for chunk in chunks[:1]]
        self._number = ""
        label = self._next_note() if chunks and self._inside["note"] else None
        self.paragraphs += [Paragraph(one, heading=self._inside["heading"] > 0, label=label) for one in chunks]

    def _next_note(self) -> str:
        self._notes += 1
        return f"Fodnote {self._notes}"


def _kind(block: Element) -> str:
    if block.tag in ("ol", "ul"):
        return "list"
    if block.tag == "li":
        return "item"
    if block.tag == "pre":
        return "verbatim"
    if block.tag in _HEADINGS or block.get("role") == "heading":
        return "heading"
    return "note" if classes(block) & _NOTE_CLASSES or block.get("role") in _NOTE_ROLES else "block"
