"""Invented screenings of two parliamentary years, and what a report of them says."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

from relational_screen.catalogue.model import Language
from relational_screen.registry.coverage.covering import LISTS, MATCHES
from relational_screen.registry.coverage.matching import Matches
from relational_screen.registry.coverage.proposal_lists import ProposalLists
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.document import report_document
from relational_screen.registry.statistics.agreement import Agreement
from relational_screen.screening.answers import Answer
from relational_screen.screening.document import Bars, Block, Bullets, Heading, Matrix, NoteDocument, Paragraph, Table
from relational_screen.screening.events import Event, make_event
from tests.builders import NO_EFFECT, NOON, Chain, answer, effect
from tests.registry.offices import LOWERS, RAISES, content, follow_up, laid, screened, sign_off, take
from tests.registry.proposals import listed

ON = date(2027, 10, 20)
BOTH = answer(effect("raises", strength="some", groups=["people-at-risk"]), effect("lowers", groups=["people-at-risk"]))
NOTHING: tuple[Answer, ...] = ()
DAYS = {"this": date(2027, 3, 1), "before": date(2026, 3, 1)}


def moved(chain: Chain, day: date) -> list[Event]:
    """The events of a screening as if it had been made on another day."""
    events: list[Event] = []
    for event in chain.events:
        at = datetime.fromisoformat(event.at) + (day - NOON.date())
        events.append(
            make_event(chain.screening, events[-1] if events else None, event.type, event.data, "Invented", at)
        )
    return events


def chains() -> Iterator[tuple[Chain, date]]:
    """Ten screenings of the year and four of the year before, with both directions, null results and follow-up."""
    given: dict[str, tuple[tuple[Answer, ...], ...]] = {
        "this": (
            *((LOWERS, LOWERS, NO_EFFECT),) * 3,
            *((RAISES, NO_EFFECT, NO_EFFECT),) * 2,
            *((BOTH, NO_EFFECT, NO_EFFECT),) * 2,
            (NO_EFFECT,) * 3,
            *(NOTHING,) * 2,
        ),
        "before": ((LOWERS, NO_EFFECT, NO_EFFECT), (RAISES, NO_EFFECT, NO_EFFECT), NOTHING, NOTHING),
    }
    for year, found in given.items():
        for number, answers in enumerate(found):
            authority = "Hegnsby Kommune" if number % 2 else "Invented Ministry"
            chain = screened(f"{year}-{number}", *answers, authority=authority)
            if number == 0:
                sign_off(chain)
                follow_up(chain, ("lowers", "less"))
            yield chain, DAYS[year]


def fill(registry: Registry, folder: Path) -> None:
    for chain, day in chains():
        take(registry, laid(folder, chain.screening, moved(chain, day)))


def told(data: ReportData, language: Language = "en", translate: Callable[[str], str] = str) -> NoteDocument:
    return report_document(data, content(), language, translate)


def written(blocks: Iterator[Block] | tuple[Block, ...]) -> Iterator[str]:
    """Every text that the blocks show or say aloud."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Table():
                yield from (block.title, block.description, *block.header)
                yield from (cell for row in block.rows for cell in row)
            case Bars():
                yield from (block.title, block.description, *(pair.label for pair in block.pairs))
            case Matrix():
                yield from (block.title, block.description, *block.columns)


def text(document: NoteDocument) -> str:
    return "\n".join(written(document.blocks)).replace("\N{NO-BREAK SPACE}", " ")


def table(document: NoteDocument, title: str) -> dict[str, list[str]]:
    """The rows of a table by their first cell."""
    (found,) = [block for block in document.blocks if isinstance(block, Table) and block.title.startswith(title)]
    return {row[0]: [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row[1:]] for row in found.rows}


def on_lists(registry: Registry) -> None:
    lists, matches = ProposalLists(registry.said(LISTS)), Matches(registry.said(MATCHES))
    now = [listed(f"This {number}", authority="Hegnsby Kommune", year=2026) for number in range(3)]
    before = [listed("Before", authority="Hegnsby", kind="local_plan", year=2025)]
    lists.keep("Invented list", [*now, *before], "Invented", NOON)
    matches.confirm(now[0], "this-0", "Invented", NOON)
    matches.confirm(before[0], "before-0", "Invented", NOON)


def read_twice(count: int) -> tuple[Agreement, ...]:
    return tuple(
        Agreement(f"homes.q{number:02}", Share(1, 4), Fraction(1, 3), None, 2, 0, (("a", "b"),))
        for number in range(count)
    )
