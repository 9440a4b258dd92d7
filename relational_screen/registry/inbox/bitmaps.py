"""Bitmaps: for each thing that can be said of a screening, one bit per entry of the registry.

Counting and filtering are then intersections of whole numbers: microseconds at 100,000 screenings. A bitmap is
kept in chunks, so that one more entry rewrites little.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

CHUNK = 4096
"""Entries to a chunk; its bits take 512 bytes."""

EMPTY = bytes(CHUNK // 8)
Execute = Callable[..., Any]


class Mark(NamedTuple):
    """Something that can be said of an entry, such as `Mark("lowers", "housing", "places")`."""

    kind: str
    name: str = ""
    part: str = ""


COUNTED = Mark("counted")
"""Borne by the one entry of each screening that figures are made of."""

Bitmaps = Mapping[Mark, int]


def set_bits(execute: Execute, marks: Mapping[Mark, Iterable[int]], *, on: bool = True) -> None:
    """Set, or clear, the bits of entries by their numbers, under each mark."""
    for mark, numbers in marks.items():
        chunks: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            chunks[number // CHUNK].append(number % CHUNK)
        for chunk, places in chunks.items():
            _set_in_chunk(execute, mark, chunk, bits_of(places), on=on)


def _set_in_chunk(execute: Execute, mark: Mark, chunk: int, bits: int, *, on: bool) -> None:
    where = "kind = ? and name = ? and part = ? and chunk = ?"
    row = execute(f"select bits from bitmap where {where}", [*mark, chunk]).fetchone()
    before = int.from_bytes(row[0] if row else EMPTY, "little")
    after = before | bits if on else before & ~bits
    execute(
        "insert or replace into bitmap values (?, ?, ?, ?, ?)", [*mark, chunk, after.to_bytes(len(EMPTY), "little")]
    )


def read_bitmaps(execute: Execute) -> Bitmaps:
    """Return all bitmaps."""
    chunks: dict[Mark, dict[int, bytes]] = defaultdict(dict)
    for kind, name, part, chunk, bits in execute("select kind, name, part, chunk, bits from bitmap"):
        chunks[Mark(kind, name, part)][chunk] = bits
    return {mark: _whole(found) for mark, found in chunks.items()}


def _whole(chunks: dict[int, bytes]) -> int:
    return int.from_bytes(b"".join(chunks.get(number, EMPTY) for number in range(max(chunks) + 1)), "little")


def bits_of(numbers: Iterable[int]) -> int:
    """Return the bitmap in which just these bits are set."""
    found = list(numbers)
    whole = bytearray(max(found, default=0) // 8 + 1)
    for number in found:
        whole[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(whole, "little")


def numbers_in(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, lowest first."""
    for place, byte in enumerate(bits.to_bytes(bits.bit_length() // 8 + 1, "little")):
        if byte:
            yield from (place * 8 + bit for bit in range(8) if byte >> bit & 1)
