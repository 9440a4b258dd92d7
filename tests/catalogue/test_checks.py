"""The parts of a catalogue held against each other."""

from decimal import Decimal

import pytest

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checks import find_gaps, find_problems
from relational_screen.catalogue.groups import OddsRatio
from relational_screen.catalogue.remedies import Remedy
from relational_screen.catalogue.shipped import add_checklists
from relational_screen.errors import Problems, ScreenError
from tests.builders import GROUPS, catalogue, checklist, question, text


def _told(content: Catalogue) -> list[str]:
    return [str(problem) for problem in find_problems(content)]


def test_a_catalogue_that_holds_together_has_no_problem() -> None:
    assert _told(catalogue(checklist("a"), checklist("b"))) == []


@pytest.mark.parametrize(
    ("field", "name"),
    [("facts", "no-fact"), ("groups", "nobody"), ("remedies", "no-remedy"), ("sources", "nowhere: 1")],
)
def test_a_reference_that_leads_nowhere_is_told_with_file_and_id(field: str, name: str) -> None:
    asked = question("a.one").model_copy(update={field: (name,)})
    (problem,) = _told(catalogue(checklist("a", [asked])))
    assert problem.startswith("a.toml: a.one: ")
    assert name in problem


def test_a_source_that_leads_nowhere_is_told_wherever_it_stands() -> None:
    content = catalogue(checklist("a"))
    odds = OddsRatio(figure=Decimal(2), year=2020, measure="other", population=text("x"), source="nowhere: 2")
    remedy = Remedy(id="invented-help", title=text("x"), text=text("x"), sources=("nowhere: 3",), planning_law=0)
    wrong = content.model_copy(
        update={"groups": (GROUPS[0].model_copy(update={"odds_ratio": odds}),), "remedies": (remedy,)}
    )
    first, second = _told(wrong)
    assert first.startswith("groups.toml: people-at-risk: ")
    assert second.startswith("remedies.toml: invented-help: ")


def test_an_id_that_is_used_twice_is_told() -> None:
    double = catalogue(checklist("a", [question("a.one"), question("a.one")]))
    assert _told(double) == ["a.toml: a.one: the id is used 2 times. Give each its own."]
    twice = catalogue().model_copy(update={"groups": (*GROUPS, GROUPS[0])})
    assert "groups.toml: people-at-risk: the id is used 2 times" in _told(twice)[0]


def test_a_gate_and_a_question_may_not_share_an_id() -> None:
    shared = checklist("a", [question("a.gate-any")])
    assert "a.gate-any: the id is used 2 times" in _told(catalogue(shared))[0]


def test_a_retired_id_may_not_come_back() -> None:
    retired = checklist("a").model_copy(update={"retired": ("a.one",)})
    assert "a.toml: a.one: the id is retired" in _told(catalogue(retired))[0]


def test_an_id_must_begin_with_its_arena() -> None:
    stray = checklist("a", [question("b.one")])
    assert "a.toml: b.one: the id must begin with a." in _told(catalogue(stray))[0]


def test_a_question_of_more_than_30_words_is_told() -> None:
    long = question("a.one").model_copy(update={"question": text("ord " * 31)})
    assert "a.toml: a.one: the question is longer than 30 words" in _told(catalogue(checklist("a", [long])))[0]


def test_a_checklist_that_says_it_is_complete_is_held_to_every_field() -> None:
    asked = checklist("a").model_copy(update={"complete": True})
    fields = {problem.values["field"] for problem in find_gaps(asked)}
    assert fields == {
        *("weight_reason", "ability", "ties", "help", "example", "signals", "facts", "groups", "remedies"),
    }
    assert len(_told(catalogue(asked))) == len(fields)
    assert _told(catalogue(checklist("a"))) == []


def test_everything_is_told_at_once_when_checklists_are_added() -> None:
    first = checklist("a", [question("b.one"), question("a.two").model_copy(update={"groups": ("nobody",)})])
    with pytest.raises(Problems) as caught:
        add_checklists(catalogue(checklist("c")), [first, checklist("c")])
    assert len(caught.value.problems) == 3


def test_checklists_stand_in_their_order_whatever_the_order_they_came_in() -> None:
    found = add_checklists(catalogue(checklist("m", order=5)), [checklist("z", order=1), checklist("a", order=5)])
    assert [item.id for item in found.checklists] == ["z", "a", "m"]


def test_what_is_not_there_is_a_key_error() -> None:
    content = catalogue(checklist("a"))
    for look_up in (content.checklist, content.question, content.gate, content.group, content.fact, content.remedy):
        with pytest.raises(KeyError):
            look_up("a.none")


def test_one_problem_is_raised_as_itself() -> None:
    with pytest.raises(ScreenError) as caught:
        add_checklists(catalogue(), [checklist("a", [question("b.one")])])
    assert not isinstance(caught.value, Problems)
