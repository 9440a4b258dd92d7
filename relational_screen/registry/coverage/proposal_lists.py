"""The lists of proposals that a registry was given, by name; of each the version that was kept last is in use."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.matching import KeptRows
from relational_screen.screening.proposal import Value


class KeptList(Value):
    """A version of a list that a person kept, or None where the list was dropped; `at` is an ISO time."""

    name: str
    proposals: tuple[Listed, ...] | None
    by: str
    at: str


class ProposalLists:
    """Lists of proposals, to read and to add to; nothing of the kept rows is changed or removed."""

    def __init__(self, kept: KeptRows) -> None:
        self._kept = kept
        self._lists: dict[str, KeptList] = {}
        last: dict[str, dict[str, Any]] = {}
        for row in kept:
            last.pop(row["name"], None)  # so that the order is that in which the last of each was kept
            last[row["name"]] = row
        for row in last.values():
            self._take(KeptList.model_validate(row))

    def keep(self, name: str, proposals: Iterable[Listed], by: str, at: datetime) -> None:
        """Keep a list, in the place of an earlier version of that name.

        Raises:
            ScreenError: the name is empty.
        """
        if not name.strip():
            raise ScreenError(N_("The list has no name."), N_("Give it one, such as »Law programme 2026-27«."))
        self._say(name, tuple(proposals), by, at)

    def drop(self, name: str, by: str, at: datetime) -> None:
        """Use a list no more; what was said to its proposals holds again when they come with another list.

        Raises:
            ScreenError: there is no list of that name.
        """
        if name.strip() not in self._lists:
            raise ScreenError(N_("There is no list {name}."), N_("Look at the lists that there are."), name=name)
        self._say(name, None, by, at)

    def names(self) -> tuple[str, ...]:
        """Return the names of the lists in use, the one that was kept last at the end."""
        return tuple(self._lists)

    def proposals(self) -> tuple[Listed, ...]:
        """Return the proposals of all lists, each once: as the list tells it that was kept last."""
        found = {each.key: each for kept in self._lists.values() for each in kept.proposals or ()}
        return tuple(found.values())

    def _say(self, name: str, proposals: tuple[Listed, ...] | None, by: str, at: datetime) -> None:
        kept = KeptList(name=name, proposals=proposals, by=by, at=at.isoformat(timespec="seconds"))
        self._kept.append(kept.model_dump(mode="json"))
        self._take(kept)

    def _take(self, kept: KeptList) -> None:
        self._lists.pop(kept.name, None)
        if kept.proposals is not None:
            self._lists[kept.name] = kept
