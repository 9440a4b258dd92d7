"""The secretariat's registry for window and command line: its file, and its figures in words."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relational_screen.app.language import _, in_words
from relational_screen.app.settings import load_settings, settings_path
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language

if TYPE_CHECKING:
    from relational_screen.registry.inbox.inbox import ImportReport
    from relational_screen.registry.inbox.registry import Registry
    from relational_screen.registry.statistics.figures import Filter
    from relational_screen.registry.statistics.statistics import Statistics


def registry_path() -> Path:
    """Return the file of the registry that the user's settings name."""
    return load_settings(settings_path()).registry_path


def acting() -> str:
    """Return whose name a decision carries: the user's own, else the name they are logged in by."""
    return load_settings(settings_path()).name or getuser()


@contextmanager
def open_registry(path: Path) -> "Iterator[Registry]":
    """Open a registry for as long as it is needed.

    Raises:
        ScreenError: the place cannot be used, the file is no registry, or a newer program wrote it.
    """
    from relational_screen.registry.inbox.registry import Registry

    with closing(Registry(path)) as registry:
        yield registry


def null_sample(registry: "Registry", seed: int, size: int, chosen: "Filter | None" = None) -> dict[str, Any]:
    """Return a sample of the screenings that found nothing, for control; the same seed draws the same ones."""
    from relational_screen.registry.statistics.sampling import sample
    from relational_screen.registry.statistics.statistics import statistics

    return sample(registry.screenings_in(statistics(registry, chosen).null_results.bits), seed, size).as_json()


def told_uncounted(registry: "Registry") -> str:
    """Return how much came in that no figure counts, in words; "" where all counts."""
    counts = {
        _("keys that wait for confirmation"): sum(known.status == "pending" for known in registry.keys.all()),
        _("screenings whose chains part"): len(registry.forks()),
        _("refused files"): len(registry.refusals()),
    }
    parts = ", ".join(f"{words} ({count})" for words, count in counts.items() if count)
    return _("Not counted: {parts}").format(parts=parts) if parts else ""


def told_oddities(report: "ImportReport") -> Iterator[tuple[str, str]]:
    """Yield the files of a run with something odd that was no reason to refuse them, and what it is in words."""
    from relational_screen.registry.report.made import MARKS

    for trait, files in report.odd().items():
        words = _("{what}. It counts all the same.").format(what=in_words(MARKS[trait]))
        yield from ((file, words) for file in files)


def told_statistics(found: "Statistics", catalogue: Catalogue, language: Language) -> Iterator[str]:
    """Yield the main figures in words."""
    yield _("Screenings that count: {count}").format(count=found.total.count)
    for verdict, figure in found.verdicts.items():
        yield f"  {catalogue.method.label('verdict', verdict, language)}: {figure.count}"
    yield _("Must be addressed: {count}").format(count=found.must_be_addressed.count)
    nobody = _("no authority given")
    for authority, figure in found.authorities.items():
        yield f"  {authority or nobody}: {figure.count}"
