"""How the screenings of a register were made: figures, a sample for control, and what two readers read differently."""

from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass

from relational_screen.app.language import Language, _, in_words, ngettext
from relational_screen.app.register import Register
from relational_screen.registry.inbox.bitmaps import bits_of, numbers_in
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.report.made import MARKS, SUMS
from relational_screen.registry.report.words import NOTHING, Words
from relational_screen.registry.statistics.agreement import Agreement
from relational_screen.registry.statistics.figures import Figure, Filter
from relational_screen.registry.statistics.quality_sums import QualitySums, quality_sums
from relational_screen.registry.statistics.read_twice import read_twice
from relational_screen.registry.statistics.sampling import sample
from relational_screen.registry.statistics.statistics import Statistics, statistics, within


@dataclass(frozen=True, slots=True)
class Made:
    """Something that is said of how screenings were made; `figure` are those it is said of, None for an average."""

    name: str
    value: str
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """Null results drawn for control: how, in words, and the id, title, authority and verdict of each."""

    told: str
    screenings: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A question that two readers answered differently, with how far readers agree on it."""

    question: str
    alike: str
    alpha: str
    ordinal: str
    figure: Figure


def made(register: Register, chosen: Filter, language: Language) -> tuple[Made, ...]:
    """Return how the screenings within a filter were made, on any thread."""
    with closing(Registry(register.path)) as registry:
        sums, found = quality_sums(registry, chosen), statistics(registry, chosen)
    words = Words(register.catalogue, language, in_words)
    return (*_sums(sums, words), *_marks(found, words))


def drawn(register: Register, chosen: Filter, seed: int, size: int, language: Language) -> Draw:
    """Return a sample of the null results within a filter, on any thread; the same seed draws the same ones."""
    words = Words(register.catalogue, language, in_words)
    with closing(Registry(register.path)) as registry:
        rows = registry.values(statistics(registry, chosen).null_results.bits, "title", "authority", "bottom_line")
    found = sample((row[0] for row in rows), seed, size)
    known = {
        name: (name, title, words.authority(authority), words.label("verdict", verdict))
        for name, title, authority, verdict in rows
    }
    told = ngettext(
        "{count} of {all} null results drawn with the seed {seed} (population {population}).",
        "{count} of {all} null results drawn with the seed {seed} (population {population}).",
        len(found.drawn),
    ).format(count=len(found.drawn), all=found.drawn_from, seed=seed, population=found.population[:16])
    return Draw(told, tuple(known[name] for name in found.drawn))


def differing(register: Register, chosen: Filter, language: Language) -> tuple[Differing, ...]:
    """Return the questions that two readers of one proposal answered differently, the lowest agreement first.

    It opens the bundles of all proposals that were read twice, on any thread.

    Raises:
        ScreenError: a bundle was damaged in the registry's file.
    """
    words = Words(register.catalogue, language, in_words)
    with closing(Registry(register.path)) as registry:
        found = [item for item in read_twice(registry, chosen) if item.differing]
        return tuple(_differing(item, registry, words) for item in found)


def figure_of(registry: Registry, screenings: Collection[str]) -> Figure:
    """Return the figure of some screenings that count, by their ids."""
    bits, wanted = within(registry).bits, set(screenings)
    named = zip(numbers_in(bits), registry.screenings_in(bits), strict=True)
    return Figure(bits_of([number for number, name in named if name in wanted]))


def _sums(sums: QualitySums, words: Words) -> Iterator[Made]:
    seconds = sums.active_seconds_median
    minutes = 0 if seconds is None else (seconds + 30) // 60
    told = _("{count} min").format(count=minutes)
    values = [
        NOTHING if seconds is None else told,
        *(words.share(share) for share in (sums.answered, sums.with_passages, sums.with_basis)),
    ]
    yield from (Made(in_words(name), value) for name, value in zip(SUMS, values, strict=True))


def _marks(found: Statistics, words: Words) -> Iterator[Made]:
    for mark, name in MARKS.items():
        figure = found.quality[mark]
        yield Made(in_words(name), words.share(Share(figure.count, found.total.count)), figure)


def _differing(item: Agreement, registry: Registry, words: Words) -> Differing:
    screenings = {name for proposal in item.differing for name in proposal}
    return Differing(
        question=words.question(item.question),
        alike=words.share(item.pairs),
        alpha=words.decimals(item.alpha),
        ordinal=words.decimals(item.ordinal),
        figure=figure_of(registry, screenings),
    )
