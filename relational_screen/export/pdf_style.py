"""The PDF's typeface and paragraph styles."""

import re
import unicodedata
from collections.abc import Container
from functools import cache
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from relational_screen.export import look
from relational_screen.export.plain import plain

REGULAR, BOLD, ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
BYTE_ORDER_MARK = "\ufeff"
"""The typeface has a glyph for it, but PDF/UA forbids a letter with this meaning."""
LARGEST_BLOCK = 100
_MEANING = re.compile(r"^<[0-9A-F]{2}> <[0-9A-F]+>$", re.MULTILINE)
FILES: dict[str, Path] = {REGULAR: look.REGULAR, BOLD: look.BOLD, ITALIC: look.ITALIC}

INK = HexColor(f"#{look.INK}")
QUIET = HexColor(f"#{look.QUIET}")
RULE = HexColor(f"#{look.RULE}")
TINT = HexColor(f"#{look.TINT}")
RAISES = HexColor(f"#{look.RAISES}")
LOWERS = HexColor(f"#{look.LOWERS}")


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A typeface that says what each of its codes means only for the codes in use, as PDF/UA demands (7.21.7)."""

    def addObjects(self, doc: PDFDocument) -> None:
        """Write the font into a document."""
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(self.state[doc].subsets))]
        super().addObjects(doc)
        for name in names:
            meanings = doc.idToObject[doc.idToObject[name].ToUnicode.name]
            meanings.content = _without_unused(meanings.content)


def _without_unused(meanings: str) -> str:
    """Return the map from codes to letters without the codes that have none, in blocks as small as PDF wants them."""
    head, _, rest = meanings.partition("endcodespacerange\n")
    entries = [entry for entry in _MEANING.findall(rest) if not entry.endswith("<0000>")]
    blocks = [entries[start : start + LARGEST_BLOCK] for start in range(0, len(entries), LARGEST_BLOCK)]
    written = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks]
    return head + "endcodespacerange\n" + "".join(written) + rest[rest.index("endcmap") :]


@cache
def register_fonts() -> None:
    """Make the shipped typeface known to reportlab, which embeds what a file uses of it."""
    for name, path in FILES.items():
        pdfmetrics.registerFont(EmbeddedFont(name, path))


def shown(text: str) -> str:
    """Return a printable text in which a letter that the typeface lacks is seen to be missing.

    Left alone, such a letter would take up no room and nobody would notice that it is gone.
    """
    register_fonts()
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    letters = unicodedata.normalize("NFC", plain(text))
    return "".join(letter if _is_seen(letter, known) or letter == "\n" else _stand_in(letter) for letter in letters)


def _is_seen(letter: str, known: Container[int]) -> bool:
    return ord(letter) in known and letter != BYTE_ORDER_MARK


def has_letters(text: str) -> bool:
    """Return whether a text leaves anything to be seen."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in shown(text))


def _stand_in(letter: str) -> str:
    if letter.isspace():
        return " "
    unseen = unicodedata.category(letter) in {"Cf", "Mn"}
    return "" if unseen else "\N{REPLACEMENT CHARACTER}"


def text_width(text: str, size: float, bold: bool) -> float:
    """Return a text's width in points."""
    return float(pdfmetrics.stringWidth(shown(text), BOLD if bold else REGULAR, size))


BASE = ParagraphStyle("Body", fontName=REGULAR, fontSize=10.5, leading=15, spaceAfter=7, textColor=INK)
_HEADING = {"parent": BASE, "fontName": BOLD, "keepWithNext": 1}
_BOX = {"borderWidth": 1, "borderColor": INK, "borderPadding": (9, 10, 6, 10), "leftIndent": 10, "rightIndent": 10}

STYLES: dict[str, ParagraphStyle] = {
    "body": BASE,
    "lead": ParagraphStyle("Lead", BASE, fontName=ITALIC, fontSize=12.5, leading=19, spaceAfter=12),
    "boxed": ParagraphStyle("Boxed", BASE, spaceBefore=20, spaceAfter=22, **_BOX),
    "small": ParagraphStyle("Small", BASE, fontSize=9, leading=13, spaceAfter=3, textColor=QUIET),
    "footer": ParagraphStyle("Footer", BASE, fontSize=9, leading=13, spaceAfter=0, textColor=QUIET),
    "caption": ParagraphStyle("Caption", fontSize=10, spaceBefore=12, spaceAfter=6, **_HEADING),
    "table_title": ParagraphStyle("TableTitle", BASE, fontName=BOLD, fontSize=10, spaceBefore=12, spaceAfter=6),
    "bullet": ParagraphStyle("Bullet", BASE, leftIndent=17, bulletFontName=REGULAR, bulletFontSize=10.5, spaceAfter=4),
    "cell": ParagraphStyle("Cell", BASE, fontSize=9.5, leading=13.5, spaceAfter=0),
    "head": ParagraphStyle("Head", BASE, fontName=BOLD, fontSize=9.5, leading=13.5, spaceAfter=0),
}
HEADINGS: dict[int, ParagraphStyle] = {
    1: ParagraphStyle("Heading1", fontSize=19, leading=26, spaceAfter=12, **_HEADING),
    2: ParagraphStyle("Heading2", fontSize=13.5, leading=19, spaceBefore=18, spaceAfter=5, **_HEADING),
    3: ParagraphStyle("Heading3", fontSize=11, leading=16, spaceBefore=12, spaceAfter=3, **_HEADING),
}
HEADING_ROLES = ("H1", "H2", "H3")
