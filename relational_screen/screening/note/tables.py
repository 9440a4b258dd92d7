"""Tables of a note: title, description and headers come from `note.toml` by the table's name."""

from collections.abc import Iterable, Iterator, Sequence

from relational_screen.screening.document import Table
from relational_screen.screening.note.wording import Wording

EVERYTHING = 1_000_000
"""How many items a list may have in a form that leaves nothing out."""


def table(wording: Wording, name: str, columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[Table]:
    """Yield a table, or nothing when it would have no rows; `columns` are the names of its headers."""
    told = tuple(rows)
    if told:
        header = tuple(wording.get(f"column-{column}") for column in columns)
        yield Table(wording.get(f"{name}-title"), wording.get(f"{name}-description"), header, told)
