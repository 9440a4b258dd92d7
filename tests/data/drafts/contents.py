"""The contents list that Word makes itself: a field whose result are links to the headings."""

from collections.abc import Iterator, Sequence

from tests.data.drafts.inline import Words, bare
from tests.data.drafts.wordml import Element, el, val, w

OUTLINE = ("Overskrift1", "Overskrift2", "Overskrift3")
Heading = tuple[int, str, str]
"""Level, number and words."""


def headings(lines: Sequence[str]) -> Iterator[Heading]:
    """Return the numbered headings among a draft's lines, counted as Word does."""
    counts = [0, 0, 0]
    for line in lines:
        style, _, text = line.partition(" | ")
        if style in OUTLINE:
            level = OUTLINE.index(style)
            counts = [*counts[:level], counts[level] + 1, 0, 0][:3]
            yield level + 1, ".".join(map(str, counts[: level + 1])) + ".", bare(text)


def target(index: int) -> str:
    """Return the bookmark of the heading with this index."""
    return f"_Toc18204{index + 100}"


def contents_list(title: Element, found: Sequence[Heading], pages: Sequence[str], words: Words) -> Element:
    """Return the list under its title; `pages` are the page numbers that Word last showed."""
    begin, instruction, separate, end = words.field(r'TOC \o "1-3" \h \z \u')
    entries = [
        _entry(target(index), heading, page, words)
        for index, (heading, page) in enumerate(zip(found, pages, strict=True))
    ]
    for position, run in enumerate((begin, instruction, separate), 1):
        entries[0].insert(position, run)
    gallery = el("docPartObj", val("docPartGallery", "Table of Contents"), el("docPartUnique"))
    properties = el("sdtPr", val("id", "1204587331"), gallery)
    return el("sdt", properties, el("sdtContent", title, *entries, el("p", end)))


def _entry(bookmark: str, heading: Heading, page: str, words: Words) -> Element:
    level, number, text = heading
    numbered = words.run(f"{number}→{text}→")
    reference = words.field(rf"PAGEREF {bookmark} \h", words.run(page))
    link = el("hyperlink", w(anchor=bookmark, history="1"), numbered, *reference)
    return el("p", el("pPr", val("pStyle", f"Indholdsfortegnelse{level}")), link)
