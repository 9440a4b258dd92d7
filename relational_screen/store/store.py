"""The store: events appended durably in a chain, and the content they pin (architecture, decision 1)."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from relational_screen.errors import N_, ScreenError
from relational_screen.screening.canonical import digest
from relational_screen.screening.events import NO_PREVIOUS, Event, UnknownEventError, broken_link, parse_event
from relational_screen.store.database import open_database, readable_errors


class Store:
    """One file of screenings. What `append` has returned from is on the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = open_database(path)
        self._execute = self._database.conn.execute

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def append(self, events: Sequence[Event], content: Mapping[str, bytes], summary: Mapping[str, Any] | None) -> None:
        """Write events, the content they pin and the screening's summary where it is another, all or nothing.

        Raises:
            ScreenError: the screening was changed elsewhere since it was read, or the disk refuses.
        """
        with readable_errors(self.path), self._database.conn:
            self._execute("begin immediate")
            for name, data in content.items():
                self._execute("insert or ignore into content (hash, bytes) values (?, ?)", [name, data])
            for event in events:
                self._insert(event)
            if summary is not None:
                self._execute(
                    "insert or replace into overview (screening, summary) values (?, ?)",
                    [events[0].screening, json.dumps(summary, ensure_ascii=False)],
                )

    def _insert(self, event: Event) -> None:
        """Write one event; its number is taken when another program has gone on from the same event."""
        try:
            self._execute(
                "insert into event (screening, seq, hash, content) values (?, ?, ?, ?)",
                [event.screening, event.seq, event.hash, event.content],
            )
        except sqlite3.IntegrityError as error:
            raise ScreenError(
                N_("The screening was changed in another window or program, so this change was not saved."),
                N_("Open the screening again and repeat the change."),
            ) from error

    def screenings(self) -> list[dict[str, Any]]:
        """Return the summary of every screening, the latest changed first."""
        rows = self._rows(
            "select screening, (select json_extract(cast(content as text), '$.at') from event "
            "where event.screening = overview.screening order by seq desc limit 1) as changed, summary "
            "from overview order by changed desc, screening"
        )
        return [{"id": row[0], "changed": row[1], **json.loads(row[2])} for row in rows]

    def ids(self) -> list[str]:
        """Return the ids of all screenings."""
        return [row[0] for row in self._rows("select distinct screening from event order by screening")]

    def events(self, screening: str) -> list[Event]:
        """Return a screening's events in order; empty when there is none with this id."""
        rows = self._rows("select content from event where screening = ? order by seq", [screening])
        return [parse_event(row[0]) for row in rows]

    def head(self, screening: str) -> str:
        """Return the hash of a screening's last event, or an empty text."""
        rows = self._rows("select hash from event where screening = ? order by seq desc limit 1", [screening])
        return str(rows[0][0]) if rows else NO_PREVIOUS

    def content(self, name: str) -> bytes:
        """Return pinned content by its hash; KeyError when it is not there."""
        for row in self._rows("select bytes from content where hash = ?", [name]):
            return bytes(row[0])
        raise KeyError(name)

    def problems(self, screening: str) -> list[ScreenError]:
        """Return what is wrong with a screening's chain: stored hashes, links and pinned content."""
        rows = self._rows("select seq, hash, content from event where screening = ? order by seq", [screening])
        events = []
        for seq, stored, content in rows:
            try:
                event = parse_event(content)
            except UnknownEventError:
                return [_newer(screening, seq)]
            except ValueError:
                return [_damaged(screening, seq)]
            if (event.screening, event.seq, event.hash) != (screening, seq, stored):
                return [_damaged(screening, seq)]
            events.append(event)
        broken = broken_link(events)
        if broken is not None:
            return [_damaged(screening, broken)]
        return [problem for event in events for problem in self._content_problems(event)]

    def _content_problems(self, event: Event) -> Iterator[ScreenError]:
        for name in (event.data.get("content"), event.data.get("passages")):
            if isinstance(name, str) and not self._holds(name):
                yield ScreenError(
                    N_("Screening {screening}: content that event {number} pins is missing or changed."),
                    N_("Bring back the latest backup of the store."),
                    screening=event.screening,
                    number=event.seq,
                )

    def _holds(self, name: str) -> bool:
        try:
            return digest(self.content(name)) == name
        except KeyError:
            return False

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with readable_errors(self.path):
            return list(self._execute(query, list(values)).fetchall())


def _newer(screening: str, number: int) -> ScreenError:
    return ScreenError(
        N_("Screening {screening}: event {number} was written by a newer version of the program."),
        N_("Install the newer version to open it."),
        screening=screening,
        number=number,
    )


def _damaged(screening: str, number: int) -> ScreenError:
    return ScreenError(
        N_("Screening {screening}: the chain is broken at event {number}; it was changed outside the program."),
        N_("Do not rely on it. Bring back the latest backup of the store."),
        screening=screening,
        number=number,
    )
