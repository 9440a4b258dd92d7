"""Numbers as lists write them: 3, c, C, iii, III."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """Return a, b … z, aa, bb …"""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """Return i, ii, iii, iv …"""
    written = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        written += sign * count
    return written


FORMS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}
"""How a number is written, by the first of its kind (as HTML and OpenDocument name the forms)."""


def counted_from(written: str | None, otherwise: int = 1) -> int:
    """Return the number that a file says a list begins with; what is no sensible number does not count."""
    return int(written) if written and written.isdecimal() and len(written) <= 4 else otherwise
