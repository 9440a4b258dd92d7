"""The XML of a Word document, parsed so that nothing outside the file is ever read."""

from typing import TypeAlias

from lxml import etree

from relational_screen.drafts.zipped import Container
from relational_screen.errors import N_, ScreenError

Element: TypeAlias = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parsed(container: Container, part: str) -> Element:
    """Return the root of one part.

    Raises:
        ScreenError: the XML is broken or holds a document type definition (Word writes none; bombs need one).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(container.read(part), parser)
    except etree.XMLSyntaxError as fault:
        raise _broken(container.name) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise _broken(container.name)
    return root


def value(element: Element | None) -> str:
    """Return an element's `w:val`, or nothing."""
    return "" if element is None else element.get(W + "val", "")


def _broken(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} is built in a way that Word does not use, so it was not read."),
        N_("Open it in Word and save it again as .docx."),
        name=name,
    )
