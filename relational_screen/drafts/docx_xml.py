"""The names and values of Word's XML."""

from relational_screen.drafts.guarded_xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def value(element: Element | None) -> str:
    """Return an element's `w:val`, or nothing."""
    return "" if element is None else element.get(W + "val", "")
