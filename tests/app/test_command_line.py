"""Drafts on the command line, from suggestion to insertion. The drafts are invented."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relational_screen.app.application import new_proposal
from relational_screen.app.language import use_language
from relational_screen.app.settings import Settings
from relational_screen.cli import cli
from relational_screen.drafts.reading import read_draft
from relational_screen.errors import ScreenError

DRAFTS = Path(__file__).parents[1] / "data" / "drafts"
BILL = DRAFTS / "bill-heading-styles.docx"
TEXT = """Lov om opdigtede gårde

§ 1. Kommunalbestyrelsen skal sikre et fællesrum, hvor lejerne i de almene boliger kan mødes hver dag.

§ 2. Loven træder i kraft den 1. januar.
"""
ANSWERS = """
[[gates]]
id = "housing.gate-building"
answer = "yes"
[[answers]]
question = "housing.shared-places"
status = "effects"
[[answers.effects]]
direction = "raises"
passages = ["§ 1"]
"""


def unnumbered(path: Path) -> list[str]:
    """Return a draft's texts; the numbers of later headings follow from Word's own counting."""
    return [passage.text.lstrip("0123456789. ") for passage in read_draft(path).passages]


class Line:
    """A user at the command line with a store of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: object) -> str:
        return self.result(*words).stdout

    def result(self, *words: object) -> Result:
        line = ["--store", str(self.folder / "s.sqlite"), "--lang", "en", *map(str, words)]
        return CliRunner().invoke(cli, line, catch_exceptions=False)

    def written(self, name: str, content: str) -> Path:
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path


@pytest.fixture(autouse=True)
def danish_afterwards() -> Iterator[None]:
    """Leave the usual language behind."""
    yield
    use_language("da")


@pytest.fixture
def line(tmp_path: Path) -> Line:
    return Line(tmp_path)


@pytest.fixture
def screening(line: Line) -> str:
    """A screening of the invented text with one answer that rests on § 1."""
    found = line.run("new", "--kind", "bill", line.written("gaarde.txt", TEXT)).strip()
    line.run("apply", found, line.written("answers.toml", ANSWERS))
    return found


def test_suggestions_are_told_and_given_as_data(line: Line) -> None:
    draft = line.written("gaarde.txt", TEXT)
    assert "Yes, because § 1 mentions »" in line.run("suggest", draft)
    found = json.loads(line.run("suggest", draft, "--json"))
    assert set(found) == {"arenas", "gates", "questions"}
    assert found["arenas"]["housing"]["in_scope"] is True
    assert found["arenas"]["housing"]["reasons"][0]["label"] == "§ 1"
    assert found["arenas"]["labour"] == {"in_scope": False, "score": 0.0, "reasons": []}
    first = next(item for item in found["questions"] if item["id"] == "housing.shared-places")
    assert set(first["passages"][0]) == {"label", "score", "words"}
    assert first["passages"][0]["label"] == "§ 1"


def test_a_new_version_is_attached_and_its_changes_confirmed(line: Line, screening: str) -> None:
    second = line.written("gaarde-2.txt", TEXT.replace("hver dag", "hver uge").replace("§ 1.", "§ 1. Ny. \n\n§ 1 a."))
    told = line.run("attach", screening, second)
    assert "§ 1: changed, now § 1 a" in told
    assert "[-dag.-] {+uge.+}" in told
    found = json.loads(line.run("links", screening, "--json"))
    assert [(one["label"], one["fate"], one["now"]) for one in found] == [("§ 1", "changed", "§ 1 a")]
    assert {"kind": "added", "words": "uge."} in found[0]["difference"]
    line.run("confirm", screening, "housing.shared-places")
    assert "§ 1 a: unchanged" in line.run("links", screening)


def test_the_note_is_inserted_into_a_copy_of_the_draft(line: Line) -> None:
    found = line.run("new", "--kind", "bill", BILL).strip()
    line.run("apply", found, DRAFTS / "answers.toml")
    out = line.folder / "out.docx"
    told = line.run("insert", found, BILL, "-o", out, "--pilot-row")
    assert "The section stands after »4. Ligestillingsmæssige konsekvenser«." in told
    assert "A row was put into the summary table." in told
    texts = unnumbered(out)
    assert [text for text in unnumbered(BILL) if text not in texts] == []
    assert sum("Consequences for relations" in text for text in texts) == 3  # the heading, the row and the remark on it
    again = line.folder / "again.docx"
    assert "The earlier section was replaced" in line.run("insert", found, out, "-o", again, "--pilot-row")
    assert sum("Consequences for relations" in passage.text for passage in read_draft(again).passages) == 3


def test_a_place_can_be_chosen_among_the_headings(line: Line) -> None:
    listed = json.loads(line.run("headings", BILL, "--json"))
    chosen = next(one for one in listed if "Klimamæssige" in one["text"])
    found = line.run("new", "--kind", "bill", BILL).strip()
    line.run("apply", found, DRAFTS / "answers.toml")
    out = line.folder / "out.docx"
    assert f"»{chosen['text']}«" in line.run("insert", found, BILL, "-o", out, "--after", chosen["index"])


def test_another_version_than_the_screened_one_is_said(line: Line) -> None:
    found = line.run("new", "--kind", "bill", BILL).strip()
    line.run("apply", found, DRAFTS / "answers.toml")
    other = DRAFTS / "bill-bold-headings.docx"
    done = line.result("insert", found, other, "-o", line.folder / "out.docx", "--plain")
    assert "not the version of the draft that was screened" in done.stderr


def test_the_draft_itself_is_never_written_over(line: Line) -> None:
    found = line.run("new", "--kind", "bill", BILL).strip()
    line.run("apply", found, DRAFTS / "answers.toml")
    before = BILL.read_bytes()
    with pytest.raises(ScreenError, match="never written over"):
        line.run("insert", found, BILL, "-o", BILL)
    assert BILL.read_bytes() == before


def test_what_was_not_read_is_said_beside_the_output(line: Line) -> None:
    done = line.result("read", BILL)
    assert "marked as deleted was not read" in done.stderr
    assert "marked as deleted" not in done.stdout


def test_a_file_without_any_heading_is_refused_as_a_draft(line: Line) -> None:
    found = line.run("new", "--kind", "bill", BILL).strip()
    line.run("apply", found, DRAFTS / "answers.toml")
    note = line.folder / "note.docx"
    line.run("note", found, "-o", note)
    with pytest.raises(ScreenError):
        line.run("insert", found, note, "-o", line.folder / "out.docx")


def test_the_kind_follows_from_the_title_where_it_names_one() -> None:
    kinds = {
        title: new_proposal(title, Settings()).kind
        for title in (
            "Lokalplan 412, Havnen",
            "Bekendtgørelse om bænke",
            "Forslag til lov om bænke",
            "Kommuneplan 2027",
        )
    }
    assert list(kinds.values()) == ["local_plan", "executive_order", "bill", "plan"]
