"""What one office may try on another, and what titles and names may try on those who read lists."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.one_line import LONGEST, one_line
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.statistics import listed, statistics
from relational_screen.registry.statistics.tables_out import Table, csv_of, xlsx_of
from relational_screen.screening.canonical import digest
from relational_screen.screening.events import Event
from tests.builders import NO_EFFECT
from tests.registry.offices import LOWERS, RAISES, bundled, everything, key, laid, no, screened, started, take


def _two() -> tuple[list[Event], list[Event]]:
    """A chain, and what goes on from it."""
    chain = screened("s1", LOWERS)
    short = list(chain.events)
    chain.answer("homes.two", RAISES)
    return short, chain.events


def _counted(registry: Registry) -> dict[str, str]:
    return {line["id"]: line["bottom_line"] for line in listed(registry)}


def test_another_office_that_goes_on_from_a_chain_is_shown_and_does_not_take_its_place(
    registry: Registry, tmp_path: Path
) -> None:
    short, longer = _two()
    take(registry, laid(tmp_path, "own", short))
    report = take(registry, laid(tmp_path, "other", longer, office=2))
    assert report.forks == registry.forks() == ["s1"]
    assert _counted(registry) == {}
    assert len(registry.screening("s1")["chains"]) == 2
    registry.settle_fork("s1", short[-1].hash)
    assert registry.forks() == []
    assert _counted(registry) == {"s1": "undetermined"}


def test_an_office_that_signs_the_longer_chain_itself_ends_the_doubt(registry: Registry, tmp_path: Path) -> None:
    short, longer = _two()
    take(registry, laid(tmp_path, "own", short), laid(tmp_path, "other", longer, office=2))
    take(registry, laid(tmp_path, "agreed", longer))
    assert registry.forks() == []
    assert _counted(registry) == {"s1": "both_ways"}


def test_a_new_key_of_an_office_goes_on_once_its_old_one_is_revoked(registry: Registry, tmp_path: Path) -> None:
    short, longer = _two()
    take(registry, laid(tmp_path, "old", short), laid(tmp_path, "new", longer, office=2))
    registry.keys.revoke(key(1).public.fingerprint)
    assert registry.forks() == []
    assert _counted(registry) == {"s1": "both_ways"}


def test_the_same_chain_signed_by_another_office_as_well_is_counted_once(registry: Registry, tmp_path: Path) -> None:
    short, _ = _two()
    take(registry, laid(tmp_path, "own", short), laid(tmp_path, "other", short, office=2))
    assert registry.forks() == []
    assert _counted(registry) == {"s1": "undetermined"}


def test_an_older_version_played_again_changes_nothing(registry: Registry, tmp_path: Path) -> None:
    short, longer = _two()
    older = laid(tmp_path, "older", short)
    take(registry, older, laid(tmp_path, "newer", longer))
    before = everything(registry)
    assert take(registry, older).known == ["older.relscreen"]
    assert everything(registry) == before
    assert _counted(registry) == {"s1": "both_ways"}


def test_an_older_version_with_another_note_does_not_take_the_newer_ones_place(
    registry: Registry, tmp_path: Path
) -> None:
    short, longer = _two()
    take(registry, laid(tmp_path, "newer", longer))
    (tmp_path / "again.relscreen").write_bytes(bundled(short, attachments={"note.json": b"{}"}))
    assert take(registry, tmp_path / "again.relscreen").added == ["again.relscreen"]
    assert _counted(registry) == {"s1": "both_ways"}


def test_what_a_revoked_key_signed_before_stays_out_when_it_comes_again(registry: Registry, tmp_path: Path) -> None:
    short, longer = _two()
    early = laid(tmp_path, "early", short)
    take(registry, early)
    registry.keys.revoke(key(1).public.fingerprint)
    before = everything(registry)
    report = take(registry, early, laid(tmp_path, "late", longer))
    assert (report.known, report.added, len(report.refused)) == (["early.relscreen"], [], 1)
    assert everything(registry) == before
    assert _counted(registry) == {}


def test_very_many_unconfirmed_offices_change_no_figure(registry: Registry, tmp_path: Path) -> None:
    short, longer = _two()
    take(registry, laid(tmp_path, "own", short))
    before = statistics(registry).as_json()
    paths = [laid(tmp_path, str(number), longer, office=number) for number in range(2, 30)]
    report = import_bundles(paths, registry, no)
    assert (len(report.pending), len(report.pending_keys), report.forks) == (28, 28, [])
    assert statistics(registry).as_json() == before


@pytest.mark.parametrize("zone", ["-23:59", "+23:59", "+00:00"])
def test_times_at_the_ends_of_the_calendar_are_counted_or_refused_and_never_a_fault(
    registry: Registry, tmp_path: Path, zone: str
) -> None:
    for name, at in (("first", f"0001-01-01T00:00:00{zone}"), ("last", f"9999-12-31T23:59:59{zone}")):
        events = screened(name, LOWERS).events
        lines, previous = [], ""
        for event in events:
            fields = json.loads(event.content) | {"at": at, "previous": previous}
            lines.append(json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
            previous = digest(lines[-1])
        from relational_screen.screening.events import parse_event

        laid(tmp_path, name, [parse_event(line) for line in lines])
    assert len(take(registry, tmp_path).added) == 2
    assert statistics(registry).months.keys() == {"0001-01", "9999-12"}


STEERING = {
    "\x1b[2J\x1b]0;invented\x07title": "[2J]0;inventedtitle",
    "first\nsecond\r\nthird\u2028fourth": "first second third fourth",
    "\u202eneddih\u202c \u2066x\u2069": "neddih x",
    "zero\u200bwidth and\u00adsoft \ufeffmark": "zerowidth andsoft mark",
    "\x00null\x7fdelete\x9bcsi": "nulldeletecsi",
    "  Lov om ændring af – »almene« boliger m.v. § 1 ½ 🏠 ": "Lov om ændring af – »almene« boliger m.v. § 1 ½ 🏠",
    "\ud800lone": "\ufffdlone",
}


@pytest.mark.parametrize(("text", "shown"), STEERING.items())
def test_a_text_of_others_is_shown_on_one_line_without_what_steers(text: str, shown: str) -> None:
    assert one_line(text) == shown
    assert one_line(shown) == shown


def test_a_text_without_end_is_cut_where_it_is_shown() -> None:
    assert one_line("x" * LONGEST) == "x" * LONGEST
    assert len(one_line("x" * 10_000_000)) == LONGEST


MARKUP = (
    '<img src="file:///etc/passwd"><b>bold</b>',
    '=HYPERLINK("http://invented.example","x")',
    '+1-1;=1+1,"=2"',
    "@SUM(1;2)\t=3",
    "{name} {0.__class__} %s %(x)s",
    "`rm -rf`; $(invented) 'quoted'",
)


@pytest.mark.parametrize("title", MARKUP)
def test_markup_and_formulas_in_a_title_stay_words_everywhere(registry: Registry, tmp_path: Path, title: str) -> None:
    chain = started("s1", title, authority=title)
    chain.answer("homes.one", NO_EFFECT)
    take(registry, laid(tmp_path, "a", chain.events))
    (line,) = listed(registry)
    assert line["title"] == line["authority"] == " ".join(title.split())
    table = Table("Invented", ["title"], [[line["title"]]])
    row = list(csv.reader(StringIO(csv_of(table).decode("utf-8-sig"), newline=""), delimiter=";"))[1]
    assert row[0].replace("'", "") == line["title"].replace("'", "")
    assert row[0][0] not in "=+-@"
    sheet = load_workbook(BytesIO(xlsx_of([table]))).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == (line["title"], "s")


def test_a_title_that_steers_reaches_no_list(registry: Registry, tmp_path: Path) -> None:
    chain = started("s1", "a\x1b[2Jb\u202ec\nd", authority="x\u200by\x1b")
    chain.add(
        "proposal_changed", proposal={"title": "a\x1b[2Jb\u202ec\nd", "authority": "x\u200by\x1b", "unit": "\x07"}
    )
    report = import_bundles([laid(tmp_path, "a", chain.events)], registry, no)
    assert [known.owner for known in report.pending_keys] == ["xy"]
    registry.keys.confirm(key(1).public.fingerprint)
    (line,) = listed(registry)
    assert (line["title"], line["authority"], line["unit"]) == ("a[2Jbc d", "xy", "")
    assert list(statistics(registry).authorities) == ["xy"]


def test_what_the_bundle_says_itself_stays_as_it_was_signed(registry: Registry, tmp_path: Path) -> None:
    chain = started("s1", "a\x1bb")
    take(registry, laid(tmp_path, "a", chain.events))
    opened = registry.opened("s1")
    assert opened is not None
    assert opened.state.proposal.title == "a\x1bb"
