"""Tracked changes: what is inserted or deleted so that the draft's lawyer can accept or reject it in Word."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from relational_screen.drafts.docx_xml import W
from relational_screen.drafts.guarded_xml import Element
from relational_screen.export.insertion.elements import get_or_make, make
from relational_screen.export.plain import one_line

PROGRAM = "Relationel bundlinje"
LONGEST_AUTHOR = 200

_HOLDERS = tuple(
    W + tag for tag in ("hyperlink", "fldSimple", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "customXml")
)
_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_LAST_IN_ROW = (W + "trPrChange",)
_RANGES = tuple(W + tag for tag in ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd"))


class Tracking:
    """Who changes what and when, with the next free number for a change in this document; `on` or switched off."""

    def __init__(self, body: Element, author: str, at: datetime, *, on: bool) -> None:
        self._body = body
        self._on = on
        self._author = one_line(f"{PROGRAM} ({author})" if author.strip() else PROGRAM, LONGEST_AUTHOR)
        self._date = at.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._last: int | None = None

    def next_id(self) -> str:
        """Return a number that no change, comment or bookmark of the body has."""
        if self._last is None:
            self._last = max((int(given) for given in self._given() if given.isdecimal()), default=0)
        self._last += 1
        return str(self._last)

    def insert(self, blocks: Iterable[Element]) -> None:
        """Mark whole new paragraphs, tables or rows as inserted."""
        for block in blocks if self._on else ():
            for row in block.iter(W + "tr"):
                _row_properties(row).append(self._mark("ins"))
            for paragraph in block.iter(W + "p"):
                self._wrap(paragraph, "ins")
                self._mark_end(paragraph, "ins")

    def delete(self, block: Element, *, outright: bool) -> list[Element]:
        """Mark a paragraph, table or row as deleted; with `outright` our own pending insertions simply go.

        Returns:
            The ends of comments and bookmarks of what went, which must stand elsewhere.
        """
        if not self._on or (outright and self._is_pending(block)):
            return _removed(block)
        saved = []
        for row in list(block.iter(W + "tr")):
            saved += self._delete_row(row, outright=outright)
        for paragraph in block.iter(W + "p"):
            saved += self._delete_content(paragraph, outright=outright)
            self._mark_end(paragraph, "del")
        return saved

    def _delete_row(self, row: Element, *, outright: bool) -> list[Element]:
        if outright and self._is_pending(row):
            return _removed(row)
        properties = _row_properties(row)
        if properties.find(W + "del") is None:
            at = len(properties) - sum(child.tag in _LAST_IN_ROW for child in properties)
            properties.insert(at, self._mark("del"))
        return []

    def _delete_content(self, parent: Element, *, outright: bool) -> list[Element]:
        saved = []
        for child in list(parent.iterchildren("{*}*")):
            if child.tag == W + "r":
                self._delete_run(child)
            elif child.tag == W + "ins" and outright and self._is_ours(child):
                saved += _removed(child)
            elif child.tag in _HOLDERS:
                saved += self._delete_content(child, outright=outright)
        return saved

    def _delete_run(self, run: Element) -> None:
        for child in run.iterchildren("{*}*"):
            child.tag = _DELETED.get(str(child.tag), child.tag)
        mark = self._mark("del")
        run.addprevious(mark)
        mark.append(run)

    def _is_pending(self, block: Element) -> bool:
        """Whether all of a paragraph, row or table is an insertion of ours that nobody has accepted."""
        path = {W + "p": f"{W}pPr/{W}rPr/{W}ins", W + "tr": f"{W}trPr/{W}ins"}.get(str(block.tag))
        if path is None:
            rows = block.findall(W + "tr")
            return bool(rows) and all(map(self._is_pending, rows))
        mark = block.find(path)
        loose = block.tag == W + "p" and any(
            child.tag in (W + "r", *_HOLDERS) and not self._goes(child) for child in block
        )
        return mark is not None and self._is_ours(mark) and not loose

    def _goes(self, child: Element) -> bool:
        return (child.tag == W + "ins" and self._is_ours(child)) or child.find(W + "commentReference") is not None

    def _is_ours(self, mark: Element) -> bool:
        return mark.get(W + "author", "").startswith(PROGRAM)

    def _wrap(self, paragraph: Element, tag: str) -> None:
        found = paragraph.findall(W + "r")
        if found:
            mark = self._mark(tag)
            found[0].addprevious(mark)
            mark.extend(found)

    def _mark_end(self, paragraph: Element, tag: str) -> None:
        """Mark the end of a paragraph; `w:ins` and `w:del` come first among its properties, in this order."""
        properties = get_or_make(paragraph, "pPr")
        changed = sum(child.tag in (W + "sectPr", W + "pPrChange") for child in properties)
        end = get_or_make(properties, "rPr", len(properties) - changed)
        if end.find(W + tag) is None:
            end.insert(int(tag == "del" and end.find(W + "ins") is not None), self._mark(tag))

    def _mark(self, tag: str) -> Element:
        return make(tag, id=self.next_id(), author=self._author, date=self._date)

    def _given(self) -> Iterator[str]:
        return (element.get(W + "id", "") for element in self._body.iter("{*}*"))


def _ranges(block: Element) -> list[Element]:
    """Return the ends of comments and bookmarks inside a block, and the comments' signs."""
    signs = (run for run in block.iter(W + "r") if run.find(W + "commentReference") is not None)
    wanted = {*block.iter(*_RANGES), *signs}
    return [element for element in block.iter(*_RANGES, W + "r") if element in wanted]


def _removed(block: Element) -> list[Element]:
    """Take an element out and return the ends of comments and bookmarks that stood in it."""
    parent = block.getparent()
    assert parent is not None
    parent.remove(block)
    return _ranges(block)


def _row_properties(row: Element) -> Element:
    """Return a row's properties; new ones hold what holds anyway, since the schema wants one beside the change."""
    properties = get_or_make(row, "trPr", int(row.find(W + "tblPrEx") is not None))
    if not len(properties):
        properties.append(make("cantSplit", val="off"))
    return properties
