"""How the report ends: method and limits, and how anybody can check a figure."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.report.data import ReportData, Waiting, YearFigures, period
from relational_screen.registry.report.words import FEWEST_FOR_PERCENT, Words
from relational_screen.screening.document import Block, Bullets, Heading, Paragraph, Table

COMMAND = "relational-screen"


def method_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield what the figures are made of, and what they cannot say."""
    yield Heading(words.get(N_("Method and limits")), 2)
    yield Paragraph(_methods(data, words))
    yield Heading(words.get(N_("What counts")), 3)
    yield Bullets(tuple(map(words.get, _COUNTED)))
    yield _not_counted(data.waiting, words)
    yield Heading(words.get(N_("What the figures cannot say")), 3)
    yield Bullets(tuple(words.get(told, fewest=words.number(FEWEST_FOR_PERCENT)) for told in _LIMITS))


def checking_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield how every figure leads to its screenings."""
    chosen = period(data.year.year)
    span = f"--since {chosen.since} --until {chosen.until}"
    commands = [
        (N_("All figures of the year:"), f"{COMMAND} registry stats {span} --json"),
        (N_("The screenings that they count:"), f"{COMMAND} registry list {span}"),
        (N_("All that is known of one of them:"), f"{COMMAND} registry show ID"),
        (N_("Whether a bundle is whole, and who signed it:"), f"{COMMAND} verify FILE"),
    ]
    if data.sample:
        draw = f"{COMMAND} registry sample --seed {data.sample.seed} --size {data.sample.size} {span}"
        commands.append((N_("The same sample of null results:"), draw))
    yield Heading(words.get(N_("How to check a figure")), 2)
    yield Paragraph(
        words.get(
            N_(
                "Every figure leads to its screenings, and every screening to a bundle that its office signed. In the "
                "program's register each figure opens the list of its screenings. On the command line:"
            )
        )
    )
    yield Bullets(tuple(f"{words.get(told)}\n{command}" for told, command in commands))


def _methods(data: ReportData, words: Words) -> str:
    told = ", ".join(_version(version, data.year, words) for version in sorted(data.year.statistics.methods))
    if not told:
        return words.get(N_("No screening counts, so no version of the method was used."))
    return words.get(
        N_(
            "The screenings were scored with {versions}, each with the questions and weights that it carries itself. "
            "The registry adds them up."
        ),
        versions=told,
    )


def _version(version: str, year: YearFigures, words: Words) -> str:
    return words.counted(
        year.statistics.methods[version].count,
        N_("method {version} ({count} screening)"),
        N_("method {version} ({count} screenings)"),
        version=version,
    )


def _not_counted(waiting: Waiting, words: Words) -> Table:
    rows = (
        (N_("Bundles whose key waits to be confirmed"), waiting.pending_bundles),
        (N_("Screenings whose chains contradict each other, until a person has chosen one"), waiting.forks),
        (N_("Files that were refused; the register lists them with the reasons"), waiting.refused),
        (N_("Keys that are revoked: what was signed with them alone"), waiting.revoked_keys),
    )
    return words.table(
        words.get(N_("What does not count")),
        words.get(N_("How much the registry knows of that is in no figure, of whatever year.")),
        (words.get(N_("What")), words.get(N_("Count"))),
        [(words.get(name), words.number(count)) for name, count in rows],
    )


_COUNTED = (
    N_(
        "Only bundles whose hashes, chain and signature hold, and whose key the secretariat has compared with the "
        "office's own and confirmed."
    ),
    N_("Each screening once, as it stands at the end of its chain."),
    N_("Null results and relevance tests that found nothing, like any other."),
)
_LIMITS = (
    N_("Screenings are counted, not people: a figure does not tell how many are concerned, or how much."),
    N_("Answers are the officials' own. A verdict is what they expect; only follow-up can tell what came."),
    N_(
        "Raising is never set off against lowering, within a screening or across them. That more screenings raise than "
        "lower does not say that people gain on the whole."
    ),
    N_(
        "A screening is counted in the year of its last change. One that is changed later moves to that year, so a "
        "year's figures may differ from those printed earlier."
    ),
    N_(
        "Small numbers are shown as they are. Per cent is given only of {fewest} or more, and "
        "even then says little of few."
    ),
    N_(
        "More screenings than the year before may mean that more was screened, not that more happened. Offices differ "
        "in what they screen, so they are not ranked."
    ),
    N_("A proposal may have several screenings, of its stages or by two readers, and each of them counts."),
)
