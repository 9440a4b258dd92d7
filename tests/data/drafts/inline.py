"""The words of a paragraph: bold, italic, notes, comments, tracked changes, bookmarks and references.

`**bold**`, `__italic__`, `→` for a tab, `¦` where Word cut a run in two without need, and `[[kind:argument|text]]`:
`note:1`, `comment:0`, `insert:Author`, `delete:Author`, `mark:name` (a bookmark), `refer:name` (a reference to one).
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from tests.data.drafts.wordml import CHANGED, Element, el, optional, val, w

_TOKEN = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|__(?P<italic>.+?)__|\[\[(?P<kind>\w+):(?P<arg>[^|\]]*)\|?(?P<text>[^\]]*)\]\]"
)
_SPACE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}


def bare(text: str) -> str:
    """Return the words without their marks, as a contents list shows them."""
    return _TOKEN.sub(lambda token: token["bold"] or token["italic"] or token["text"], text).replace("¦", "")


class Words:
    """Makes the runs of one document and counts its bookmarks and changes.

    `font` and `size` are run properties that every run carries itself (direct formatting).
    """

    def __init__(self, font: tuple[Element, ...] = (), size: tuple[Element, ...] = ()) -> None:
        self._font = font
        self._size = size
        self._ids = count(100)

    def runs(self, text: str) -> Iterator[Element]:
        """Return a paragraph's runs, fields, bookmarks and changes."""
        end = 0
        for token in _TOKEN.finditer(text):
            yield from self._plain(text[end : token.start()])
            yield from self._marked(token)
            end = token.end()
        yield from self._plain(text[end:])

    def run(self, text: str, *properties: Element, tag: str = "t") -> Element:
        """Return one run; tabs are written as `→`."""
        found = el("r", *self._properties(*properties))
        for index, part in enumerate(text.split("→")):
            if index:
                found.append(el("tab"))
            if part:
                found.append(el(tag, part, _SPACE))
        return found

    def field(self, instruction: str, *result: Element) -> list[Element]:
        """Return a field with the result that Word last showed."""
        begin, separate, end = (
            el("r", *self._properties(), el("fldChar", w(fldCharType=kind))) for kind in ("begin", "separate", "end")
        )
        return [begin, self.run(f" {instruction} ", tag="instrText"), separate, *result, end]

    def bookmarked(self, name: str, *content: Element) -> list[Element]:
        """Return the content with a bookmark around it."""
        number = str(next(self._ids))
        return [el("bookmarkStart", w(id=number, name=name)), *content, el("bookmarkEnd", w(id=number))]

    def _properties(self, *properties: Element) -> list[Element]:
        return optional("rPr", *map(deepcopy, self._font), *properties, *map(deepcopy, self._size))

    def _plain(self, text: str) -> Iterator[Element]:
        for part in filter(None, text.split("¦")):
            yield self.run(part)

    def _marked(self, token: re.Match[str]) -> list[Element]:
        if token["bold"]:
            return [self.run(token["bold"], el("b"))]
        if token["italic"]:
            return [self.run(token["italic"], el("i"))]
        return self._special(token["kind"], token["arg"], token["text"])

    def _special(self, kind: str, argument: str, text: str) -> list[Element]:
        match kind:
            case "note":
                reference = el("footnoteReference", w(id=argument))
                return [el("r", el("rPr", val("rStyle", "Fodnotehenvisning")), reference)]
            case "comment":
                return self._commented(argument, text)
            case "insert":
                return [el("ins", self._changed(argument), self.run(text))]
            case "delete":
                return [el("del", self._changed(argument), self.run(text, tag="delText"))]
            case "mark":
                return self.bookmarked(argument, self.run(text))
            case "refer":
                return self.field(rf"REF {argument} \r \h", self.run(text))
            case _:
                raise ValueError(kind)

    def _commented(self, number: str, text: str) -> list[Element]:
        reference = el("r", el("rPr", val("rStyle", "Kommentarhenvisning")), el("commentReference", w(id=number)))
        return [el("commentRangeStart", w(id=number)), self.run(text), el("commentRangeEnd", w(id=number)), reference]

    def _changed(self, author: str) -> dict[str, str]:
        return w(id=str(next(self._ids)), author=author, date=CHANGED)
