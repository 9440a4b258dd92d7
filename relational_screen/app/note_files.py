"""Notes that come back: the machine-readable part of a file, checked, and in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from relational_screen.app.language import _
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language


def read_back(file: Path) -> dict[str, Any]:
    """Return the record that a note carries.

    Raises:
        ScreenError: the file is no note of this program, or its record was changed or is damaged.
    """
    from relational_screen.export.reading_back import check_record, read_record

    return check_record(read_record(file))


def told_record(record: dict[str, Any], catalogue: Catalogue, language: Language) -> Iterator[str]:
    """Yield the gist of a record: what was screened, with what result, and by which screening."""
    label, result, proposal = catalogue.method.label, record["result"], record["proposal"]
    yield f"{proposal['title']}: {label('verdict', result['bottom_line'], language)}"
    for arena, found in result["arenas"].items():
        title = next((one.title.get(language) for one in catalogue.checklists if one.id == arena), arena)
        yield f"  {title}: {label('verdict', found['verdict'], language)}"
    done = record["completeness"]
    yield _("{answered} of {asked} questions answered.").format(answered=done["answered"], asked=done["asked"])
    yield _("Screening {id}, content hash {hash}: the record is whole.").format(
        id=record["screening"], hash=record["content_hash"]
    )
