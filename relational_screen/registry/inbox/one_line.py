"""Texts that others chose, as one line of a list can show them: on a terminal, in a window, in a table, in a report."""

from unicodedata import category

from relational_screen.export import plain

LONGEST = 2_000
"""Characters; a long title has three hundred."""


def one_line(text: str) -> str:
    """Return a text on one line, without what steers a terminal or turns the direction in which text is read."""
    return plain.one_line("".join(sign for sign in text if category(sign) != "Cf"), LONGEST)
