"""Reads Word drafts by walking the XML tree: body and tables in order, tracked insertions in, deletions out."""

from collections.abc import Iterator
from itertools import chain
from posixpath import join, normpath

from relational_screen.drafts.docx_numbers import Numbering
from relational_screen.drafts.docx_xml import W, value
from relational_screen.drafts.draft import Remark
from relational_screen.drafts.guarded_xml import Element, parsed
from relational_screen.drafts.lines import parted
from relational_screen.drafts.paragraph import Found, Paragraph, evened
from relational_screen.drafts.progress import Told, telling
from relational_screen.drafts.zipped import Container
from relational_screen.errors import N_, ScreenError

_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_LEFT_OUT = frozenset({W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "rPr", W + "pPr", W + "sectPr"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_INSERTED = ("/aFChunk", "/subDocument")
"""Kinds of references to whole documents that Word shows inside this one."""

_HARMLESS = ("/hyperlink", "/attachedTemplate")
"""Kinds of references to other files that hold nothing of the draft's content."""

_SIGNS = {W + "tab": " ", W + "ptab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def read_docx(container: Container, told: Told) -> Found:
    """Return what a Word document holds, table cells and text boxes included, footnotes last.

    Raises:
        ScreenError: it is not a Word document, its XML is broken, or it holds a document type definition.
    """
    folder, _, file = _main_part(container).rpartition("/")
    document = parsed(container, f"{folder}/{file}" if folder else file)
    if document.tag != W + "document":
        raise not_word(container.name)
    styles = _part(container, folder, "styles.xml")
    numbering = Numbering(_part(container, folder, "numbering.xml"), styles)
    paragraphs = list(_paragraphs(document, _heading_styles(styles), numbering, told))
    for file, label in (("footnotes.xml", "Fodnote"), ("endnotes.xml", "Slutnote")):
        paragraphs += _notes(_part(container, folder, file), label)
    return Found(paragraphs, list(_remarks(container, folder, document)))


def not_word(name: str) -> ScreenError:
    """Return the error for a container that holds something else than a Word document."""
    return ScreenError(
        N_("{name} is not a Word document, although it is packed like one."),
        N_("Choose the draft itself as .docx, PDF or text."),
        name=name,
    )


def _main_part(container: Container) -> str:
    if "_rels/.rels" not in container:
        raise not_word(container.name)
    for relation in parsed(container, "_rels/.rels"):
        if relation.get("Type") == _MAIN and relation.get("TargetMode") != "External":
            target = normpath(join("/", relation.get("Target", ""))).lstrip("/")
            if target in container:
                return target
    raise not_word(container.name)


def _part(container: Container, folder: str, file: str) -> Element | None:
    path = f"{folder}/{file}" if folder else file
    return parsed(container, path) if path in container else None


def _remarks(container: Container, folder: str, document: Element) -> Iterator[Remark]:
    """Say what was left out: macros, content of other files, deleted text."""
    if any(part.endswith("vbaProject.bin") for part in container.parts):
        yield "macros"
    relations = [_part(container, folder, f"_rels/{file}.xml.rels") for file in ("document", "footnotes", "endnotes")]
    if any(_is_outside(relation) for root in relations if root is not None for relation in root):
        yield "external-references"
    moved = chain.from_iterable(one.iter(W + "t") for one in document.iter(W + "moveFrom"))
    if any(text.text for text in chain(document.iter(W + "delText"), moved)):
        yield "tracked-deletions-skipped"


def _is_outside(relation: Element) -> bool:
    """Tell whether a reference leads to content outside the document's own XML, be it in the package or not."""
    kind = relation.get("Type", "")
    return kind.endswith(_INSERTED) or (relation.get("TargetMode") == "External" and not kind.endswith(_HARMLESS))


def _heading_styles(styles: Element | None) -> frozenset[str]:
    """Return the ids of styles that Word shows as headings (Word keeps their names in English)."""
    if styles is None:
        return frozenset()
    return frozenset(
        style.get(W + "styleId", "")
        for style in styles.iterfind(W + "style")
        if value(style.find(W + "name")).lower().startswith(("heading ", "title"))
        or _outlined(style.find(f"{W}pPr/{W}outlineLvl"))
    )


def _outlined(level: Element | None) -> bool:
    return value(level).isdigit() and int(value(level)) < 9


def _paragraphs(root: Element, heading_styles: frozenset[str], numbering: Numbering, told: Told) -> Iterator[Paragraph]:
    """Walk the paragraphs in document order; one whose mark was deleted goes on in the next."""
    carried = ""
    for element in telling(list(root.iter(W + "p")), told):
        if _is_left_out(element):
            continue
        properties = element.find(W + "pPr")
        text = carried + _text(element)
        carried = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            carried = text
            continue
        heading = _is_heading(properties, heading_styles)
        chunks = parted(text)
        number = numbering.next(properties) if chunks else ""
        for index, chunk in enumerate(chunks):
            yield Paragraph(chunk if index else evened(f"{number} {chunk}"), heading=heading)
    for chunk in parted(carried):
        yield Paragraph(chunk)


def _is_left_out(element: Element) -> bool:
    return any(above.tag in (_FALLBACK, W + "moveFrom", W + "del") for above in element.iterancestors())


def _is_heading(properties: Element | None, heading_styles: frozenset[str]) -> bool:
    if properties is None:
        return False
    style = value(properties.find(W + "pStyle"))
    return style in heading_styles or _outlined(properties.find(W + "outlineLvl"))


def _text(paragraph: Element) -> str:
    """Return a paragraph's text; a text box inside it is a paragraph of its own."""
    parts: list[str] = []
    waiting: list[Element] = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in (W + "t", _FORMULA_TEXT):
            parts.append(element.text or "")
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
        elif element.tag not in _LEFT_OUT and element.tag not in (_FALLBACK, W + "p"):
            waiting.extend(reversed(element))
    return "".join(parts)


def _notes(root: Element | None, label: str) -> list[Paragraph]:
    if root is None:
        return []
    notes = (" ".join(evened(_text(p)) for p in note.iter(W + "p")).strip() for note in root)
    return [Paragraph(text, label=f"{label} {count}") for count, text in enumerate(filter(None, notes), 1)]
