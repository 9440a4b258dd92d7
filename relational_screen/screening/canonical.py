"""One spelling for data that is hashed: JSON with sorted keys, UTF-8, NFC and no floats."""

import json
from hashlib import sha256
from typing import Any
from unicodedata import normalize

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(data: Any) -> bytes:
    """Return the one spelling of JSON data.

    Raises:
        TypeError: the data holds a float or anything else that JSON text cannot repeat exactly.
    """
    return spelled(plain(data))


def spelled(data: Any) -> bytes:
    """Return the one spelling of data that `plain` has already evened out."""
    return _ENCODER.encode(data).encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal text."""
    return sha256(data).hexdigest()


def plain(data: Any) -> Any:
    """Return the data as its canonical spelling reads back: text in NFC, tuples as lists.

    Raises:
        TypeError: as for `canonical`.
    """
    if isinstance(data, str):
        return data if data.isascii() else normalize("NFC", data)
    if isinstance(data, dict):
        return {plain(key): plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [plain(value) for value in data]
    if data is None or isinstance(data, bool | int):
        return data
    message = f"{type(data).__name__} has no canonical spelling"
    raise TypeError(message)
