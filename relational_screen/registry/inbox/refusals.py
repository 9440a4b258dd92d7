"""What was refused: kept with its reason, in words of either language, until the same file is taken in after all."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from relational_screen.errors import Problems, ScreenError
from relational_screen.registry.inbox.database import RegistryFile
from relational_screen.registry.inbox.one_line import one_line

LONGEST = 300
"""Characters that are kept of a name or a value: whoever sends a file chooses them."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was refused, and when first. `hash` is the SHA-256 of its bytes, "" where they were not read."""

    file: str
    hash: str
    at: str
    error: ScreenError


class Refusals:
    """The refusals of a registry; the same file with the same reason is kept once."""

    def __init__(self, file: RegistryFile, time: Callable[[], str]) -> None:
        self._file = file
        self._time = time

    def keep(self, name: str, file_hash: str, error: ScreenError) -> None:
        """Keep that a file was refused."""
        row = [_capped(name), file_hash, json.dumps(_as_json(error), sort_keys=True), self._time()]
        with self._file.transaction():
            self._file.execute("insert or ignore into refusal (file, hash, error, at) values (?, ?, ?, ?)", row)

    def drop(self, name: str, file_hash: str) -> None:
        """Drop what was kept of a file that is taken in now, or that could not be read under this name before."""
        with self._file.transaction():
            query = "delete from refusal where hash = ? or (hash = '' and file = ?)"
            self._file.execute(query, [file_hash, _capped(name)])

    def all(self) -> list[Refusal]:
        """Return what was refused, the latest first."""
        rows = self._file.rows("select file, hash, at, error from refusal order by number desc")
        return [Refusal(file, name, at, _error(json.loads(error))) for file, name, at, error in rows]


def _as_json(error: ScreenError) -> dict[str, Any]:
    if isinstance(error, Problems):
        return {"problems": [_as_json(problem) for problem in error.problems]}
    values = {name: _plain(value) for name, value in error.values.items()}
    return {"what": error.what, "remedy": error.remedy, "values": values}


def _error(found: dict[str, Any]) -> ScreenError:
    if "problems" in found:
        return Problems([_error(problem) for problem in found["problems"]])
    return ScreenError(found["what"], found["remedy"], **found["values"])


def _plain(value: object) -> int | str:
    return value if isinstance(value, int) else _capped(str(value))


def _capped(text: str) -> str:
    """Return a text on one line, no longer than is kept."""
    text = one_line(text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
