"""The secretariat's register for the window: one registry, and what its pages show and do."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from relational_screen.app.forms import write_form
from relational_screen.app.language import in_words
from relational_screen.app.registering import told_uncounted
from relational_screen.app.session import local_now
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.errors import N_, ScreenError
from relational_screen.registry.inbox.bitmaps import bits_of, numbers_in
from relational_screen.registry.inbox.entries import scored
from relational_screen.registry.inbox.inbox import ImportReport, Opening, import_bundles
from relational_screen.registry.inbox.known_keys import KnownKey
from relational_screen.registry.inbox.refusals import Refusal
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.periods import opening, year_label, year_of
from relational_screen.registry.report.followed import CAME
from relational_screen.registry.statistics.figures import Figure, Filter
from relational_screen.registry.statistics.statistics import Statistics, listed, statistics
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.note.forms import Form, NoteInput
from relational_screen.screening.review import review
from relational_screen.screening.screening import Screening

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Choices:
    """What filters can choose from: what there is among the screenings that count."""

    authorities: tuple[str, ...]
    kinds: tuple[str, ...]
    stages: tuple[str, ...]
    methods: tuple[str, ...]
    arenas: tuple[str, ...]


class Register:
    """One registry that is open, with the catalogue whose labels its ids are shown by.

    Every method that changes it returns once the change is on the disk.
    """

    def __init__(self, path: Path, catalogue: Catalogue, by: str = "", now: Callable[[], datetime] = local_now) -> None:
        self.path = path
        self.catalogue = catalogue
        self.by = by
        self.now = now
        self.registry = Registry(path)

    def close(self) -> None:
        """Close the registry."""
        self.registry.close()

    def choices(self) -> Choices:
        """Return what there is to choose from."""
        found = statistics(self.registry)
        return Choices(
            tuple(sorted(found.authorities)),
            tuple(found.kinds),
            tuple(found.stages),
            tuple(found.methods),
            tuple(found.arenas),
        )

    def statistics(self, chosen: Filter) -> Statistics:
        """Return the figures of the screenings that a filter lets through."""
        return statistics(self.registry, chosen)

    def lines(self, chosen: Filter, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
        """Return a line for each screening that a filter lets through, the latest received first."""
        return listed(self.registry, chosen, limit, offset)

    def screening(self, screening: str) -> dict[str, Any]:
        """Return all that is known of a screening: its chains, which of them counts, and its bundles."""
        return self.registry.screening(screening)

    def note(self, screening: str, form: Form, language: Language) -> NoteDocument:
        """Return the note of a screening, written anew from the verified chain that counts.

        What answers lack stops no note here: the secretariat sees a screening as it came, with what it lacks.

        Raises:
            ScreenError: no chain of it counts.
        """
        return write_form(self._read(screening), form, language)

    def take_in(
        self, paths: Iterable[Path], told: Progress | None = None, opening: Opening | None = None
    ) -> ImportReport:
        """Take bundles in from files and folders, on any thread; new keys wait for confirmation.

        An exception from `told` stops the run, and what is done stays.
        """
        with closing(Registry(self.path)) as registry:
            return import_bundles(paths, registry, lambda _: False, told, opening=opening)

    def keys(self) -> Sequence[KnownKey]:
        """Return the keys that bundles were signed with, those that wait for confirmation first."""
        return self.registry.keys.all()

    def confirm_key(self, fingerprint: str) -> None:
        """Say that a key is its office's own, after the fingerprint was compared."""
        self.registry.keys.confirm(fingerprint)

    def revoke_key(self, fingerprint: str) -> None:
        """Say that a key is in other hands."""
        self.registry.keys.revoke(fingerprint)

    def forks(self) -> list[str]:
        """Return the screenings whose chains part."""
        return self.registry.forks()

    def told_uncounted(self) -> str:
        """Return how much came in that no figure counts, in words; "" where all counts."""
        return told_uncounted(self.registry)

    def settle_fork(self, screening: str, head: str) -> None:
        """Let one chain of a screening count and set the others aside."""
        self.registry.settle_fork(screening, head)

    def note_work(self, screening: str, form: Form, language: Language) -> Callable[[], NoteDocument]:
        """Return the work of writing a note, which needs the registry no more and may run on any thread.

        Raises:
            ScreenError: as for `note`.
        """
        return partial(write_form, self._read(screening), form, language)

    def everything(self) -> Filter:
        """Return the filter that lets every screening through; `dataclasses.replace` narrows it."""
        return Filter()

    def years(self) -> list[tuple[str, str, str]]:
        """Return the parliamentary years that were screened in, the latest first: label, first day, day after the last.

        Months that only a wrong clock can have written are passed over.
        """
        months = [month for month in statistics(self.registry).months if "1900" < month < "2200"]
        found = {year_of(date.fromisoformat(f"{month}-{day}")) for month in months for day in ("01", "28")}
        ordered = sorted(found, reverse=True)
        return [(year_label(year), opening(year).isoformat(), opening(year + 1).isoformat()) for year in ordered]

    def refusals(self) -> Sequence[Refusal]:
        """Return the files that were refused and never taken in, the latest first."""
        return self.registry.refusals()

    def pages_of(self, figure: Figure) -> Callable[[int, int], list[dict[str, Any]]]:
        """Return what fetches so many lines of a figure from a place on, the latest received first.

        The bitmap is gone through once, so that each of many pages takes as long as the first.
        """
        numbers = list(numbers_in(figure.bits))[::-1]
        return lambda limit, offset: self.registry.lines(bits_of(numbers[offset : offset + limit]))

    def _read(self, screening: str) -> NoteInput:
        opened = self.registry.opened(screening)
        if opened is None:
            raise ScreenError(
                N_("No chain of the screening {screening} counts."),
                N_("Confirm the key that signed it, or settle the fork."),
                screening=screening,
            )
        catalogue, result = scored(opened)
        drafts = opened.drafts
        read = Screening(opened.state, catalogue, drafts[-1] if drafts else None)
        return NoteInput(read, result, review(read), opened.events)


def came_names() -> dict[str, str]:
    """Return what may come of an effect that was expected, in words."""
    return {name: in_words(told) for name, told in CAME.items()}
