"""The worked answer files give the scores that were calculated by hand from the method."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from relational_screen.app.application import Application
from relational_screen.app.examples import EXAMPLES, FOLDER
from relational_screen.app.session import Session

DATA = Path(__file__).parent / "data"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((DATA / "expected_scores.toml").read_text(encoding="utf-8"))


@pytest.fixture(params=sorted(EXPECTED))
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Session]:
    """A worked draft's name and its screening; the real drafts are left out where their folder is missing."""
    name: str = request.param
    if name in EXAMPLES:
        draft, answers = FOLDER / f"{name}.txt", FOLDER / f"{name}.toml"
    else:
        draft, answers = request.getfixturevalue("shared_drafts") / f"{name}.txt", DATA / f"{name}.toml"
    return name, Application(tmp_path / "screenings.sqlite").screen(draft, answers)


def test_scores_are_those_calculated_by_hand(case: tuple[str, Session]) -> None:
    name, session = case
    result = session.result_json()
    found = {
        "bottom_line": result["bottom_line"],
        "lean": result["lean"] or "",
        "must_be_addressed": len(result["must_be_addressed"]),
        "arenas": {
            arena: {
                "verdict": scores["verdict"],
                **{side: {key: scores[side][key] for key in ("net", "gross")} for side in ("raises", "lowers")},
            }
            for arena, scores in result["arenas"].items()
        },
    }
    assert found == EXPECTED[name]


def test_every_gate_and_question_is_answered_and_nothing_is_missing(case: tuple[str, Session]) -> None:
    _, session = case
    undecided = {name for name, answer in session.state.answers.items() if answer.status in ("unknown", "depends")}
    findings = session.review()
    assert [finding for finding in findings if finding.level in ("required", "warning")] == []
    assert {finding.place for finding in findings if finding.level == "open"} == undecided


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_say_in_their_first_line_that_they_are_invented(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert text.startswith("OPDIGTET EKSEMPEL")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_title_of_an_example_says_that_it_is_invented(name: str, tmp_path: Path) -> None:
    application = Application(tmp_path / "screenings.sqlite")
    session = application.screen(FOLDER / f"{name}.txt", FOLDER / f"{name}.toml")
    assert "OPDIGTET EKSEMPEL" in session.state.proposal.title
    assert session.draft is not None
    assert "OPDIGTET EKSEMPEL" in session.draft.title
