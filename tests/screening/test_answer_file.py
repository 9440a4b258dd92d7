"""The answers file: read whole, or refused with everything that is wrong in it."""

from pathlib import Path

import pytest

from relational_screen.errors import ScreenError
from relational_screen.screening.answer_file import AnswerFile, read_answers
from tests.builders import RISK, catalogue, checklist, draft, weighed

CONTENT = catalogue(weighed("a", "normal", "normal"), checklist("common"))
DRAFT = draft("An invented rule.", "Another one.")
GOOD = """
relevance_reason = "None."
[proposal]
title = "Invented"
stage = "final"
[[gates]]
id = "a.gate-any"
answer = "yes"
[[groups]]
id = "people-at-risk"
low = 10
high = 20
[[answers]]
question = "a.q0"
status = "effects"
[[answers.effects]]
direction = "lowers"
strength = "clear"
reach = "most"
duration = "lasting"
groups = ["people-at-risk"]
reason = "Invented."
passages = ["§ 1"]
[[answers.effects.measures]]
status = "in_draft"
text = "Invented."
passages = ["§ 2"]
residual = {strength = "some"}
"""


def _read(tmp_path: Path, content: str) -> AnswerFile:
    path = tmp_path / "answers.toml"
    path.write_text(content, encoding="utf-8")
    return read_answers(path, CONTENT, DRAFT)


def _problems(tmp_path: Path, content: str) -> list[str]:
    with pytest.raises(ScreenError) as caught:
        _read(tmp_path, content)
    return str(caught.value).splitlines()


def test_a_whole_answers_file_is_read(tmp_path: Path) -> None:
    found = _read(tmp_path, GOOD)
    assert found.proposal == {"title": "Invented", "stage": "final"}
    assert (found.gates[0].id, found.gates[0].answer) == ("a.gate-any", "yes")
    assert (found.groups[0].id, found.groups[0].low, found.groups[0].high) == (RISK, 10, 20)
    effect = found.answers[0].effects[0]
    assert effect.passages[0].label == "§ 1"
    assert effect.measures[0].counts
    assert effect.measures[0].residual.strength == "some"


def test_an_empty_file_holds_no_answers(tmp_path: Path) -> None:
    assert _read(tmp_path, "") == AnswerFile()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "a.gate-any"', 'id = "a.gate-none"', "no gate called a.gate-none"),
        ('question = "a.q0"', 'question = "a.q9"', "no question called a.q9"),
        ('id = "people-at-risk"', 'id = "nobody"', "no group called nobody"),
        ('groups = ["people-at-risk"]', 'groups = ["nobody"]', "no group called nobody"),
        ('passages = ["§ 1"]', 'passages = ["§ 9"]', "no passage § 9"),
        ('passages = ["§ 2"]', 'passages = ["§ 9"]', "no passage § 9"),
        ('text = "Invented."', 'remedy = "none"', "no remedy called none"),
        ("low = 10", "low = 30", "low is greater than high"),
        ("low = 10", "low = -1", "low"),
        ('answer = "yes"', 'answer = "maybe"', "answer"),
        ('strength = "clear"', 'strength = "strong"', "strength"),
        ('direction = "lowers"', 'direction = "raises"', "measures belong to lowering effects"),
        ('status = "effects"', 'status = "no_effect"', "effects belong to the status effects"),
        ('stage = "final"', 'stage = "finished"', "stage"),
        ('title = "Invented"', "title = 1.10", "title: a text in quotation marks"),
        ('title = "Invented"', 'tittle = "x"', "tittle: the field is unknown"),
        ('relevance_reason = "None."', 'relevant = "x"', "relevant: the field is unknown"),
        ('passages = ["§ 1"]', "passages = 1", "passages"),
        ('groups = ["people-at-risk"]', "groups = 1", "groups"),
        ("[[gates]]", "[gates]", "gates"),
    ],
)
def test_what_is_wrong_is_told_with_the_file_and_the_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    problems = _problems(tmp_path, GOOD.replace(old, new, 1))
    assert all(problem.startswith("answers.toml") for problem in problems)
    assert any(says in problem for problem in problems)


def test_what_stands_twice_is_told(tmp_path: Path) -> None:
    again = '[[answers]]\nquestion = "a.q0"\nstatus = "no_effect"\n[[gates]]\nid = "a.gate-any"\nanswer = "no"\n'
    problems = _problems(tmp_path, GOOD + again)
    assert len(problems) == 2
    assert all("more than once" in problem for problem in problems)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    bad = GOOD.replace('"a.q0"', '"a.q9"').replace('"yes"', '"maybe"').replace("§ 2", "§ 9").replace("clear", "loud")
    text = "\n".join(_problems(tmp_path, bad))
    for expected in ("a.q9", "a.gate-any.answer", "§ 9", "strength"):
        assert expected in text


@pytest.mark.parametrize(("content", "says"), [(b"= x", "not valid TOML"), (b'a = "\xe6"', "not text in UTF-8")])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(content)
    with pytest.raises(ScreenError, match=says):
        read_answers(path, CONTENT, None)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match=r"none\.toml cannot be read"):
        read_answers(tmp_path / "none.toml", CONTENT, None)
