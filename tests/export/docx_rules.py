"""Our own rules for a Word file that everybody can read, checked in its XML and not by the code that wrote it."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
LEAST_CONTRAST = 4.5
LEAST_SIZE = 18
"""Half points."""

TEXT_WIDTH = 9071
"""Twentieths of a point between the margins."""

SHORT_ROW = 120
"""Letters in all of a row's cells, which even in narrow columns take few lines."""

Parts = dict[str, etree._Element]
Rule = Callable[[Parts], Iterator[str]]


def broken_rules(path: Path) -> list[str]:
    """Return what is wrong with a note's Word file, in words."""
    with ZipFile(path) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}
    return [problem for rule in RULES for problem in rule(parts)]


def _properties(parts: Parts) -> Iterator[str]:
    core = parts["docProps/core.xml"]
    if not core.findtext(f"{DC}title"):
        yield "the file has no title"
    (language,) = parts["word/styles.xml"].findall(f"{W}docDefaults//{W}lang")
    if language.get(f"{W}val") not in ("da-DK", "en-GB"):
        yield "the text has no language"
    if core.findtext(f"{DC}language") != language.get(f"{W}val"):
        yield "the file and its text name different languages"
    if core.findtext(f"{DC}creator"):
        yield "the file names a person"


def _headings(parts: Parts) -> Iterator[str]:
    found = [int(name.removeprefix("Heading")) for name in _used(parts) if name.startswith("Heading")]
    if found and (found[0] != 1 or found.count(1) != 1):
        yield "the first heading, and only that, is the note's own"
    for before, after in pairwise(found):
        if after > before + 1:
            yield f"a heading {after} stands below a heading {before}"


def _styles(parts: Parts) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    yield from (f"the style {name} is not defined" for name in _used(parts) if name not in known)
    numbers = {num.get(f"{W}numId") for num in parts["word/numbering.xml"].iter(f"{W}num")}
    for bullet in parts["word/styles.xml"].findall(f"{W}style[@{W}styleId='ListBullet']//{W}numId"):
        if bullet.get(f"{W}val") not in numbers:
            yield "the list style has no bullet"
    for paragraph in parts["word/document.xml"].iter(f"{W}p"):
        if "".join(map(str, paragraph.itertext())).startswith(("•", "- ")):
            yield "a list is typed by hand"


def _tables(parts: Parts) -> Iterator[str]:
    for table in parts["word/document.xml"].iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] != [True] + [False] * (len(rows) - 1):
            yield "a table's first row, and only that, is its head"
        short = [row for row in rows if len("".join(map(str, row.itertext()))) < SHORT_ROW]
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in short):
            yield "a table's short row may be split"
        names = [etree.QName(child).localname for child in table.findall(f"{W}tblPr/*")]
        told = [child.get(f"{W}val") for child in table.findall(f"{W}tblPr/*")][-2:]
        if names[-3:] != ["tblLook", "tblCaption", "tblDescription"] or not all(told):
            yield "a table does not say what it shows"
        if sum(int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")) > TEXT_WIDTH + len(names):
            yield "a table runs off the page"


def _pictures(parts: Parts) -> Iterator[str]:
    found = list(parts["word/document.xml"].iter(f"{DRAWN}docPr"))
    yield from ("a picture has no description" for picture in found if not picture.get("descr", "").strip())
    if len({picture.get("id") for picture in found}) != len(found):
        yield "two pictures have the same id"


def _letters(parts: Parts) -> Iterator[str]:
    fills = {shade.get(f"{W}fill", "") for part in parts.values() for shade in part.iter(f"{W}shd")} | {"FFFFFF"}
    for part in parts.values():
        for colour in {str(found.get(f"{W}val")) for found in part.iter(f"{W}color")}:
            if min(_contrast(colour, fill) for fill in fills) < LEAST_CONTRAST:
                yield f"letters in {colour} are too pale"
        for size in {str(found.get(f"{W}val")) for found in part.iter(f"{W}sz")}:
            if int(size) < LEAST_SIZE:
                yield f"letters of {int(size) / 2} points are too small"


RULES: tuple[Rule, ...] = (_properties, _headings, _styles, _tables, _pictures, _letters)


def _used(parts: Parts) -> list[str]:
    return [str(style.get(f"{W}val")) for style in parts["word/document.xml"].iter(f"{W}pStyle")]


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, WCAG 2.1's definition."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
