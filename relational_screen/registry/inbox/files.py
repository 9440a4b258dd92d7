"""Files as others hand them in: plain ones of a size that can be read, and nothing that waits or never ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.packing import MAX_BUNDLE
from relational_screen.registry.bundle.refusing import refused
from relational_screen.registry.inbox.one_line import one_line

SUFFIX = ".relscreen"
SEAL = MAX_BUNDLE // 1000
"""Bytes, more than sealing adds."""

WITHOUT_WAITING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is opened at once by this, where it would otherwise wait for a writer without end."""


def file_name(path: Path) -> str:
    """Return a file's name as a list can show it; the system's names need not be text."""
    return one_line(os.fsencode(path.name).decode(errors="replace"))


@contextmanager
def opened_plainly(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read; what is looked at is what was opened, whatever its name stands for a moment later.

    Raises:
        ScreenError: it cannot be read, or it is a pipe, a device or a folder.
    """
    try:
        with os.fdopen(os.open(path, WITHOUT_WAITING), "rb") as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                raise _unreadable(N_("it is no plain file"))
            yield file
    except OSError as error:
        raise _unreadable(error.strerror or type(error).__name__) from error


def read_bundle_file(path: Path) -> bytes:
    """Return the bytes of a file that should be a bundle, sealed or not; never more than a bundle can hold.

    Raises:
        ScreenError: it cannot be read, is larger than any bundle, or is no plain file.
    """
    with opened_plainly(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_BUNDLE + SEAL:
            raise refused(N_("The bundle is larger than {limit} MB."), limit=MAX_BUNDLE // 1_000_000)
        return file.read(size + 1)  # what is added to it meanwhile makes it no bundle


def _unreadable(detail: str) -> ScreenError:
    return ScreenError(
        N_("The file cannot be read ({detail})."),
        N_("Check that it is there and that you may read it."),
        detail=detail,
    )
