"""The yearly report says what the figures say, sets nothing off, and tells what it cannot know. All is invented."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.app.registering import null_sample
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.report.data import ReportData, period, report_data
from relational_screen.registry.report.document import report_document
from relational_screen.registry.report.readers import MOST_QUESTIONS
from relational_screen.registry.report.remedies import MOST_REMEDIES
from relational_screen.registry.report.words import SCREENINGS, Words
from relational_screen.registry.statistics.figures import Figure
from relational_screen.registry.statistics.marks import read_mark
from relational_screen.registry.statistics.sampling import sample
from relational_screen.registry.statistics.statistics import VERDICTS, statistics, within
from relational_screen.screening.document import Bars, Bullets, Matrix, Table
from tests.builders import NOON, answer, core, effect, measure
from tests.registry.offices import content, laid, screened, take
from tests.registry.reports import (
    DAYS,
    ON,
    fill,
    moved,
    read_twice,
    table,
    text,
    told,
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """A registry of both years that tests only read."""
    folder = tmp_path_factory.mktemp("filled")
    registry = Registry(folder / "registry.sqlite", now=lambda: NOON)
    fill(registry, folder / "inbox")
    yield registry
    registry.close()


@pytest.fixture(scope="module")
def years(filled: Registry) -> ReportData:
    return report_data(filled, 2026, ON)


def test_the_verdicts_are_those_of_the_statistics(years: ReportData, filled: Registry) -> None:
    rows = table(told(years), "Verdicts by quarter and year")
    now, before = (statistics(filled, period(year)) for year in (2026, 2025))
    labels = {name: Words(content(), "en", str).label("verdict", name) for name in VERDICTS}
    assert {name: rows[labels[name]][-2:] for name in VERDICTS} == {
        name: [str(now.verdicts[name].count), str(before.verdicts[name].count)] for name in VERDICTS
    }
    assert rows["Lowers"] == ["0", "3", "0", "0", "3", "1"]
    assert rows["All"] == ["0", "10", "0", "0", "10", "4"]


def test_arenas_mechanisms_and_follow_up_are_those_of_the_statistics(years: ReportData, filled: Registry) -> None:
    now, before = (statistics(filled, period(year)) for year in (2026, 2025))
    heat = table(told(years), "Screenings by arena and mechanism")["Invented arena homes"]
    lowers, raises = (f"{found.heat['homes']['places'][way].count}" for way in ("lowers", "raises") for found in [now])
    assert heat[0].startswith(f"Places to meet {lowers} ({before.heat['homes']['places']['lowers'].count})")
    assert heat[1] == f"Places to meet {raises} ({before.heat['homes']['places']['raises'].count})"
    arenas = table(told(years), "Verdicts by arena")["Invented arena homes"]
    assert arenas[2] == f"{now.arenas['homes']['lowers'].count} ({before.arenas['homes']['lowers'].count})"
    came = table(told(years), "What came of expected effects")
    assert came["Less than expected"] == ["1 (1)", "0 (0)"]
    assert now.follow_up["lowers"]["less"].count == 1


def test_what_goes_both_ways_is_in_both_figures_and_never_set_off(years: ReportData) -> None:
    document = told(years)
    assert "5 of 10 screenings (50 per cent) found that the proposal lowers" in text(document)
    assert "4 of 10 screenings (40 per cent) found that the proposal raises" in text(document)
    (bars,) = [block for block in document.blocks if isinstance(block, Bars)]
    spring = next(pair for pair in bars.pairs if pair.label == "Jan–Mar 2027")
    assert (spring.raises.word, spring.lowers.word) == ("4 of 10", "5 of 10")
    assert (spring.raises.value, spring.lowers.value) == (Decimal(40), Decimal(50))
    group = table(document, "Groups by how many screenings")["People-at-risk"]
    assert [side.split(":")[0] for side in group] == ["5 (1)", "2 (0)"]


def test_every_main_finding_stands_beside_that_of_the_year_before(years: ReportData) -> None:
    blocks = told(years).blocks
    assert "Of 10 screenings, 5 found that relations are lowered, and 4 that they are raised." in text(told(years))
    found = next(block.items for block in blocks if isinstance(block, Bullets))
    before = [item.partition("The year before it was ")[2] for item in found]
    assert before == ["4.", "4 of 4.", "1 of 4.", "1 of 4.", "0 of 4.", "2 of 4.", "0 of 4.", "1 of 4.", "", ""]
    assert found[5].startswith("3 of 10 screenings (30 per cent) found nothing")
    assert found[8].endswith("people-at-risk.")


def test_groups_stand_in_the_order_of_the_statistics_with_the_strongest_band_first(years: ReportData) -> None:
    rows = table(told(years), "Groups by how many screenings")
    assert list(rows) == ["People-at-risk", "People-not-at-risk"]
    assert rows["People-at-risk"][0] == "5 (1): strong 5"
    bands = {"slight": Figure(0b111), "moderate": Figure(0b11000), "strong": Figure(0b100000)}
    groups = {"people-at-risk": {"lowers": bands, "raises": {}}}
    data = replace(years, year=replace(years.year, statistics=replace(years.year.statistics, groups=groups)))
    rows = table(told(data), "Groups by how many screenings")
    assert rows["People-at-risk"] == ["6 (1): strong 1, moderate 2, slight 3", "0 (0)"]


def test_the_picture_of_arenas_has_the_counts_as_words_and_says_its_scale(years: ReportData) -> None:
    (matrix,) = [block for block in told(years).blocks if isinstance(block, Matrix)]
    homes = matrix.rows[[row.label for row in matrix.rows].index("Invented arena homes")]
    cell = homes.cells[matrix.columns.index("Places to meet")]
    assert cell is not None
    assert [side.word for side in cell] == ["4", "5"]
    assert [side.value for side in cell] == [80, 100]
    assert "A full bar is 5 screenings" in matrix.title
    assert "Places to meet: raises 4, lowers 5" in matrix.description


def test_a_mechanism_that_an_arena_does_not_ask_about_has_no_bars(years: ReportData) -> None:
    far = replace(years.year.statistics, heat={**years.year.statistics.heat, "old-arena": {}})
    data = replace(years, year=replace(years.year, statistics=far))
    (matrix,) = [block for block in told(data).blocks if isinstance(block, Matrix)]
    assert [row.cells for row in matrix.rows if row.label == "old-arena"] == [(None,) * len(matrix.columns)]


def test_every_picture_has_words_and_a_table_below_it(years: ReportData) -> None:
    blocks = told(years).blocks
    pictures = [place for place, block in enumerate(blocks) if isinstance(block, Bars | Matrix)]
    assert len(pictures) == 2
    assert all(isinstance(blocks[place + 1], Table) for place in pictures)


def test_an_empty_registry_says_that_nothing_counts_and_nothing_can_be_said(registry: Registry) -> None:
    said = text(told(report_data(registry, 2026, ON)))
    assert "No screening of this year counts in the registry." in said
    assert "No list of proposals was imported." in said
    assert "No screening counts, so no version of the method was used." in said
    assert "per cent)" not in said
    assert "registry sample" not in said


def test_without_the_year_before_nothing_is_compared(filled: Registry) -> None:
    document = told(report_data(filled, 2025, ON))
    assert "No screening of the year before counts, so nothing is compared with it." in text(document)
    assert "The year before it was" not in text(document)
    assert "in parentheses the year before" not in text(document)
    assert table(document, "Verdicts by quarter and year")["All"] == ["0", "4", "0", "0", "4"]
    assert table(document, "Verdicts by arena")["Invented arena homes"][0] == "2"


def test_a_year_without_screenings_still_shows_the_year_before(filled: Registry) -> None:
    document = told(report_data(filled, 2027, ON))
    assert "No screening of this year counts in the registry." in text(document)
    assert table(document, "Verdicts by quarter and year")["All"][-2:] == ["0", "10"]
    assert not [block for block in document.blocks if isinstance(block, Matrix)]


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2026, 10, 5), 2025, 3),
        (date(2026, 10, 6), 2026, 0),
        (date(2026, 12, 31), 2026, 0),
        (date(2027, 1, 1), 2026, 1),
        (date(2027, 9, 30), 2026, 3),
        (date(2027, 10, 4), 2026, 3),
        (date(2027, 10, 5), 2027, 0),
    ],
)
def test_a_screening_is_counted_in_the_quarter_of_its_parliamentary_year(
    registry: Registry, tmp_path: Path, day: date, year: int, quarter: int
) -> None:
    take(registry, laid(tmp_path, "one", moved(screened("one"), day)))
    rows = table(told(report_data(registry, year, ON)), "Verdicts by quarter and year")
    assert rows["All"] == [*("1" if place == quarter else "0" for place in range(4)), "1"]


def test_a_year_that_is_not_over_is_called_provisional(registry: Registry) -> None:
    assert "provisional" in text(told(report_data(registry, 2026, date(2027, 10, 4))))
    assert "provisional" not in text(told(report_data(registry, 2026, date(2027, 10, 5))))


@given(st.integers(0, 400), st.integers(0, 400))
def test_per_cent_is_given_of_ten_or_more_and_only_then(part: int, more: int) -> None:
    share = Share(part, part + more)
    said = Words(content(), "en", str).share(share, SCREENINGS)
    assert ("per cent" in said) == (share.of >= 10 and part > 0)
    if "per cent" in said:
        assert abs(Fraction(said.split("(")[1].split(" ")[0]) - Fraction(100 * part, share.of)) <= Fraction(1, 2)


def test_one_is_told_in_the_singular() -> None:
    words = Words(content(), "en", str)
    assert words.share(Share(1, 1), SCREENINGS) == "1 of 1 screening"
    assert words.share(Share(0, 3), SCREENINGS) == "none of 3 screenings"
    assert words.counted(1, "{count} minute", "{count} minutes") == "1 minute"
    assert words.counted(1200, "{count} minute", "{count} minutes") == "1,200 minutes"


def test_who_screened_and_what_is_told_with_or_without_lists(years: ReportData) -> None:
    assert table(told(years), "Who screened") == {"Hegnsby Kommune": ["5", "2"], "Invented Ministry": ["5", "2"]}
    rows = table(told(years), "What was screened")
    assert rows["Kind: bill"] == ["10", "4"]
    assert rows["Stage when last changed: consultation"] == ["10", "4"]


def test_the_sample_is_drawn_with_a_seed_that_nobody_knew_unless_another_is_given(
    years: ReportData, filled: Registry
) -> None:
    nulls = ["this-7", "this-8", "this-9"]
    population = sha256(b"this-7\nthis-8\nthis-9\n").hexdigest()
    seed = int(sha256(f"2026\n{population}".encode()).hexdigest(), 16) % 1_000_000
    assert years.sample == sample(nulls, seed, 10)
    drawn = table(told(years), "Screenings drawn")
    assert list(drawn) == list(sample(nulls, seed, 10).drawn)
    assert drawn["this-7"] == ["Hegnsby Kommune", "No effect"]
    assert drawn["this-8"] == ["Invented Ministry", "Not relevant"]
    assert f"--seed {seed} --size 10 --since 2026-10-06 --until 2027-10-05" in text(told(years))
    assert f"the SHA-256 of the year 2026, a line feed and {population}" in text(told(years))
    other = report_data(filled, 2026, ON, seed=7, size=2)
    assert other.sample == sample(nulls, 7, 2)
    assert "line feed" not in text(told(other))


def test_the_command_of_the_report_draws_the_sample_of_the_report_again(years: ReportData, filled: Registry) -> None:
    assert years.sample is not None
    again = null_sample(filled, years.sample.seed, years.sample.size, period(2026))
    assert again == years.sample.as_json()


def test_one_figure_of_the_report_is_shown_with_the_mark_that_leads_to_it(years: ReportData, filled: Registry) -> None:
    command = next(line for line in text(told(years)).splitlines() if "--mark" in line)
    assert "Invented arena homes · Places to meet · Lowers: 5:" in text(told(years))
    mark = read_mark(command.rpartition("--mark ")[2])
    assert (
        within(filled, replace(period(2026), marks=(mark,))) == years.year.statistics.heat["homes"]["places"]["lowers"]
    )


def test_an_id_that_the_catalogue_does_not_know_is_shown_as_it_is(years: ReportData) -> None:
    document = report_document(years, core(), "en", str)
    assert list(table(document, "Verdicts by arena")) == ["Across the arenas", "homes"]
    assert "people-at-risk" in text(document)


def test_remedies_are_told_by_the_firmest_of_their_measures_the_most_used_first(
    registry: Registry, tmp_path: Path
) -> None:
    for number in range(MOST_REMEDIES + 1):
        names = ["meet", f"rare-{number:02}"]
        measures = [measure(status="promised").model_copy(update={"remedy": name}) for name in names]
        given = answer(effect("lowers", measures=measures))
        take(registry, laid(tmp_path, f"m{number}", moved(screened(f"m{number}", given), DAYS["this"])))
    document = told(report_data(registry, 2026, ON))
    rows = table(document, "Remedies by how many")
    assert next(iter(rows.items())) == ("meet", ["16", "0", "16", "0"])
    assert len(rows) == MOST_REMEDIES
    assert "2 more remedies were used" in text(document)


def test_questions_that_two_readers_answered_differently_are_told(years: ReportData) -> None:
    found = (replace(read_twice(1)[0], question="homes.one"), *read_twice(MOST_QUESTIONS))
    alike = replace(found[0], question="homes.two", pairs=Share(4, 4), differing=())
    data = replace(years, year=replace(years.year, readers=(*found, alike)))
    document = told(data)
    rows = table(document, "Questions that people read differently")
    assert rows["Invented arena homes: Invented homes.one"] == ["1 of 4", "0.33", "–"]
    assert len(rows) == MOST_QUESTIONS
    assert "1 more question was answered differently" in text(document)
    assert "in 20 of 68 pairs of answers (29 per cent)." in text(document)
    assert "was screened by two readers" in text(told(years))


def test_quality_is_that_of_the_sums_and_statistics(years: ReportData) -> None:
    rows = table(told(years), "Time, completeness")
    words, sums = Words(content(), "en", str), years.year.sums
    assert rows["Questions asked that were answered"][0] == words.share(sums.answered)
    assert rows["Effects with passages of the draft"][0] == words.share(sums.with_passages)
    assert rows["A contradiction is left open"] == ["0 of 10", "0 of 4"]
    assert sums.screenings == 10


def test_numbers_days_and_labels_are_those_of_the_language(years: ReportData) -> None:
    said = text(told(years, "da"))
    assert "6. oktober 2026" in said
    assert "Mindsker" in said
    assert Words(content(), "da", str).number(1234) == "1.234"
    assert Words(content(), "da", str).decimals(Fraction(1, 3)) == "0,33"


def test_every_command_of_the_report_names_the_days_of_its_year(years: ReportData) -> None:
    commands = [item.partition("\n")[2] for item in told(years).blocks[-1].items]  # type: ignore[union-attr]  # the last block is the list of commands
    assert commands[0] == "relational-screen registry stats --since 2026-10-06 --until 2027-10-05 --json"
    assert all(command.startswith("relational-screen ") for command in commands)
    assert period(2026).until == (years.year.last + timedelta(1)).isoformat()
