"""Content that a screening keeps its own copy of, spelled canonically and named by its hash."""

from typing import TypeVar

from pydantic import BaseModel

from relational_screen.screening.canonical import canonical, digest

M = TypeVar("M", bound=BaseModel)


def pin(record: BaseModel) -> tuple[str, bytes]:
    """Return the hash and the bytes by which a catalogue or a draft's passages are kept."""
    data = canonical(record.model_dump(mode="json", by_alias=True, exclude_none=True))
    return digest(data), data


def unpin(data: bytes, kind: type[M]) -> M:
    """Return the record that pinned bytes hold."""
    return kind.model_validate_json(data)
