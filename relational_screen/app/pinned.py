"""Content that a screening keeps its own copy of, spelled canonically and named by its hash.

A catalogue is kept without the note's sentences: they belong to the program that writes the note, and must fit it.
"""

import json

from pydantic import BaseModel

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.note_words import NoteWords
from relational_screen.drafts.draft import Draft
from relational_screen.screening.canonical import canonical, digest


def pin(record: BaseModel) -> tuple[str, bytes]:
    """Return the hash and the bytes by which a catalogue or a draft is kept."""
    data = canonical(record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"note"}))
    return digest(data), data


def unpin_catalogue(data: bytes, note: NoteWords) -> Catalogue:
    """Return the catalogue that pinned bytes hold, with this program's sentences for notes."""
    return Catalogue.model_validate({**json.loads(data), "note": note})


def unpin_draft(data: bytes) -> Draft:
    """Return the draft that pinned bytes hold."""
    return Draft.model_validate_json(data)
