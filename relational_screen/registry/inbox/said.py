"""What persons said about the registry, such as which proposals on a list are which screenings, as JSON rows."""

import json
from collections.abc import Iterator
from typing import Any

from relational_screen.registry.inbox.database import RegistryFile


class Said:
    """The rows about one thing, in order; nothing of them is ever changed or removed."""

    def __init__(self, file: RegistryFile, about: str) -> None:
        self._file = file
        self._about = about

    def append(self, row: dict[str, Any], /) -> None:
        """Keep one more row."""
        values = [self._about, json.dumps(row, ensure_ascii=False)]
        with self._file.transaction():
            self._file.execute("insert into said (about, row) values (?, ?)", values)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for (row,) in self._file.rows("select row from said where about = ? order by number", [self._about]):
            yield json.loads(row)
