"""A draft's text, one block a line, as the XML of a Word document.

`Style | words` is a paragraph, words alone one in the style Normal, before which the name of a direct layout may stand
(`<centred> words`). `#` begins a remark. Lines that begin with `@` are explained at `Body.directive`.
"""

from collections.abc import Iterator
from itertools import count, takewhile

from lxml import etree

from tests.data.drafts.contents import OUTLINE, contents_list, headings, target
from tests.data.drafts.drawn import picture, text_box
from tests.data.drafts.inline import Words
from tests.data.drafts.look import FONT, LAYOUTS, SIZE, page
from tests.data.drafts.table import table
from tests.data.drafts.wordml import NS, Element, el, name_in, optional, val, w


class Body:
    """Turns the lines of one draft into blocks; `@direct` as a line of its own sets the font on every run."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = iter([line for line in lines if line and not line.startswith("#") and line != "@direct"])
        self._words = Words(FONT, SIZE) if "@direct" in lines else Words()
        self._headings = list(headings(lines))
        self._heading = count()
        self._drawing = count(1)
        self._paragraph = count(0x10000001)

    def document(self) -> bytes:
        """Return `word/document.xml`."""
        root = el("document", el("body", *self._blocks()), {name_in("mc", "Ignorable"): "w14"})
        etree.cleanup_namespaces(root, keep_ns_prefixes=list(NS))
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _blocks(self) -> Iterator[Element]:
        for line in self._lines:
            if line.startswith("@"):
                name, _, argument = line[1:].partition(" ")
                yield self.directive(name, argument)
            else:
                yield self.paragraph(line)

    def directive(self, name: str, argument: str) -> Element:
        """Return what a line with `@` stands for.

        `@contents 3 4 …` the contents list with its page numbers, `@table 3000 6000 Style` and rows up to `@end`
        (cells parted by ` || `, paragraphs in them by ` // `), `@picture width height description`, `@box` paragraphs
        in a text box, `@newpage`, `@section` and `@last` the end of a section (arguments as in `look.page`).
        """
        match name:
            case "contents":
                title = self.paragraph("Overskriftindholdsfortegnelse | Indholdsfortegnelse")
                return contents_list(title, self._headings, argument.split(), self._words)
            case "table":
                return self._table(argument.split())
            case "picture":
                return self._picture(*argument.split(" ", 2))
            case "box":
                return el("p", el("r", text_box(next(self._drawing), self._paragraphs(argument))))
            case "newpage":
                return el("p", el("r", el("br", w(type="page"))))
            case "section" | "last":
                section = page(argument)
                return section if name == "last" else el("p", el("pPr", el("spacing", w(after="0")), section))
            case _:
                raise ValueError(name)

    def paragraph(self, line: str) -> Element:
        """Return one paragraph."""
        style, _, text = line.rpartition(" | ")
        layout, text = _layout(text)
        properties = optional("pPr", *([val("pStyle", style)] if style else []), *layout)
        runs = list(self._words.runs(text))
        if style in OUTLINE:
            runs = self._words.bookmarked(target(next(self._heading)), *runs)
        identity = {name_in("w14", "paraId"): f"{next(self._paragraph):08X}", name_in("w", "rsidR"): "00B4A1C2"}
        return el("p", identity, *properties, *runs)

    def _paragraphs(self, text: str) -> list[Element]:
        return [self.paragraph(part) for part in text.split(" // ")]

    def _table(self, arguments: list[str]) -> Element:
        *widths, style = arguments
        lines = takewhile(lambda line: line != "@end", self._lines)
        rows = [[(cell, self._paragraphs(cell)) for cell in line.split(" || ")] for line in lines]
        return table(style, [int(width) for width in widths], rows)

    def _picture(self, width: str, height: str, description: str) -> Element:
        drawing = el("r", picture(next(self._drawing), int(width), int(height), description))
        return el("p", el("pPr", el("keepNext"), val("jc", "center")), drawing)


def _layout(text: str) -> tuple[list[Element], str]:
    """Part the name of a direct layout, »<centred> words«, from the words."""
    if not text.startswith("<") or text == "<<":
        return [], text
    name, _, text = text[1:].partition("> ")
    return LAYOUTS[name](), text
