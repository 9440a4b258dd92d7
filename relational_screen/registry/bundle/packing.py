"""The zip file of a bundle: parts stored uncompressed in the one way that FORMAT.md fixes, byte for byte.

Nothing is compressed: what a compressor writes differs between its versions, and what is not packed cannot swell.
"""

from collections.abc import Mapping
from io import BytesIO
from stat import S_IFREG
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from relational_screen.drafts.zipped import Container
from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.refusing import refused

MAX_BUNDLE = 256_000_000
"""Bytes a bundle may hold; one with a draft of 200 pages takes about two million."""

MAX_DIRECTORY = 2_000_000
"""Bytes its list of parts may hold, since reading that list takes time before anything of it can be checked."""

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
FIXED_MODE = (S_IFREG | 0o600) << 16
UNIX = 3
END, END_64, END_SIZE, END_64_AT = b"PK\5\6", b"PK\6\7", 22, 42


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip file of parts by name; equal parts give equal bytes on every system."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as zipped:
        for name in sorted(parts):
            info = ZipInfo(name, FIXED_TIME)
            info.create_system = UNIX
            info.external_attr = FIXED_MODE
            zipped.writestr(info, parts[name])
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file that is written as `packed` writes it.

    Links, folders, repeated names, compressed parts, comments and bytes between the parts all make another file.

    Raises:
        ScreenError: it is not a zip file, too large, or written in any other way.
    """
    if len(data) > MAX_BUNDLE:
        raise refused(N_("The bundle is larger than {limit} MB."), limit=MAX_BUNDLE // 1_000_000)
    if not _has_plain_end(data):
        raise refused(N_("The file is not a bundle, or it is damaged."))
    parts = _read(data)
    if packed(parts) != data:
        raise refused(N_("The bundle's zip file is not written in the one way that the format allows."))
    return parts


def _has_plain_end(data: bytes) -> bool:
    """Whether the zip file ends as ours do, with a list of parts that is quickly read."""
    end = data[-END_SIZE:]
    plain = end.startswith(END) and end.endswith(b"\0\0") and not data[-END_64_AT:].startswith(END_64)
    return plain and int.from_bytes(end[12:16], "little") <= MAX_DIRECTORY


def _read(data: bytes) -> dict[str, bytes]:
    """Read all parts, but stop where they hold more than the file itself: then they are packed after all."""
    parts: dict[str, bytes] = {}
    left = len(data)
    try:
        container = Container(data, "")
        for name in container.parts:
            parts[name] = container.read(name)
            left -= len(parts[name])
            if left < 0:
                break
    except ScreenError as fault:
        raise refused(N_("The bundle's zip file is damaged or built to do harm.")) from fault
    return parts
