"""The secretariat's commands: what came in, who signed, what is missing, what is drawn. All is invented."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from relational_screen.app.language import use_language
from relational_screen.cli import cli
from relational_screen.errors import ScreenError
from relational_screen.registry.keys.public_key_text import public_key_text
from relational_screen.screening.events import make_event
from relational_screen.screening.proposal import Proposal
from tests.builders import NOON
from tests.registry.offices import LOWERS, key, laid, screened

EARLIER = datetime(2001, 2, 3, tzinfo=UTC)
LIST = "Nr.;Titel;Ministerium;Art\n1;one;Invented Ministry;Lovforslag\n2;Something else;Invented Ministry;Lovforslag\n"


@pytest.fixture(autouse=True)
def usual_language() -> Iterator[None]:
    yield
    use_language("da")


class Secretariat:
    """The secretariat at the command line, with two bundles of one office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        laid(self.inbox, "one", screened("one", LOWERS, LOWERS).events)
        laid(self.inbox, "null", screened("null").events)

    def run(self, *words: object, mistaken: bool = False) -> Result:
        line = ["--lang", "en", "registry", *map(str, words), "--registry", str(self.folder / "registry.sqlite")]
        return CliRunner().invoke(cli, line, catch_exceptions=mistaken)

    def read(self, *words: object) -> Any:
        return json.loads(self.run(*words).stdout)


@pytest.fixture
def secretariat(tmp_path: Path) -> Secretariat:
    return Secretariat(tmp_path)


@pytest.fixture
def filled(secretariat: Secretariat) -> Secretariat:
    secretariat.run("add", secretariat.inbox, "--confirm", key(1).public.groups)
    return secretariat


def test_a_key_is_confirmed_and_revoked_by_its_fingerprint(secretariat: Secretariat) -> None:
    assert "registry confirm FINGERPRINT" in secretariat.run("add", secretariat.inbox).stderr
    assert "waits to be confirmed" in secretariat.run("keys").output
    assert secretariat.read("stats", "--json")["total"] == 0
    secretariat.run("confirm", *key(1).public.groups.upper().split())
    assert secretariat.read("stats", "--json")["total"] == 2
    secretariat.run("revoke", key(1).public.fingerprint)
    assert [known["status"] for known in secretariat.read("keys", "--json")] == ["revoked"]
    assert secretariat.read("stats", "--json")["total"] == 0


def test_a_key_is_confirmed_by_the_file_that_its_office_gave(secretariat: Secretariat) -> None:
    file = secretariat.folder / "office.txt"
    file.write_text(public_key_text(key(1).public, "Invented Ministry"), "utf-8")
    secretariat.run("add", secretariat.inbox)
    done = secretariat.run("confirm", file)
    assert f"{key(1).public.groups}  Invented Ministry" in done.output
    assert secretariat.read("stats", "--json")["total"] == 2


def test_a_key_can_be_confirmed_while_its_bundles_are_known_already(secretariat: Secretariat) -> None:
    secretariat.run("add", secretariat.inbox)
    secretariat.run("add", secretariat.inbox, "--confirm", key(1).public.groups)
    assert secretariat.read("stats", "--json")["total"] == 2


def test_a_clock_that_went_back_is_told(secretariat: Secretariat) -> None:
    events = screened("late", LOWERS).events
    late = make_event("late", events[-1], "relevance_reasoned", {"reason": "Invented."}, "Invented", EARLIER)
    done = secretariat.run("add", laid(secretariat.folder / "more", "late", [*events, late]))
    assert "late.relscreen: The clock went back" in done.output


def test_an_unknown_key_cannot_be_confirmed(secretariat: Secretariat) -> None:
    with pytest.raises(ScreenError, match="No bundle was signed with the key"):
        secretariat.run("confirm", "00" * 16)


def test_a_fork_is_listed_with_both_chains_and_settled(filled: Secretariat) -> None:
    for title in ("Another way", "A third way"):
        chain = screened("one", LOWERS, LOWERS)
        chain.add("proposal_changed", proposal=Proposal(title=title, authority="Invented Ministry").model_dump())
        laid(filled.inbox, title, chain.events)
    filled.run("add", filled.inbox)
    forks = filled.read("forks", "--json")
    assert {each["title"] for each in forks["one"]} >= {"Another way", "A third way"}
    head = next(each["head"] for each in forks["one"] if each["title"] == "A third way")
    filled.run("settle", "one", head)
    assert filled.read("forks", "--json") == {}
    counted = [chain["title"] for chain in filled.read("show", "one")["chains"] if chain["counted"]]
    assert counted == ["A third way"]
    assert "A third way" in filled.run("list").output


def test_what_was_refused_is_listed_with_its_reason(filled: Secretariat) -> None:
    (filled.inbox / "broken.relscreen").write_bytes(b"no bundle")
    assert filled.run("add", filled.inbox).exit_code == 1
    found = filled.read("refused", "--json")
    assert [each["file"] for each in found] == ["broken.relscreen"]
    assert found[0]["reason"] in filled.run("refused").output
    assert filled.run("stats").stderr == "Not counted: refused files (1)\n"


def test_a_screening_is_shown_by_the_beginning_of_its_id(filled: Secretariat) -> None:
    assert filled.read("show", "nul")["id"] == "null"
    with pytest.raises(ScreenError, match="There is no screening"):
        filled.run("show", "absent")


def test_filters_choose_what_is_listed_and_counted(filled: Secretariat) -> None:
    assert filled.read("stats", "--authority", "Invented Ministry", "--json")["total"] == 2
    assert filled.read("stats", "--authority", "Nobody", "--json")["total"] == 0
    assert [line["id"] for line in filled.read("list", "--arena", "homes", "--json")] == ["one"]
    assert filled.read("stats", "--stage", "consultation", "--json")["total"] == 2
    assert filled.read("stats", "--stage", "final", "--json")["total"] == 0


def test_a_filter_that_cannot_be_meant_is_refused_or_told_of(filled: Secretariat) -> None:
    with pytest.raises(ScreenError, match=r"6\.10\.2026 is not a day"):
        filled.run("stats", "--since", "6.10.2026")
    assert filled.run("stats", "--stage", "høring").exit_code == 2
    assert filled.run("stats", "--kind", "lovforslag").exit_code == 2
    assert filled.run("stats", "--authority", "Invented Ministry").stderr == ""
    assert "has the name Invented" in filled.run("stats", "--authority", "Invented").stderr


def test_a_mark_leads_from_a_figure_to_its_screenings_in_every_command(filled: Secretariat) -> None:
    filled.run("export", "-o", filled.folder / "marked.json", "--mark", "lowers:homes:places")
    exported = json.loads((filled.folder / "marked.json").read_text("utf-8"))["screenings"]
    listed = filled.read("list", "--mark", "lowers:homes", "--mark", "must_be_addressed", "--json")
    assert [line["id"] for line in (*listed, *exported)] == ["one", "one"]
    assert filled.read("stats", "--mark", "verdict:not_relevant", "--json")["total"] == 1
    assert filled.read("sample", "--seed", 1, "--mark", "verdict:lowers")["drawn_from"] == 0
    with pytest.raises(ScreenError, match="The kinds are authority, kind"):
        filled.run("list", "--mark", "colour:red")
    assert "has the name lowers:schools" in filled.run("list", "--mark", "lowers:schools").stderr


def test_a_list_is_taken_in_and_its_proposals_matched_by_a_person(filled: Secretariat) -> None:
    path = filled.folder / "list.csv"
    path.write_text(LIST, "utf-8")
    done = filled.run("coverage", path)
    assert "Title: Titel" in done.stderr
    assert filled.read("coverage", "--json")["no_record"] == 2
    proposal = next(line.split()[0] for line in done.stdout.splitlines() if line.endswith("1 one"))
    filled.run("match", proposal, "one")
    figures = filled.read("coverage", "--json")
    assert (figures["listed"], figures["tested"], figures["lowers"], figures["no_record"]) == (2, 1, 1, 1)
    filled.run("match", proposal, "one", "--withdraw")
    assert filled.read("coverage", "--json")["no_record"] == 2


def test_another_heading_can_be_named(filled: Secretariat) -> None:
    path = filled.folder / "list.csv"
    path.write_text("Overskrift;Art\none;Lovforslag\n", "utf-8")
    told = filled.run("coverage", path, mistaken=True)
    assert "where the titles stand" in str(told.exception)
    assert "Headings: Overskrift, Art" in told.stderr
    filled.run("coverage", path, "--heading", "title=Overskrift")
    assert filled.read("coverage", "--json")["listed"] == 1
    with pytest.raises(ScreenError, match="is not one of"):
        filled.run("coverage", path, "--heading", "heading=Overskrift")


def test_coverage_is_written_for_a_spreadsheet(filled: Secretariat) -> None:
    path = filled.folder / "list.csv"
    path.write_text(LIST, "utf-8")
    out = filled.folder / "coverage.csv"
    filled.run("coverage", path, "-o", out)
    assert "Something else" in out.read_text("utf-8-sig")


def test_coverage_leads_on_to_its_screenings_in_a_spreadsheet(filled: Secretariat) -> None:
    path, out = filled.folder / "list.csv", filled.folder / "coverage.xlsx"
    path.write_text(LIST, "utf-8")
    filled.run("coverage", path, "--confirm-certain")
    proposal = next(
        line.split()[0] for line in filled.run("coverage", "--suggest").stdout.splitlines() if line.endswith("1 one")
    )
    filled.run("match", proposal, "one")
    filled.run("coverage", "-o", out)
    *_, sheet = openpyxl.load_workbook(out)
    heading, *ids = [row[-1] for row in sheet.iter_rows(values_only=True)]
    assert (heading, sorted(filter(None, ids))) == ("Ids of the screenings", ["one"])


def test_suggestions_are_looked_for_only_when_a_list_came_or_they_are_asked_for(filled: Secretariat) -> None:
    path = filled.folder / "list.csv"
    path.write_text(LIST, "utf-8")
    assert "Something else" in filled.run("coverage", path).stdout
    assert "Something else" not in filled.run("coverage").stdout
    assert "Something else" in filled.run("coverage", "--suggest").stdout


def test_a_list_is_dropped_by_its_name(filled: Secretariat) -> None:
    path = filled.folder / "list.csv"
    path.write_text(LIST, "utf-8")
    filled.run("coverage", path, "--name", "Invented programme")
    assert filled.run("lists").output == "Invented programme\n"
    assert filled.run("lists", "--drop", "Invented programme").output == ""
    assert filled.read("coverage", "--json")["listed"] == 0


def test_the_yearly_report_is_written_in_the_language_of_the_command(filled: Secretariat) -> None:
    pdf, text = filled.folder / "report.pdf", filled.folder / "report.txt"
    for out in (pdf, text):
        assert filled.run("report", "--year", 2025, "-o", out).exit_code == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "yearly report 2025-26" in text.read_text("utf-8")


def test_a_year_is_written_with_four_digits(filled: Secretariat) -> None:
    out = filled.folder / "report.txt"
    assert filled.run("report", "--year", 25, "-o", out).exit_code == 2
    assert not out.exists()


def test_a_report_is_not_begun_for_a_file_that_it_cannot_be_written_as(filled: Secretariat) -> None:
    with pytest.raises(ScreenError, match=r"\.docx"):
        filled.run("report", "--year", 2025, "-o", filled.folder / "report.odt")


def test_figures_are_written_for_other_programs(filled: Secretariat) -> None:
    for name in ("figures.xlsx", "figures.csv", "figures.json"):
        filled.run("export", "-o", filled.folder / name)
    found = json.loads((filled.folder / "figures.json").read_text("utf-8"))
    assert found["figures"]["total"] == len(found["screenings"]) == 2
    told_and_signed = 2 * 2  # the authority that a screening names, and the one whose key it came with
    assert (filled.folder / "figures.csv").read_text("utf-8-sig").count("Invented Ministry") == told_and_signed
    names = openpyxl.load_workbook(filled.folder / "figures.xlsx").sheetnames
    assert len(names) > 5
    with pytest.raises(ScreenError, match=r"cannot be written as \.ods"):
        filled.run("export", "-o", filled.folder / "figures.ods")


def test_a_filter_holds_for_what_is_exported_and_drawn(filled: Secretariat) -> None:
    filled.run("export", "-o", filled.folder / "none.json", "--authority", "Nobody")
    assert json.loads((filled.folder / "none.json").read_text("utf-8"))["screenings"] == []
    assert filled.read("sample", "--seed", 1)["drawn_from"] == 1
    assert filled.read("sample", "--seed", 1, "--authority", "Nobody")["drawn_from"] == 0


def test_quality_tells_how_screenings_were_made_and_read_twice(filled: Secretariat) -> None:
    found = filled.read("quality")
    assert (found["screenings"], found["agreement"]) == (2, [])
    assert found["effects_with_basis"]["of"] == 2


def test_a_note_is_written_anew_from_the_chain_that_counts(filled: Secretariat) -> None:
    out = filled.folder / "note.txt"
    filled.run("note", "nul", "-o", out)
    assert "null" in out.read_text("utf-8")


def test_a_recount_says_what_was_otherwise_and_mends_it(filled: Secretariat) -> None:
    assert "nothing was changed" in filled.run("recount").output
    with sqlite3.connect(filled.folder / "registry.sqlite") as by_hand:
        by_hand.execute("update entry set day = '2020-01-01' where screening = 'one'")
    by_hand.close()
    told = filled.run("recount").output
    assert "Of screening one, the day is not what the bundle gives" in told
    assert "1 thing was mended." in told
    assert "registry recount" not in told
    assert "nothing was changed" in filled.run("recount").output


def test_a_recount_tells_of_bundles_that_only_a_backup_can_mend(filled: Secretariat) -> None:
    with sqlite3.connect(filled.folder / "registry.sqlite") as by_hand:
        by_hand.execute("delete from bundle_part where bundle = (select hash from bundle where screening = 'one')")
    by_hand.close()
    with pytest.raises(ScreenError, match=r"of screening one does not verify.*latest backup"):
        filled.run("recount")
    assert filled.read("stats", "--json")["total"] == 1


def test_a_blind_reading_is_of_no_proposal_itself(filled: Secretariat) -> None:
    first, *rest = screened("blind", LOWERS, LOWERS).events
    events = [make_event("blind", None, "started", {**first.data, "reads": "one"}, "Invented", NOON)]
    for event in rest:
        events.append(make_event("blind", events[-1], event.type, event.data, "Invented", NOON))
    filled.run("add", laid(filled.folder / "more", "blind", events))
    path = filled.folder / "list.csv"
    path.write_text(LIST, "utf-8")
    proposal = next(line.split()[0] for line in filled.run("coverage", path).stdout.splitlines() if "1 one" in line)
    with pytest.raises(ScreenError, match="is a blind reading"):
        filled.run("match", proposal, "blind")
