"""The XML of packed documents, parsed so that nothing outside the file is ever read."""

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from lxml import etree

from relational_screen.drafts.zipped import Container
from relational_screen.errors import N_, ScreenError

Element: TypeAlias = etree._Element
Moment: TypeAlias = Literal["begins", "ends", "skipped"]


def parsed(container: Container, part: str) -> Element:
    """Return the root of one part.

    Raises:
        ScreenError: the XML is broken or holds a document type definition (offices write none; bombs need one).
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


def walked(root: Element, left_out: Callable[[Element], bool]) -> Iterator[tuple[Moment, Element]]:
    """Yield every element when it begins and when it ends; of those left out only that they were skipped."""
    walk = etree.iterwalk(root, events=("start", "end"))
    skips = False
    for event, element in walk:
        if event == "start" and left_out(element):
            walk.skip_subtree()
            skips = True
        elif skips:
            skips = False
            yield "skipped", element
        else:
            yield "begins" if event == "start" else "ends", element


def _broken(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} is built in a way that office programs do not use, so it was not read."),
        N_("Open it in the program that made it and save it again."),
        name=name,
    )
