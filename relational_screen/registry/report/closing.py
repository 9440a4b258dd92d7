"""How the report ends: method and limits, and how anybody can check a figure."""

from collections.abc import Iterator
from shlex import quote

from relational_screen.errors import N_
from relational_screen.registry.inbox.bitmaps import Mark
from relational_screen.registry.report.data import ReportData, Waiting, YearFigures, period
from relational_screen.registry.report.words import FEWEST_FOR_PERCENT, Words
from relational_screen.registry.statistics.marks import written
from relational_screen.registry.statistics.statistics import HARM_FIRST
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
        (words.get(N_("All figures of the year:")), f"{COMMAND} registry stats {span} --json"),
        (words.get(N_("The screenings that they count:")), f"{COMMAND} registry list {span}"),
        *_one_figure(data.year, span, words),
        (words.get(N_("All that is known of one of them:")), f"{COMMAND} registry show ID"),
        (words.get(N_("Its note, written anew from the verified chain:")), f"{COMMAND} registry note -o FILE ID"),
        (words.get(N_("Whether a bundle is whole, and who signed it:")), f"{COMMAND} verify FILE"),
    ]
    if data.sample:
        draw = f"{COMMAND} registry sample --seed {data.sample.seed} --size {data.sample.size} {span}"
        commands.append((words.get(N_("The same sample of null results:")), draw))
    yield Heading(words.get(N_("How to check a figure")), 2)
    yield Paragraph(
        words.get(
            N_(
                "Every figure leads to its screenings, and every screening to a bundle that its office signed. In the "
                "program's register each figure opens the list of its screenings. On the command line:"
            )
        )
    )
    yield Bullets(tuple(f"{told}\n{command}" for told, command in commands))


def _one_figure(year: YearFigures, span: str, words: Words) -> Iterator[tuple[str, str]]:
    """Yield how one cell of arenas by mechanism leads to its screenings: the largest, harm first."""
    cells = [
        (-figure.count, HARM_FIRST.index(direction), Mark(direction, arena, mechanism))
        for arena, mechanisms in year.statistics.heat.items()
        for mechanism, directions in mechanisms.items()
        for direction, figure in directions.items()
    ]
    if not cells:
        return
    count, _, mark = min(cells)
    told = N_("The screenings behind one figure, such as {figure}:")
    cell = f"{words.arena(mark.name)} · {words.label('mechanism', mark.part)} · {words.label('direction', mark.kind)}"
    figure = f"{cell}: {words.number(-count)}"
    yield words.get(told, figure=figure), f"{COMMAND} registry list {span} --mark {quote(written(mark))}"


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
        (N_("Revoked keys; what was signed with them alone does not count"), waiting.revoked_keys),
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
