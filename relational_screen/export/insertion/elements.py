"""Small tools for the XML of a Word document."""

from collections.abc import Iterator

from lxml import etree

from relational_screen.drafts.docx_xml import W, value
from relational_screen.drafts.guarded_xml import Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HIDDEN = frozenset({W + tag for tag in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr")})
NOT_TEXT = tuple(W + tag for tag in ("footnoteReference", "endnoteReference", "drawing", "pict", "object", "fldChar"))
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def make(tag: str, *children: Element, **attributes: str) -> Element:
    """Return a new element; the tag and the attributes are Word's."""
    element = etree.Element(W + tag, {W + name: text for name, text in attributes.items()}, nsmap={"w": W[1:-1]})
    element.extend(children)
    return element


def make_run(text: str, properties: Element | None) -> Element:
    """Return a run with the text; tabs and line breaks become Word's own."""
    run = make("r")
    if properties is not None:
        run.append(properties)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(make("br"))
        for column, part in enumerate(line.split("\t")):
            if column:
                run.append(make("tab"))
            if part:
                run.append(make("t"))
                run[-1].text = part
                run[-1].set(SPACE, "preserve")
    return run


def shown(element: Element) -> str:
    """Return the text a reader sees, with tracked deletions left out; text boxes and nested tables too."""
    return "".join(_shown(element))


def _shown(element: Element) -> Iterator[str]:
    for child in element.iterchildren("{*}*"):
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[str(child.tag)]
        elif child.tag not in HIDDEN and child.tag != _FALLBACK and not child.tag.endswith("}txbxContent"):
            yield from _shown(child)


def runs(paragraph: Element) -> list[Element]:
    """Return the runs with visible text, those of tracked deletions left out."""
    return [
        run
        for run in paragraph.iter(W + "r")
        if shown(run).strip() and not any(above.tag in HIDDEN for above in run.iterancestors())
    ]


def style_id(paragraph: Element) -> str:
    """Return the id of a paragraph's style, or nothing where it has the default one."""
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def get_or_make(parent: Element, tag: str, at: int = 0) -> Element:
    """Return the child with this tag; a new one stands at the place `at`."""
    found = parent.find(W + tag)
    if found is None:
        found = make(tag)
        parent.insert(at, found)
    return found
