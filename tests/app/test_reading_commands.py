"""Comments, second reader, sign-off and follow-up at the command line. Texts and persons are invented."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.language import use_language
from relational_screen.cli import cli
from relational_screen.errors import ScreenError

OFFICIAL, READER = "Invented Official", "Second Person"


@pytest.fixture(autouse=True)
def danish_afterwards() -> Iterator[None]:
    """Leave the usual language behind."""
    yield
    use_language("da")


class Office:
    """Those who work on one screening, at the command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        session = start_example(Application(folder / "s.sqlite", OFFICIAL))
        self.id, self.state = session.id, session.state

    def run(self, command: str, *words: object, by: str = "") -> str:
        name = ["--as", by] if by else []
        line = ["--store", str(self.folder / "s.sqlite"), "--lang", "en", command, self.id, *map(str, words), *name]
        return CliRunner().invoke(cli, line, catch_exceptions=False).stdout

    def status(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.run("status", "--json"))
        return told

    def written(self, content: str) -> Path:
        path = self.folder / "file.toml"
        path.write_text(content, encoding="utf-8")
        return path

    def read(self) -> None:
        self.run("ask-review", "--reader", READER)
        self.run("give-review", "approve", by=READER)

    def effect(self) -> dict[str, Any]:
        """The first effect that was answered, named as files name it."""
        found = ((name, answer.effects) for name, answer in self.state.answers.items() if answer.effects)
        name, effects = next(found)
        return {"question": name, "direction": effects[0].direction}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_screening_goes_from_comment_to_follow_up(office: Office) -> None:
    question, direction = office.effect().values()
    office.run("comment", question, "Is this so?", by=READER)
    number = office.status()["comments"][0]["number"]
    assert f"{number} {question} (open) {READER}: Is this so?" in office.run("status")
    office.run("settle", number)
    assert f"{number} {question} (settled)" in office.run("status")
    office.run("ask-review", "--reader", READER, "--blind")
    assert f"{READER} is asked to read it blind." in office.run("status")
    office.run("give-review", "return", "--text", "Look again.", by=READER)
    office.read()
    indicators = office.written(f'[[indicators]]\nquestion = "{question}"\neffect = 0\ntext = "Meetings a month"\n')
    office.run("sign-off", "--review-date", "2031-01-15", "--indicators", indicators, by="Third Person")
    told = office.status()
    assert (told["read"], told["signed_off"], told["lapsed"]) == (True, True, False)
    assert told["sign_offs"][0]["indicators"] == [{"question": question, "effect": 0, "text": "Meetings a month"}]
    assert "Signed off by Third Person" in office.run("status")
    outcome = f'question = "{question}"\neffect = 0\ndirection = "{direction}"\ncame = "not_known"\n'
    office.run("follow-up", office.written(f'text = "Asked around"\n[[outcomes]]\n{outcome}'))
    assert "Asked around" in office.run("status")
    assert f"{question} ({direction}): not known." in office.run("status")
    office.run("reopen", "--reason", "New figures")
    assert not office.status()["signed_off"]
    readings = office.status()["readings"]
    assert [(one["outcome"], one["by"]) for one in readings] == [("returned", READER), ("approved", READER)]


def test_a_blind_reading_prints_its_id_and_says_what_it_reads(office: Office) -> None:
    first = office.id
    office.id = office.run("read-blind", "--reader", READER).strip()
    assert office.status()["reads"] == first
    assert f"A blind second reading of {first}." in office.run("status")
    assert office.status()["comments"] == []


@pytest.mark.parametrize(
    ("command", "words", "why"),
    [
        ("comment", ["nowhere.q", "x"], "no question or gate nowhere.q"),
        ("settle", [7], "no open comment 7"),
        ("give-review", ["approve"], "No second reader is asked"),
        ("sign-off", [], "No second reader has approved"),
        ("reopen", ["--reason", "x"], "not signed off"),
        ("ask-review", ["--reader", " "], "has no name"),
    ],
)
def test_what_may_not_be_done_is_told_and_leaves_no_event(
    office: Office, command: str, words: list[object], why: str
) -> None:
    before = office.status()
    with pytest.raises(ScreenError, match=why):
        office.run(command, *words)
    assert office.status() == before


def test_a_file_of_outcomes_that_is_wrong_is_refused_all_at_once(office: Office) -> None:
    office.read()
    office.run("sign-off")
    path = office.written('[[outcomes]]\nquestion = "q"\neffect = -1\ndirection = "up"\ncame = "less"\nwhy = "x"\n')
    with pytest.raises(ScreenError) as refused:
        office.run("follow-up", path)
    assert str(refused.value).count("file.toml") == 3
    assert office.status()["follow_ups"] == []


def test_a_comment_on_the_whole_has_an_empty_place(office: Office) -> None:
    office.run("comment", "", "Invented remark.")
    assert office.status()["comments"][0]["place"] == ""
    assert f" (open) {_user(office)}: Invented remark." in office.run("status")


def _user(office: Office) -> str:
    return str(office.status()["comments"][0]["by"])
