"""Keeps Python's None alive where PySide6 does not."""

import ctypes
import sys

PLENTY = 2**60


def keep_none_alive() -> None:
    """Give None so many references that the program cannot use them up.

    PySide6 6.12.0 is built for an immortal None, which Python has from 3.12 on: every call of Qt's that returns nothing
    gives one reference too many back. On Python 3.11 the last one ends the program with »deallocating None«.
    """
    if sys.version_info < (3, 12) and sys.getrefcount(None) < PLENTY:
        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
