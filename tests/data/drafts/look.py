"""Direct formatting: what a paragraph, a run or a page carries itself instead of by a style."""

from collections.abc import Callable

from tests.data.drafts.wordml import CHANGED, Element, el, name_in, val, w

_FONT = "Times New Roman"
FONT = (el("rFonts", w(ascii=_FONT, hAnsi=_FONT, cs=_FONT)),)
SIZE = (val("sz", "23"), val("szCs", "23"))
"""With `FONT` Times New Roman 11.5 on every run."""

LAYOUTS: dict[str, Callable[[], list[Element]]] = {
    "text": lambda: [el("spacing", w(after="120", line="276", lineRule="auto")), val("jc", "both")],
    "heading": lambda: [el("keepNext"), el("spacing", w(before="240", after="80"))],
    "centred": lambda: [el("spacing", w(before="200", after="200")), val("jc", "center")],
    "right": lambda: [val("jc", "right")],
    "cell": lambda: [el("spacing", w(before="40", after="40"))],
    "tabbed": lambda: [
        el("tabs", el("tab", w(val="left", pos="397")), el("tab", w(val="left", pos="794"))),
        el("spacing", w(after="60")),
    ],
    "contents": lambda: [el("tabs", el("tab", w(val="right", leader="dot", pos="9070")))],
    "inserted": lambda: [el("rPr", el("ins", w(id="90", author="Finansministeriet", date=CHANGED)))],
}

_PORTRAIT, _LANDSCAPE = w(w="11906", h="16838"), w(w="16838", h="11906", orient="landscape")
_MARGINS = w(top="1701", right="1418", bottom="1418", left="1418", header="709", footer="709", gutter="0")


def page(argument: str) -> Element:
    """Return a section's properties: »portrait« or »landscape«, and its headers and footers.

    »portrait header1=default footer1=default footer2=first«; a section without them goes on with those before it.
    """
    orientation, *parts = argument.split()
    pairs = [part.split("=") for part in parts]
    found = el("sectPr", *(_reference(name, kind) for name, kind in pairs))
    found.append(val("type", "nextPage"))
    found.append(el("pgSz", _LANDSCAPE if orientation == "landscape" else _PORTRAIT))
    found.append(el("pgMar", _MARGINS))
    if any(kind == "first" for _, kind in pairs):
        found.append(el("titlePg"))
    return found


def _reference(name: str, kind: str) -> Element:
    tag = "headerReference" if name.startswith("header") else "footerReference"
    return el(tag, w(type=kind), {name_in("r", "id"): name})
