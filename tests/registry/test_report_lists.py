"""The report of what is on lists, of what does not count, and in another language. All is invented."""

from dataclasses import replace
from pathlib import Path

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.report.data import report_data
from relational_screen.screening.document import Bars, Bullets, Heading, Matrix, Paragraph, Table
from tests.registry.offices import laid, no, screened, take
from tests.registry.reports import (
    ON,
    fill,
    on_lists,
    read_twice,
    table,
    text,
    told,
)


def test_coverage_is_told_in_all_and_by_authority_whatever_its_spelling(registry: Registry, tmp_path: Path) -> None:
    fill(registry, tmp_path / "inbox")
    on_lists(registry)
    document = told(report_data(registry, 2026, ON))
    in_all = table(document, "Proposals on lists")
    assert in_all == {
        "Proposals": ["3", "1"],
        "Tested for relevance": ["1", "1"],
        "Assessed": ["1", "1"],
        "Lowers": ["1", "1"],
        "Begun only": ["0", "0"],
        "No record": ["2", "0"],
    }
    assert table(document, "Coverage by ministry") == {"Hegnsby Kommune": ["3 (1)", "1 (1)", "1 (1)", "1 (1)", "2 (0)"]}
    assert "There is no record of 2 of 3 proposals on lists. The year before it was 0 of 1." in text(document)
    assert "9 screenings of the year are matched with no proposal on a list." in text(document)


def test_lists_without_the_year_say_that_nothing_can_be_said_of_it(registry: Registry, tmp_path: Path) -> None:
    on_lists(registry)
    assert "hold no proposal of the year" in text(told(report_data(registry, 2030, ON)))


def test_what_does_not_count_is_told_with_its_number(registry: Registry, tmp_path: Path) -> None:
    import_bundles([laid(tmp_path, "pending", screened("pending").events, office=9)], registry, no)
    one, other = screened("forked"), screened("forked")
    one.gate("homes.gate-any", "yes")
    other.gate("homes.gate-any", "unsure")
    take(registry, laid(tmp_path, "one", one.events), laid(tmp_path, "other", other.events))
    registry.refuse("odd.relscreen", "", ScreenError(N_("The bundle is sealed."), N_("Look at the list.")))
    data = report_data(registry, 2026, ON)
    assert data.year.total == 0
    assert list(table(told(data), "What does not count").values()) == [["1"], ["1"], ["1"], ["0"]]


def test_all_words_of_the_report_go_through_the_translation(registry: Registry, tmp_path: Path) -> None:
    fill(registry, tmp_path / "inbox")
    on_lists(registry)
    data = report_data(registry, 2026, ON)
    data = replace(data, year=replace(data.year, readers=read_twice(20)))
    document = told(data, translate=lambda marked: f"«{marked}»")
    for block in document.blocks:
        match block:
            case Heading() | Paragraph() | Bars() | Matrix():
                said = [block.text] if isinstance(block, Heading | Paragraph) else [block.title, block.description]
            case Bullets():
                said = list(block.items)
            case Table():
                said = [block.title, block.description, block.header[0]]
        assert [words for words in said if "«" not in words] == []
    assert "{" not in text(document)
    assert "«" in document.footer + document.subject
