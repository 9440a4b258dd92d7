"""A web page parsed so that nothing it refers to is ever fetched, and what of it is no text of the draft."""

import codecs
import re

from lxml import etree

from relational_screen.drafts.guarded_xml import Element
from relational_screen.drafts.text import HEAD, decoded
from relational_screen.errors import N_, ScreenError

FOREIGN = frozenset({"iframe", "frame", "object", "embed"})
"""What shows other files inside the page."""

_LEFT_OUT = FOREIGN | {
    "head", "script", "style", "template", "noscript", "nav", "title", "meta", "link", "button", "input",
    "select", "textarea", "option", "svg", "canvas", "audio", "video", "del", "rp", "rt",
}  # fmt: skip
_LEFT_OUT_CLASSES = frozenset({"indholdsfortegnelse", "toc", "fodnotehenvisning", "sdfootnoteanc", "sdendnoteanc"})
"""Lists of contents, which repeat the headings, and the numbers that point at notes."""

_LEFT_OUT_ROLES = ("navigation", "doc-toc", "doc-noteref")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})", re.IGNORECASE)
_CODECS = re.compile(r"iso8859-\d+|cp\d+|mac-roman|utf-8")


def page(data: bytes, name: str) -> Element | None:
    """Return the root of a page, or None where there is nothing.

    Raises:
        ScreenError: its bytes are not text, or it is nested deeper than any page.
    """
    return _parsed(decoded(data, name, _declared(data)), name)


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page declares, if it is one that its bytes may have."""
    match = _CHARSET.search(data[:HEAD])
    try:
        found = codecs.lookup(match[1].decode()).name if match else ""
    except LookupError:
        return None
    return found if _CODECS.fullmatch(found) and found != "iso8859-1" else None


def _parsed(text: str, name: str) -> Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root: Element | None = etree.fromstring(text.replace("\0", "").encode(), parser)
    except etree.XMLSyntaxError:
        return None
    if any(fault.level_name == "FATAL" for fault in parser.error_log):
        raise ScreenError(
            N_("{name} is nested deeper than any web page, so it was not read."),
            N_("Open it in a browser, copy its text into a document and save that as .docx or text."),
            name=name,
        )
    return root


def main_part(root: Element) -> Element:
    """Return the part that the page itself calls its main one, else all of it."""
    found = [one for one in root.iter() if _is_main(one)]
    return found[0] if len(found) == 1 else root


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.get("role") == "main" or "retsinformationversion" in element.attrib


def is_left_out(element: Element) -> bool:
    """Tell whether an element holds no text that a reader sees, or none of the draft."""
    if element.tag in _LEFT_OUT or not isinstance(element.tag, str):
        return True
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("role") in _LEFT_OUT_ROLES:
        return True
    return bool(classes(element) & _LEFT_OUT_CLASSES or _HIDDEN.search(attributes.get("style", "")))


def classes(element: Element) -> set[str]:
    """Return the names of an element's classes in small letters."""
    return set(element.get("class", "").lower().split())
