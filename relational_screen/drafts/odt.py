"""Reads OpenDocument texts (LibreOffice) by walking the XML tree: tracked insertions in, deletions out."""

from collections import Counter
from collections.abc import Iterator

from relational_screen.drafts.draft import Remark
from relational_screen.drafts.guarded_xml import Element, Moment, parsed, walked
from relational_screen.drafts.lines import parted
from relational_screen.drafts.odt_numbers import STYLE, TEXT, ListNumbers
from relational_screen.drafts.paragraph import Found, Paragraph, evened
from relational_screen.drafts.progress import Told, telling
from relational_screen.drafts.zipped import Container, locked
from relational_screen.errors import N_, ScreenError

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MANIFEST = "META-INF/manifest.xml"
_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_LEFT_OUT = (TEXT + "tracked-changes", _OFFICE + "annotation", _OFFICE + "forms")
_NOT_IN_LINE = (TEXT + "note", TEXT + "ruby-text", TEXT + "script", TEXT + "tracked-changes", *_PARAGRAPHS)
_SIGNS = {TEXT + "s": " ", TEXT + "tab": " ", TEXT + "line-break": "\n"}
_NOTES = {"footnote": "Fodnote", "endnote": "Slutnote"}
_LIBRARY_LISTS = ("-lc.xml", "-lb.xml", "/")
"""Files in the macros' folders that hold no macro."""


def read_odt(container: Container, told: Told) -> Found:
    """Return what an OpenDocument text holds, table cells and text boxes included, notes last.

    Raises:
        ScreenError: it is encrypted, holds no text document, or its XML is broken.
    """
    if _MANIFEST in container and b"encryption-data" in container.read(_MANIFEST):
        raise locked(container.name)
    content = parsed(container, "content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise _no_text(container.name)
    styles = parsed(container, "styles.xml") if "styles.xml" in container else None
    reader = _Reader(ListNumbers(styles, content), _title_styles(content))
    for moment, element in telling(list(walked(body, lambda one: one.tag in _LEFT_OUT)), told):
        reader.take(moment, element)
    return Found(reader.paragraphs + reader.notes, list(_remarks(container, body)))


class _Reader:
    """Takes the elements of a document in reading order and collects its paragraphs."""

    def __init__(self, numbers: ListNumbers, title_styles: frozenset[str]) -> None:
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self._numbers = numbers
        self._title_styles = title_styles
        self._counts: Counter[str] = Counter()

    def take(self, moment: Moment, element: Element) -> None:
        """Take an element when it begins or ends."""
        if moment != "begins":
            if element.tag == TEXT + "list":
                self._numbers.close_list()
        elif element.tag == TEXT + "list":
            self._numbers.open_list(element)
        elif element.tag == TEXT + "list-item":
            self._numbers.open_item(element)
        elif element.tag == TEXT + "note":
            self._take_note(element)
        elif element.tag in _PARAGRAPHS and not any(one.tag == TEXT + "note" for one in element.iterancestors()):
            self._take_paragraph(element)

    def _take_paragraph(self, element: Element) -> None:
        chunks = parted(_text(element))
        if not chunks:
            return
        heading = element.tag == TEXT + "h" or element.get(TEXT + "style-name") in self._title_styles
        number = self._numbers.next(element)
        if element.find(TEXT + "number") is None:
            chunks[0] = evened(f"{number} {chunks[0]}")
        self.paragraphs += [Paragraph(chunk, heading=heading) for chunk in chunks]

    def _take_note(self, element: Element) -> None:
        label = _NOTES.get(element.get(TEXT + "note-class", ""), "Fodnote")
        texts = (evened(_text(one)) for one in element.iter(*_PARAGRAPHS))
        text = " ".join(filter(None, texts))
        if text:
            self._counts[label] += 1
            self.notes.append(Paragraph(text, label=f"{label} {self._counts[label]}"))


def _text(paragraph: Element) -> str:
    """Return a paragraph's text; notes, comments and text boxes inside it are none of it."""
    parts: list[str] = []
    waiting: list[Element | str] = list(_pieces(paragraph))[::-1]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            parts.append(piece.replace("\n", " "))
        elif piece.tag in _SIGNS:
            parts.append(_SIGNS[piece.tag])
        elif str(piece.tag).startswith(TEXT) and piece.tag not in _NOT_IN_LINE:
            waiting.extend(list(_pieces(piece))[::-1])
    return "".join(parts)


def _pieces(element: Element) -> Iterator[Element | str]:
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _title_styles(content: Element) -> frozenset[str]:
    """Return the names of styles that are, or come from, the office's style for titles."""
    styles = content.iter(STYLE + "style")
    return frozenset({"Title"} | {one.get(STYLE + "name", "") for one in styles if _parent(one) == "Title"})


def _parent(style: Element) -> str:
    return style.get(STYLE + "parent-style-name", "")


def _remarks(container: Container, body: Element) -> Iterator[Remark]:
    """Say what was left out: macros, content of other files, deleted text."""
    if any(part.startswith(("Basic/", "Scripts/")) and not part.endswith(_LIBRARY_LISTS) for part in container.parts):
        yield "macros"
    if any(_is_outside(one.get(_HREF, "")) for one in body.iter() if one.tag != TEXT + "a"):
        yield "external-references"
    deletions = body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region/{TEXT}deletion")
    if any(evened(_text(one)) for deletion in deletions for one in deletion.iter(*_PARAGRAPHS)):
        yield "tracked-deletions-skipped"


def _is_outside(address: str) -> bool:
    return address.lower().startswith(("http:", "https:", "ftp:", "file:", "../", "/"))


def _no_text(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} is not a text document, although it is packed like one."),
        N_("Choose the draft itself as .docx, .odt, PDF or text."),
        name=name,
    )
