"""How the report begins: what it covers, whom it is for, and the main findings in sentences."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.report.arenas import IN_SCOPE
from relational_screen.registry.report.comparing import and_before, years_of
from relational_screen.registry.report.data import LOWERING, RAISING, ReportData, YearFigures
from relational_screen.registry.report.words import PROPOSALS, SCREENINGS, Words, capital
from relational_screen.registry.statistics.figures import Figure
from relational_screen.registry.statistics.sampling import NULL_RESULTS
from relational_screen.screening.document import Block, Bullets, Heading, Paragraph

MOST_GROUPS = 3
"""How many groups the main findings name."""


def opening_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield title, period and readers, and half a page of main findings."""
    yield Heading(title(data, words))
    yield Paragraph(_period(data, words))
    yield Paragraph(_readers(words))
    yield Heading(words.get(N_("Main findings")), 2)
    yield Paragraph(_lead(data.year, words), "lead")
    if data.year.total:
        yield Bullets(tuple(_findings(data, words)))
    if data.before is None:
        yield Paragraph(words.get(N_("No screening of the year before counts, so nothing is compared with it.")))


def title(data: ReportData, words: Words) -> str:
    """Return what the report is called."""
    return words.get(N_("The relational bottom line: yearly report {year}"), year=data.year.label)


def _period(data: ReportData, words: Words) -> str:
    year = data.year
    told = words.get(
        N_(
            "The report covers the parliamentary year {year}, from {first} to {last}. "
            "Its figures are those of the registry on {day}."
        ),
        year=year.label,
        first=words.day(year.first),
        last=words.day(year.last),
        day=words.day(data.on),
    )
    if data.on > year.last:
        return told
    provisional = words.get(N_("The year was not over on that day, so they are provisional."))
    return f"{told} {provisional}"


def _readers(words: Words) -> str:
    return words.get(
        N_(
            "It is written for the parties behind the agreement that the work against loneliness rests on, who are to "
            "have a written report once a year ({terms}). It tells what came of the strategy's wish that bills, "
            "policies and strategies be judged by a relational bottom line: whether they are expected to raise or to "
            "lower people's ability to form and keep social relationships ({strategy})."
        ),
        terms=words.source("terms", words.get(N_("section on political involvement"))),
        strategy=words.source("strategy", words.get(N_("cross-cutting focus area 4"))),
    )


def _lead(year: YearFigures, words: Words) -> str:
    if not year.total:
        return words.get(N_("No screening of this year counts in the registry."))
    lowers, raises = (words.number(year.with_verdict(names).count) for names in (LOWERING, RAISING))
    return words.counted(
        year.total,
        N_("Of {count} screening, {lowers} found that relations are lowered, and {raises} that they are raised."),
        N_("Of {count} screenings, {lowers} found that relations are lowered, and {raises} that they are raised."),
        lowers=lowers,
        raises=raises,
    )


def _findings(data: ReportData, words: Words) -> Iterator[str]:
    year, before = data.year, data.before
    total = words.counted(year.total, N_("{count} screening counts."), N_("{count} screenings count."))
    yield and_before(words, total, words.number(before.total) if before else None)
    yield from (
        _share(data, words, told, [year.with_verdict(names) for year in years_of(data)]) for told, names in _VERDICTS
    )
    must = [each.statistics.must_be_addressed for each in years_of(data)]
    yield _share(data, words, N_("{share} found lowering effects that must be addressed."), must)
    yield from _losing(year, words)
    yield _no_record(data, words)


_VERDICTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("{share} took the relevance test to its end."),
        (*IN_SCOPE, "not_relevant"),
    ),
    (N_("{share} found that the proposal lowers people's ability to form and keep social relationships."), LOWERING),
    (N_("{share} found that the proposal raises that ability."), RAISING),
    (N_("{share} are in both figures, since harm is never set off against gain."), ("both_ways",)),
    (
        N_("{share} found nothing: relations are not touched, or there is no effect. They count like any other."),
        tuple(sorted(NULL_RESULTS)),
    ),
    (N_("{share} could not be decided, since too much is unknown."), ("undetermined",)),
)
"""What is told of the screenings with one of some verdicts."""


def _share(data: ReportData, words: Words, told: str, figures: list[Figure]) -> str:
    """Return what is told of a figure as a part of its year's screenings, beside that of the year before."""
    now, *before = (year.share(figure) for year, figure in zip(years_of(data), figures, strict=True))
    sentence = capital(words.get(told, share=words.share(now, SCREENINGS)))
    return and_before(words, sentence, words.share(before[0]) if before else None)


def _losing(year: YearFigures, words: Words) -> Iterator[str]:
    """Yield which groups lose most often, the first of them first."""
    losing = [name for name, pair in year.statistics.groups.items() if pair["lowers"]]
    if losing:
        groups = "; ".join(words.group(name) for name in losing[:MOST_GROUPS])
        yield words.get(N_("The groups that lose in most screenings, the first most often: {groups}."), groups=groups)


def _no_record(data: ReportData, words: Words) -> str:
    """Return what there is no record of; without lists that cannot be known."""
    if not data.year.coverage.proposals:
        return words.get(N_("No proposals of the year are on a list, so nothing can be said of what was not screened."))
    now, *before = (_without_record(each) for each in years_of(data))
    told = words.get(N_("There is no record of {share}."), share=words.share(now, PROPOSALS))
    return and_before(words, told, words.share(before[0]) if before and before[0].of else None)


def _without_record(year: YearFigures) -> Share:
    found = year.coverage.figures
    return Share(len(found["no_record"]), len(found["listed"]))
