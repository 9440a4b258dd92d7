"""The yearly report as files: valid, accessible and the same each time. All is invented."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from relational_screen.catalogue.model import Language
from relational_screen.export.docx import write_docx
from relational_screen.export.pdf import pdf_bytes
from relational_screen.export.text import text
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.report.data import ReportData, report_data
from relational_screen.screening.document import Heading, NoteDocument
from tests.builders import NOON
from tests.export.docx_rules import broken_rules
from tests.export.pdf_reading import PdfFile
from tests.export.test_pdf_tags import A_2A, UA_1, assert_round_trip, failures
from tests.registry.offices import laid, started, take
from tests.registry.reports import DAYS, ON, chains, fill, moved, on_lists, read_twice, told

TITLE, SCREENED_BY = "An invented draft that is confidential", "<b>Invented & Sons</b> =1+1"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> ReportData:
    """The report of a registry with lists, two readers, and an authority of an odd name."""
    folder = tmp_path_factory.mktemp("registry")
    registry = Registry(folder / "registry.sqlite", now=lambda: NOON)
    fill(registry, folder / "inbox")
    on_lists(registry)
    odd = started("odd", TITLE, SCREENED_BY)
    for gate in ("homes.gate-any", "common.gate-any"):
        odd.gate(gate, "no")
    take(registry, laid(folder, "odd", moved(odd, DAYS["this"])))
    found = report_data(registry, 2026, ON)
    registry.close()
    return replace(found, year=replace(found.year, readers=read_twice(3)))


@pytest.fixture
def empty(registry: Registry) -> ReportData:
    return report_data(registry, 2026, ON)


def pdf_problems(document: NoteDocument) -> list[str]:
    content = pdf_bytes(document)
    assert_round_trip(PdfFile(content))
    return failures(content, UA_1) + failures(content, A_2A)


def docx_problems(document: NoteDocument, folder: Path) -> list[object]:
    path = folder / "report.docx"
    write_docx(document, path)
    return [*broken_rules(path), *OpenXmlValidator().validate(path).errors]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_files_of_a_whole_report_keep_the_rules(data: ReportData, language: Language, tmp_path: Path) -> None:
    document = told(data, language)
    assert pdf_problems(document) == []
    assert docx_problems(document, tmp_path) == []


def test_the_files_of_an_empty_report_keep_the_rules(empty: ReportData, tmp_path: Path) -> None:
    assert pdf_problems(told(empty)) == []
    assert docx_problems(told(empty), tmp_path) == []


def test_the_pdf_has_the_headings_in_order_and_both_pictures_with_words(data: ReportData) -> None:
    file, document = PdfFile(pdf_bytes(told(data))), told(data)
    texts = file.texts()
    elements = list(file.structure.walk())
    headings = [
        "".join(texts.get(piece, "") for piece in element.pieces()).strip()
        for element in elements
        if element.role in ("H1", "H2", "H3")
    ]
    assert headings == [block.text for block in document.blocks if isinstance(block, Heading)]
    said = [element.entries["/Alt"] for element in elements if element.role == "Figure"]
    assert len(said) == 2
    assert "Jan–Mar 2027: 4 of 11 screenings (36 per cent) raise, 5 of 11 (45 per cent) lower." in said[0]


def test_what_a_user_typed_is_text_in_every_format(data: ReportData, tmp_path: Path) -> None:
    document = told(data)
    assert SCREENED_BY in text(document)
    file = PdfFile(pdf_bytes(document))
    assert SCREENED_BY in "".join(file.texts().values())
    assert docx_problems(document, tmp_path) == []


def test_the_same_bundles_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    found = set()
    every = list(chains())
    for number, order in enumerate((every, every[::-1])):
        registry = Registry(tmp_path / f"{number}.sqlite", now=partial(NOON.__add__, timedelta(number)))
        for chain, day in order:
            take(registry, laid(tmp_path / "inbox", chain.screening, moved(chain, day)))
        document = told(report_data(registry, 2026, ON))
        write_docx(document, tmp_path / "report.docx")
        found.add((pdf_bytes(document), (tmp_path / "report.docx").read_bytes()))
        registry.close()
    assert len(found) == 1


def test_the_file_is_called_by_its_year(data: ReportData) -> None:
    assert told(data).name == "yearly-report_2026-27"


def test_no_title_and_no_name_of_a_person_is_in_the_report(data: ReportData) -> None:
    said = text(told(data))
    assert "odd" in [each.screening for each in data.drawn]
    assert [name for name in (TITLE, "Invented Person") if name in said] == []
