"""Opens a zip container with care: nothing is unpacked before its size is known to be reasonable."""

import zlib
from collections.abc import Iterable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from relational_screen.errors import N_, ScreenError

MAX_PART = 64_000_000
"""Bytes one XML part may hold unpacked; the text of 200 pages takes about three million."""

MAX_ALL = 1_000_000_000
"""Bytes all parts may claim to hold unpacked, pictures included."""

MAX_RATIO = 250
"""How many times its packed size a part of more than `SMALL` bytes may hold; real drafts stay below 60."""

SMALL = 2_000_000
MAX_PARTS = 10_000


class Container:
    """A zip file that has passed the checks; parts are read one by one."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the container and check what it claims to hold.

        Raises:
            ScreenError: it is damaged, password-protected, or would unpack to far more than it should.
        """
        self.name = name
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError) as fault:
            raise self._damaged() from fault
        self._sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        self._check()

    @property
    def parts(self) -> Iterable[str]:
        """The names of all parts."""
        return self._sizes.keys()

    def __contains__(self, part: str) -> bool:
        return part in self._sizes

    def read(self, part: str) -> bytes:
        """Return one part's bytes.

        Raises:
            ScreenError: the part is missing, damaged or larger than it claims or than `MAX_PART`.
        """
        try:
            with self._zip.open(part) as stream:
                data = stream.read(MAX_PART + 1)
        except (KeyError, BadZipFile, ValueError, zlib.error, EOFError, NotImplementedError, OSError) as fault:
            raise self._damaged() from fault
        if len(data) > MAX_PART:
            raise self._bomb()
        return data

    def _check(self) -> None:
        infos = self._zip.infolist()
        if any(info.flag_bits & 1 for info in infos):
            raise locked(self.name)
        unpacked = sum(info.file_size for info in infos)
        swollen = any(info.file_size > max(SMALL, MAX_RATIO * info.compress_size) for info in infos)
        if len(infos) > MAX_PARTS or unpacked > MAX_ALL or swollen:
            raise self._bomb()

    def _bomb(self) -> ScreenError:
        return ScreenError(
            N_("{name} would unpack to far more than a draft can hold, so it was not opened."),
            N_("Ask the sender for the original document, or save its text in a new one."),
            name=self.name,
        )

    def _damaged(self) -> ScreenError:
        return ScreenError(
            N_("{name} is damaged and cannot be opened."),
            N_("Open it in the program that made it and save it again, or get a new copy."),
            name=self.name,
        )


def locked(name: str) -> ScreenError:
    """Return the error for a file that asks for a password."""
    return ScreenError(
        N_("{name} is protected with a password, so its text cannot be read."),
        N_("Save a copy without a password and choose that."),
        name=name,
    )
