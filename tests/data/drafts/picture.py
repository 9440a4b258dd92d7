"""A small picture of coloured rectangles as PNG, packed without compression so that every machine gives equal bytes."""

import struct
import zlib
from collections.abc import Sequence
from typing import TypeAlias

Rectangle: TypeAlias = tuple[int, int, int, int, int]
"""Left, top, width, height in dots, and the number of the colour."""

COLOURS = bytes.fromhex("ffffff d9e5d0 b9c9dd e6d3b8 8c8c8c 2f5d50 a8481f 1f5fa8")
LARGEST_BLOCK = 65535


def png(width: int, height: int, rectangles: Sequence[Rectangle]) -> bytes:
    """Return the picture; later rectangles lie above earlier ones."""
    rows = [bytearray(width) for _ in range(height)]
    for left, top, across, down, colour in rectangles:
        for row in rows[top : top + down]:
            row[left : left + across] = bytes([colour]) * across
    dots = b"".join(b"\0" + bytes(row) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", COLOURS), (b"IDAT", _stored(dots)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _stored(content: bytes) -> bytes:
    """Return the zlib stream that holds the content as it is."""
    parts = [content[start : start + LARGEST_BLOCK] for start in range(0, len(content), LARGEST_BLOCK)]
    blocks = [
        struct.pack("<BHH", number == len(parts), len(part), len(part) ^ 0xFFFF) + part
        for number, part in enumerate(parts, 1)
    ]
    return b"\x78\x01" + b"".join(blocks) + struct.pack(">I", zlib.adler32(content))
