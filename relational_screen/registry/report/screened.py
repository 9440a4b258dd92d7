"""Who screened, what and at which stage, whether or not it is on a list."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.report.comparing import years, years_of
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.words import Words
from relational_screen.screening.document import Block, Heading

FIELDS = {"kind": (N_("Kind: {value}"), "kinds"), "stage": (N_("Stage when last changed: {value}"), "stages")}
"""What is told of the proposals: the method's name for it, how it is told, and its figures."""


def screened_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield the screenings by authority, and by kind and stage of the proposal."""
    yield Heading(words.get(N_("All screenings, on a list or not")), 3)
    found = [each.statistics.authorities for each in years_of(data)]
    names = sorted({name for figures in found for name in figures}, key=lambda name: (not name, name.casefold()))
    yield words.table(
        words.get(N_("Who screened")),
        words.get(N_("How many screenings each authority made.")),
        (words.get(N_("Authority")), *years(data)),
        [(words.authority(name), *words.counts(figures.get(name) for figures in found)) for name in names],
    )
    yield words.table(
        words.get(N_("What was screened, and when")),
        words.get(N_("How many screenings are of each kind of proposal, and of a proposal at each stage.")),
        (words.get(N_("What")), *years(data)),
        list(_kinds_and_stages(data, words)),
    )


def _kinds_and_stages(data: ReportData, words: Words) -> Iterator[tuple[str, ...]]:
    for scale, (told, name) in FIELDS.items():
        found = [getattr(each.statistics, name) for each in years_of(data)]
        for value in words.catalogue.method.values(scale):
            label = words.get(told, value=words.label(scale, value.id).lower())
            yield (label, *words.counts(figures.get(value.id) for figures in found))
