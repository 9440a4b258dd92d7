"""The elements of Word's XML."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
CHANGED = "2027-02-15T09:30:00Z"
"""When every tracked change was made."""


def name_in(prefix: str, name: str) -> str:
    """Return a name with its namespace, as lxml writes it."""
    return f"{{{NS[prefix]}}}{name}"


def el(tag: str, *content: "Element | dict[str, str] | str") -> Element:
    """Return `<w:tag>` with attributes, children and text."""
    found = etree.Element(name_in("w", tag), nsmap=NS)
    for one in content:
        if isinstance(one, str):
            found.text = one
        elif isinstance(one, dict):
            for key, value in one.items():
                found.set(key, value)
        else:
            found.append(one)
    return found


def w(**attributes: str) -> dict[str, str]:
    """Return attributes in Word's namespace."""
    return {name_in("w", name): value for name, value in attributes.items()}


def val(tag: str, value: str) -> Element:
    """Return `<w:tag w:val="value"/>`."""
    return el(tag, w(val=value))


def optional(tag: str, *children: Element) -> list[Element]:
    """Return the element in a list, or an empty list where it would hold nothing."""
    return [el(tag, *children)] if children else []
