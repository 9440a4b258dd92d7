"""The note as paragraphs and tables in the draft's look."""

from collections.abc import Sequence
from copy import deepcopy

from relational_screen.drafts.guarded_xml import Element
from relational_screen.export.insertion.elements import make, make_run
from relational_screen.export.insertion.look import Look, emphasised
from relational_screen.export.insertion.samples import Looks
from relational_screen.export.insertion.tables import TableLook, make_table
from relational_screen.export.insertion.wording import without_number
from relational_screen.export.plain import typeset
from relational_screen.screening.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Heading,
    Matrix,
    NoteDocument,
    Paragraph,
    Table,
)

_DRAWN = Table | Bars | Matrix
DASH = "–\N{NO-BREAK SPACE}"
"""Before a list's texts where the draft has no list of its own to go by."""


class Composer:
    """Writes one note; `number` is the section's where numbers are typed, else nothing."""

    def __init__(self, looks: Looks, table: TableLook, number: str) -> None:
        self._looks = looks
        self._table = table
        self._number = number
        self._points = 0

    def compose(self, note: NoteDocument, *, blank_before: bool) -> list[Element]:
        """Return the section. `blank_before` says that an empty paragraph stands before it already."""
        written: list[Element] = []
        space, previous = blank_before, None
        for block in note.blocks:
            if self._wants_space(previous, block) and not space:
                written.append(self._blank())
            written += self._written(block)
            space, previous = False, block
        if self._looks.blank_above_heading or isinstance(previous, _DRAWN):
            written.append(self._blank())
        return written

    def _wants_space(self, previous: Block | None, block: Block) -> bool:
        if isinstance(block, Heading):
            return self._looks.blank_above_heading
        if isinstance(previous, Heading):
            return self._looks.blank_below_heading
        return self._looks.blank_between or isinstance(previous, _DRAWN)

    def _written(self, block: Block) -> list[Element]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph(text, "small"):
                return [self._paragraph(text, emphasised(self._looks.body, "i", "iCs"))]
            case Paragraph(text):
                return [self._paragraph(text, self._looks.body)]
            case Bullets(items):
                return [self._bullet(item) for item in items]
            case Table():
                caption = _kept_with_next(self._paragraph(block.title, emphasised(self._looks.body, "i", "iCs")))
                return [caption, self._table_of(block, block.header, block.rows)]
            case Bars() | Matrix():
                return [self._table_of(block, *_as_table(block))]

    def _heading(self, block: Heading) -> Element:
        text = " ".join(without_number(block.text).split())
        if block.level == 1:
            return self._numbered(text, self._number, self._looks.heading)
        if block.level == 2:
            self._points += 1
            return self._numbered(text, self._number and f"{self._number}.{self._points}", self._looks.point)
        return _kept_with_next(self._paragraph(text, emphasised(self._looks.body, "i", "iCs")))

    def _numbered(self, text: str, number: str, look: Look) -> Element:
        return self._paragraph(f"{number}{''.join(look.number)}{text}" if number else text, look)

    def _bullet(self, text: str) -> Element:
        if self._looks.bullet:
            return self._paragraph(text, self._looks.bullet)
        return self._paragraph(DASH + text, self._looks.body)

    def _paragraph(self, text: str, look: Look) -> Element:
        return make("p", deepcopy(look.paragraph), make_run(typeset(text), deepcopy(look.text)))

    def _blank(self) -> Element:
        return make("p", deepcopy(self._looks.body.paragraph))

    def _table_of(self, block: Table | Bars | Matrix, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Element:
        return make_table(self._table, header, rows, title=block.title, description=block.description)


def _as_table(picture: Bars | Matrix) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return a picture as a table of its words; a picture would need parts of its own in the draft's file."""
    if isinstance(picture, Matrix):
        names = picture.raises, picture.lowers
        rows = [(row.label, *(_cell(names, pair) for pair in row.cells)) for row in picture.rows]
        return (picture.title, *picture.columns), rows
    pairs = [(pair.label, pair.raises.word, pair.lowers.word) for pair in picture.pairs]
    return (picture.title, picture.raises, picture.lowers), pairs


def _cell(names: tuple[str, str], pair: tuple[Bar, Bar] | None) -> str:
    """Return one line for each side; a dash where nothing is asked."""
    return "–" if pair is None else "\n".join(f"{name}: {bar.word}" for name, bar in zip(names, pair, strict=True))


def _kept_with_next(paragraph: Element) -> Element:
    properties = paragraph[0]
    at = int(len(properties) > 0 and properties[0].tag.endswith("}pStyle"))
    if properties.find("{*}keepNext") is None:
        properties.insert(at, make("keepNext"))
    return paragraph
