"""The note as text to paste: every block is there, and each item of a list keeps to its line."""

from decimal import Decimal

from relational_screen.export.text import text
from relational_screen.screening.document import (
    Bar,
    BarPair,
    Bars,
    Block,
    Bullets,
    Heading,
    Matrix,
    MatrixRow,
    NoteDocument,
    Paragraph,
    Table,
)

RAISES, LOWERS = Bar(Decimal(20), "20"), Bar(Decimal(0), "0-40")


def _text(*blocks: Block) -> str:
    return text(NoteDocument("Titel", "da", "Emne", "Fod", blocks))


def test_blocks_are_parted_by_a_blank_line() -> None:
    told = _text(Heading("Notat"), Paragraph("Første linje."), Bullets(("et", "to")))
    assert told == "Notat\n\nFørste linje.\n\n– et\n– to\n"


def test_a_table_becomes_a_line_per_row_with_its_headers() -> None:
    told = _text(Table("Tabel", "Viser noget.", ("Gruppe", "Antal"), (("Alle", "10"), ("Nogle", "5"))))
    assert told == "Tabel\n– Gruppe: Alle; Antal: 10\n– Gruppe: Nogle; Antal: 5\n"


def test_bars_are_told_by_their_description() -> None:
    told = _text(Bars("Søjler", "Hjem øger.", "øger", "mindsker", (BarPair("Hjem", RAISES, LOWERS),)))
    assert told == "Søjler\nHjem øger.\n"


def test_a_matrix_becomes_a_line_per_row_and_leaves_out_what_is_not_asked() -> None:
    row = MatrixRow("Hjem", ((RAISES, LOWERS), None))
    told = _text(Matrix("Felter", "Viser noget.", "øger", "mindsker", ("Steder", "Tid"), (row,)))
    assert told == "Felter\n– Hjem: Steder: øger 20, mindsker 0-40\n"


def test_a_line_break_within_an_item_or_cell_does_not_end_it() -> None:
    told = _text(Bullets(("et\r\nto",)), Table("Tabel", "", ("A",), (("tre\n\nfire",),)))
    assert told == "– et to\n\nTabel\n– A: tre fire\n"


def test_control_characters_do_not_come_along() -> None:
    assert _text(Paragraph("et\x00\x1b[31mto")) == "et[31mto\n"
