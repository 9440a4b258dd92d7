"""The note as plain text, to paste into a mail or a case system."""

from relational_screen.export.plain import plain
from relational_screen.screening.document import Bars, Block, Bullets, Matrix, MatrixRow, NoteDocument, Table


def text(note: NoteDocument) -> str:
    """Return the note's blocks as text, one blank line between them; pictures and tables become lines."""
    return plain("\n\n".join(_block(block) for block in note.blocks)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Bullets(items):
            return "\n".join(f"– {_line(item)}" for item in items)
        case Table(title, _, header, rows):
            return "\n".join([title, *(_row(header, cells) for cells in rows)])
        case Bars(title, description):
            return f"{title}\n{description}"
        case Matrix(title):
            return "\n".join([title, *(_matrix_row(block, row) for row in block.rows)])
        case _:
            return block.text


def _row(header: tuple[str, ...], cells: tuple[str, ...]) -> str:
    return f"– {'; '.join(f'{name}: {_line(cell)}' for name, cell in zip(header, cells, strict=True))}"


def _matrix_row(matrix: Matrix, row: MatrixRow) -> str:
    told = [
        f"{column}: {matrix.raises} {cell[0].word}, {matrix.lowers} {cell[1].word}"
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        if cell
    ]
    return f"– {row.label}: {'; '.join(told)}"


def _line(text: str) -> str:
    """Return a text on one line, since a line break would look like the end of the item."""
    return " ".join(text.split())
