"""What leaves the register: the yearly report, and figures as tables."""

from pathlib import Path

from relational_screen.app.language import Language, in_words, words_in
from relational_screen.app.register import Register
from relational_screen.errors import N_, ScreenError
from relational_screen.export.writing import write_whole
from relational_screen.registry.report.data import report_data
from relational_screen.registry.report.document import report_document
from relational_screen.registry.report.mark_columns import marked_lines
from relational_screen.registry.report.statistics_tables import screenings_table, statistics_tables
from relational_screen.registry.statistics.figures import Filter
from relational_screen.registry.statistics.marks import written
from relational_screen.registry.statistics.tables_out import csv_of, xlsx_of
from relational_screen.screening.canonical import canonical
from relational_screen.screening.document import NoteDocument

TABLES = (".xlsx", ".csv", ".json")
"""The files that figures are written as: .csv holds the screenings alone, the others all figures."""


def yearly_report(register: Register, year: int, language: Language, seed: int | None = None) -> NoteDocument:
    """Return the report of a parliamentary year, named by the year it opens in, as the register stands now.

    Raises:
        ScreenError: the register cannot be read.
    """
    data = report_data(register.registry, year, register.now().date(), seed=seed)
    return report_document(data, register.catalogue, language, words_in(language))


def write_figures(register: Register, chosen: Filter, path: Path, language: Language) -> None:
    """Write the figures within a filter, and the screenings behind them, as a file for other programs.

    Raises:
        ScreenError: the file's ending is none of `TABLES`, or it cannot be written.
    """
    data = _figures(register, chosen, path.suffix.lower(), language)
    write_whole(path, lambda unfinished: unfinished.write_bytes(data))


def _figures(register: Register, chosen: Filter, suffix: str, language: Language) -> bytes:
    found = register.statistics(chosen)
    lines = marked_lines(register.registry, found.total.bits)
    if suffix == ".json":
        spelled = [{**line, "marks": list(map(written, line["marks"]))} for line in lines]
        return canonical({"figures": found.as_json(), "screenings": spelled})
    screenings = screenings_table(lines, register.catalogue, language, in_words)
    if suffix == ".csv":
        return csv_of(screenings, language)
    if suffix == ".xlsx":
        return xlsx_of([*statistics_tables(found, register.catalogue, language, in_words), screenings])
    raise ScreenError(
        N_("Figures cannot be written as {suffix}."),
        N_("Choose one of {endings}."),
        suffix=suffix,
        endings=", ".join(TABLES),
    )
