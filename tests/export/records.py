"""Invented records of notes."""

from typing import Any

from relational_screen.screening.canonical import canonical, digest

HARD = 'æøå 😀 <b> & " \\ ]]> \x01 \t \r\n \x7f\x85 \u2028 \ufffe\uffff'
"""Signs that XML, JSON or PDF treat in their own ways."""


def record_of(**said: Any) -> bytes:
    """Return a record with its hash."""
    return canonical({**said, "hash": digest(canonical(said))})


RECORD = record_of(version=1, title="Opdigtet", reason=HARD, answers=[{"question": "a.b", "net": "12.50"}])
