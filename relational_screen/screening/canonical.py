"""One spelling for data that is hashed: JSON with sorted keys, UTF-8, NFC and no floats."""

import json
from hashlib import sha256
from typing import Any
from unicodedata import normalize


def canonical(data: Any) -> bytes:
    """Return the one spelling of JSON data.

    Raises:
        TypeError: the data holds a float or anything else that JSON text cannot repeat exactly.
    """
    return json.dumps(_plain(data), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal text."""
    return sha256(data).hexdigest()


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {normalize("NFC", key): _plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(value) for value in data]
    if isinstance(data, str):
        return normalize("NFC", data)
    if data is None or isinstance(data, bool | int):
        return data
    message = f"{type(data).__name__} has no canonical spelling"
    raise TypeError(message)
