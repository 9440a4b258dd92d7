"""The yearly report as content that every exporter renders."""

from collections.abc import Iterator

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.errors import N_
from relational_screen.registry.coverage.tables import Translate
from relational_screen.registry.report.arenas import arena_blocks
from relational_screen.registry.report.closing import checking_blocks, method_blocks
from relational_screen.registry.report.covered import coverage_blocks
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.followed import follow_up_blocks
from relational_screen.registry.report.made import quality_blocks
from relational_screen.registry.report.opening import opening_blocks, title
from relational_screen.registry.report.people import group_blocks
from relational_screen.registry.report.readers import reader_blocks
from relational_screen.registry.report.remedies import remedy_blocks
from relational_screen.registry.report.verdicts import verdict_blocks
from relational_screen.registry.report.words import Words
from relational_screen.screening.document import Block, NoteDocument

SECTIONS = (
    verdict_blocks,
    arena_blocks,
    group_blocks,
    remedy_blocks,
    quality_blocks,
    reader_blocks,
    follow_up_blocks,
)
"""What can be told once a screening of the year or the year before counts."""


def report_document(data: ReportData, catalogue: Catalogue, language: Language, translate: Translate) -> NoteDocument:
    """Return the report of a year in one language; `translate` gives the program's own English in it.

    Ids are shown by the catalogue's labels, one that it does not know as it is. Equal data give an equal document.
    """
    words = Words(catalogue, language, translate)
    name, file = title(data, words), words.get(N_("yearly-report"))
    return NoteDocument(
        title=name,
        language=language,
        subject=words.get(N_("Yearly report on the relational bottom line")),
        footer=words.get(N_("{title} · figures of {day}"), title=name, day=words.day(data.on)),
        blocks=tuple(_blocks(data, words)),
        name=f"{file}_{data.year.label}",
    )


def _blocks(data: ReportData, words: Words) -> Iterator[Block]:
    yield from opening_blocks(data, words)
    yield from coverage_blocks(data, words)
    if data.year.total or data.before:
        for section in SECTIONS:
            yield from section(data, words)
    yield from method_blocks(data, words)
    yield from checking_blocks(data, words)
