"""The secretariat's commands: what came in, who signed, what is missing, what is drawn. All is invented."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from relational_screen.app.language import use_language
from relational_screen.cli import cli
from relational_screen.errors import ScreenError
from relational_screen.screening.proposal import Proposal
from tests.registry.offices import LOWERS, key, laid, screened

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

    def run(self, *words: object) -> Result:
        line = ["--lang", "en", "registry", *map(str, words), "--registry", str(self.folder / "registry.sqlite")]
        return CliRunner().invoke(cli, line, catch_exceptions=False)

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
    secretariat.run("add", secretariat.inbox)
    assert "waits to be confirmed" in secretariat.run("keys").output
    assert secretariat.read("stats", "--json")["total"] == 0
    secretariat.run("confirm", key(1).public.groups.upper())
    assert secretariat.read("stats", "--json")["total"] == 2
    secretariat.run("revoke", key(1).public.fingerprint)
    assert [known["status"] for known in secretariat.read("keys", "--json")] == ["revoked"]
    assert secretariat.read("stats", "--json")["total"] == 0


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


def test_a_screening_is_shown_by_the_beginning_of_its_id(filled: Secretariat) -> None:
    assert filled.read("show", "nul")["id"] == "null"
    with pytest.raises(ScreenError, match="There is no screening"):
        filled.run("show", "absent")


def test_filters_choose_what_is_listed_and_counted(filled: Secretariat) -> None:
    assert filled.read("stats", "--authority", "Invented Ministry", "--json")["total"] == 2
    assert filled.read("stats", "--authority", "Nobody", "--json")["total"] == 0
    assert [line["id"] for line in filled.read("list", "--arena", "homes", "--json")] == ["one"]


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
    with pytest.raises(ScreenError, match="where the titles stand"):
        filled.run("coverage", path)
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


def test_a_report_is_not_begun_for_a_file_that_it_cannot_be_written_as(filled: Secretariat) -> None:
    with pytest.raises(ScreenError, match=r"\.docx"):
        filled.run("report", "--year", 2025, "-o", filled.folder / "report.odt")


def test_figures_are_written_for_other_programs(filled: Secretariat) -> None:
    for name in ("figures.xlsx", "figures.csv", "figures.json"):
        filled.run("export", "-o", filled.folder / name)
    found = json.loads((filled.folder / "figures.json").read_text("utf-8"))
    assert found["figures"]["total"] == len(found["screenings"]) == 2
    assert (filled.folder / "figures.csv").read_text("utf-8-sig").count("Invented Ministry") == 2
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
