"""The note as plain text."""

from relational_screen.screening.document import Bars, Block, Bullets, NoteDocument, Table


def text(note: NoteDocument) -> str:
    """Return the note's blocks as text, one blank line between them; pictures become their descriptions."""
    return "\n\n".join(_block(block) for block in note.blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Bullets(items):
            return "\n".join(f"– {item}" for item in items)
        case Table(title, _, header, rows):
            lines = ["; ".join(f"{name}: {cell}" for name, cell in zip(header, cells, strict=True)) for cells in rows]
            return "\n".join([title, *(f"– {line}" for line in lines)])
        case Bars(title, description):
            return f"{title}\n{description}"
        case _:
            return block.text
