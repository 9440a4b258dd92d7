"""The inbox: bundles from folders and files, verified and kept one by one, so that a run may stop anywhere."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.bundle import OpenedBundle, open_bundle
from relational_screen.registry.inbox.entries import Entry, entry_of
from relational_screen.registry.inbox.files import SUFFIX, file_name, read_bundle_file
from relational_screen.registry.inbox.known_keys import KnownKey
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.sealing import OpeningKey, is_sealed, unsealed
from relational_screen.screening.canonical import digest

ConfirmKey = Callable[[KnownKey], bool]
"""Shows a key's fingerprint to a person; True when it was compared with the office's own."""

Opening = Callable[[], OpeningKey]
"""Fetches the key that opens what is sealed; called when the first sealed bundle is met, and again for each."""

Told = Callable[[int, int], None]
"""Is told how many files are done, of how many; an exception from it stops the run, and what is done stays."""


@dataclass(slots=True)
class ImportReport:
    """What became of the files of one run, by file name; forks are those of the whole registry after it.

    Files in `clock_went_back`, `dated_ahead` (more than a day after they came) and `other_authority` (signed with the
    key of another than their own) are taken in all the same.
    """

    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    clock_went_back: list[str] = field(default_factory=list)
    dated_ahead: list[str] = field(default_factory=list)
    other_authority: list[str] = field(default_factory=list)
    refused: list[tuple[str, ScreenError]] = field(default_factory=list)
    forks: list[str] = field(default_factory=list)
    pending_keys: list[KnownKey] = field(default_factory=list)

    def odd(self) -> dict[str, list[str]]:
        """Return the files with something odd that a person should know, by what it is (a name in `Entry.traits`)."""
        return {
            "clock_went_back": self.clock_went_back,
            "dated_ahead": self.dated_ahead,
            "other_authority": self.other_authority,
        }

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON data; reasons in English."""
        lists = {name: getattr(self, name) for name in ("added", "known", "pending", *self.odd(), "forks")}
        return {
            **lists,
            "refused": [{"file": file, "reason": str(error)} for file, error in self.refused],
            "pending_keys": [
                {"fingerprint": known.key.fingerprint, "owner": known.owner} for known in self.pending_keys
            ],
        }


@dataclass(slots=True)
class _Run:
    registry: Registry
    confirm_key: ConfirmKey
    opening: Opening | None
    report: ImportReport = field(default_factory=ImportReport)
    asked: set[str] = field(default_factory=set)

    def take(self, path: Path) -> None:
        """Take one file in, or write down why it is refused."""
        name = file_name(path)
        came = ""
        try:
            read = read_bundle_file(path)
            came = digest(read)
            data = _unsealed(read, self.opening)
            verified = None if self.registry.holds(digest(data)) else self._verified(data)
        except ScreenError as error:
            self.report.refused.append((name, error))
            self.registry.refuse(name, came, error)
            return
        if verified is None:
            self.report.known.append(name)
        else:
            self._keep(data, *verified, name)
        self.registry.accept(name, came)

    def _verified(self, data: bytes) -> tuple[OpenedBundle, Entry]:
        """Verify a bundle; what it pins is only computed with once everything else of it holds."""
        opened = open_bundle(data)
        self.registry.keys.refuse_revoked(opened.signed_by)
        return opened, entry_of(opened)

    def _keep(self, data: bytes, opened: OpenedBundle, entry: Entry, name: str) -> None:
        kept = self.registry.keep(data, opened, entry, name)
        confirmed = self._is_confirmed(opened.signed_by.fingerprint)
        (self.report.added if confirmed else self.report.pending).append(name)
        for trait, files in self.report.odd().items():
            if kept.traits[trait]:
                files.append(name)

    def _is_confirmed(self, fingerprint: str) -> bool:
        """Ask of a pending key once in a run."""
        if self.registry.keys.status(fingerprint) == "pending" and fingerprint not in self.asked:
            self.asked.add(fingerprint)
            if self.confirm_key(self.registry.keys.get(fingerprint)):
                self.registry.keys.confirm(fingerprint)
        return self.registry.keys.status(fingerprint) == "confirmed"


def import_bundles(
    paths: Iterable[Path],
    registry: Registry,
    confirm_key: ConfirmKey,
    told: Told | None = None,
    *,
    opening: Opening | None = None,
) -> ImportReport:
    """Take in bundles, from files and from whole folders; `opening` opens those that are sealed.

    Each is verified and made durable by itself, so a run that was stopped goes on where it was when it is begun again.
    The order of files does not matter. What is refused is told and kept with its reason, and leaves all else of the
    registry as it was.

    Raises:
        ScreenError: the registry itself cannot be written.
    """
    files = sorted({file for path in paths for file in _files(path)})
    run = _Run(registry, confirm_key, opening)
    for done, path in enumerate(files, start=1):
        run.take(path)
        if told is not None:
            told(done, len(files))
    run.report.forks = registry.forks()
    run.report.pending_keys = registry.keys.pending()
    return run.report


def _files(path: Path) -> Iterator[Path]:
    """Yield the bundles of a folder, those in folders inside it too, or the file itself."""
    if path.is_dir():
        yield from (file for file in path.rglob("*") if file.suffix.lower() == SUFFIX and file.is_file())
    else:
        yield path


def _unsealed(data: bytes, opening: Opening | None) -> bytes:
    if not is_sealed(data):
        return data
    if opening is None:
        raise ScreenError(N_("The bundle is sealed."), N_("Open the registry with the key that it is sealed for."))
    return unsealed(data, opening())
