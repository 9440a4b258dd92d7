"""How the screenings were made, and the null results drawn for control."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.inbox.quality import PAUSE
from relational_screen.registry.report.comparing import years, years_of
from relational_screen.registry.report.data import ReportData, YearFigures
from relational_screen.registry.report.words import NOTHING, Words
from relational_screen.registry.statistics.sampling import SEEDS, Sample, seed_of
from relational_screen.screening.document import Block, Heading, Paragraph, Table

SUMS = (
    N_("Time spent on a screening, median"),
    N_("Questions asked that were answered"),
    N_("Effects with passages of the draft"),
    N_("Effects with a basis better than assumption"),
)
"""What is added up over the screenings."""

MARKS = {
    "contradictions": N_("A contradiction is left open"),
    "after_consultation": N_("The relevance test began when the proposal was final"),
    "signed_off": N_("Signed off, and not changed since"),
    "signed_off_alone": N_("Signed off without another reader's approval"),
    "lapsed": N_("The sign-off has lapsed"),
    "changed_after_sign_off": N_("Changed after it was first signed off"),
    "clock_went_back": N_("The clock went back while it was made"),
    "dated_ahead": N_("Dated more than a day after it was received"),
    "other_authority": N_("Signed with the key of another authority"),
}
"""What can be said of how a screening was made."""


def quality_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield how the screenings were made, and the sample of null results."""
    yield Heading(words.get(N_("How the screenings were made")), 2)
    yield Paragraph(
        words.get(
            N_(
                "The figures describe how screenings were made; they grade neither a screening nor a person. Time is "
                "the least that was spent: a gap of more than {minutes} minutes between two steps counts as a pause, "
                "and reading before the first step is not seen."
            ),
            minutes=words.number(int(PAUSE.total_seconds()) // 60),
        )
    )
    yield _made(data, words)
    yield Heading(words.get(N_("Null results drawn for control")), 3)
    yield from _drawn(data, words)


def _made(data: ReportData, words: Words) -> Table:
    columns = [_column(each, words) for each in years_of(data)]
    names = (words.get(name) for name in (*SUMS, *MARKS.values()))
    return words.table(
        words.get(N_("Time, completeness, basis and care")),
        words.get(
            N_("For the year and the year before: time spent, shares of questions and effects, and of screenings.")
        ),
        (words.get(N_("What")), *years(data)),
        list(zip(names, *columns, strict=True)),
    )


def _column(year: YearFigures, words: Words) -> list[str]:
    sums, marks = year.sums, year.statistics.quality
    shares = [sums.answered, sums.with_passages, sums.with_basis, *(year.share(marks[mark]) for mark in MARKS)]
    return [_time(year, words), *map(words.share, shares)]


def _time(year: YearFigures, words: Words) -> str:
    seconds = year.sums.active_seconds_median
    if seconds is None:
        return NOTHING
    minutes = (seconds + 30) // 60
    return words.get(N_("{count} min"), count=words.number(minutes))


def _drawn(data: ReportData, words: Words) -> Iterator[Block]:
    if data.sample is None:
        yield Paragraph(words.get(N_("No screening of the year found nothing, so none was drawn.")))
        return
    yield Paragraph(_how_drawn(data.sample, words))
    if data.sample.seed == seed_of(data.year.year, data.sample.population):
        yield Paragraph(_how_seeded(data.year.year, data.sample, words))
    yield words.table(
        words.get(N_("Screenings drawn")),
        words.get(N_("The screenings to be looked at again, in the order drawn.")),
        (words.get(N_("Screening")), words.get(N_("Authority")), words.get(N_("Verdict"))),
        [
            (each.screening, words.authority(each.authority), words.label("verdict", each.verdict))
            for each in data.drawn
        ],
    )


def _how_drawn(sample: Sample, words: Words) -> str:
    return words.counted(
        len(sample.drawn),
        N_(
            "{count} of the year's {all} null results was drawn with the seed {seed}, to be looked at again; anybody "
            "can draw it again. Titles are left out, since a draft may be confidential."
        ),
        N_(
            "{count} of the year's {all} null results were drawn with the seed {seed}, to be looked at again; anybody "
            "can draw them again. Titles are left out, since a draft may be confidential."
        ),
        all=words.number(sample.drawn_from),
        seed=sample.seed,
    )


def _how_seeded(year: int, sample: Sample, words: Words) -> str:
    return words.get(
        N_(
            "The seed is the remainder when a number is divided by {seeds}: the SHA-256 of the year {year}, a line "
            "feed and {population}, read as a hexadecimal number. The latter is the SHA-256 of the ids of all {all} "
            "null results, sorted and each followed by a line feed, so the seed is known only when all of them are "
            "there, and no office can choose an id that is not drawn."
        ),
        seeds=words.number(SEEDS),
        year=year,
        population=sample.population,
        all=words.number(sample.drawn_from),
    )
