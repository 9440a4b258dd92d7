"""Two screenings side by side: what differs, and what turned the bottom line."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.export.text import text
from relational_screen.screening.answers import Answer, GateAnswer, PassageRef
from relational_screen.screening.document import Bullets, NoteDocument, Paragraph, Table
from relational_screen.screening.note.compare import Side, compare_note
from relational_screen.screening.proposal import GroupChoice
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import State
from relational_screen.screening.turning import RELEVANCE, Turning, turning
from tests.builders import (
    NO_EFFECT,
    NOON,
    PLAIN,
    RISK,
    UNKNOWN,
    answer,
    catalogue,
    checklist,
    effect,
    measure,
    question,
    state,
    weighed,
)
from tests.screening.strategies import answers as any_answer

RAISES, LOWERS = answer(effect("raises")), answer(effect("lowers", groups=[RISK]))
SMALL = answer(effect("lowers", "some", "some"))  # 0.2 · 0.375 = 7.5: negligible alone, slight together with another
MINOR = weighed("a", "minor", "minor", "minor")


def _side(label: str, content: Catalogue, given: State) -> Side:
    dated = replace(given, changed=NOON.isoformat())
    return Side(label, Screening(dated, content, None), score(dated, content))


def _compared(
    before: Mapping[str, Answer],
    after: Mapping[str, Answer],
    content: Catalogue | None = None,
    gates: tuple[dict[str, GateAnswer] | None, dict[str, GateAnswer] | None] = (None, None),
    language: Language = "en",
) -> NoteDocument:
    chosen = content or catalogue(MINOR)
    first, second = (state(chosen, one, gate) for one, gate in zip((before, after), gates, strict=True))
    return compare_note(_side("A", chosen, first), _side("B", chosen, second), language)


def _rows(note: NoteDocument, title: str) -> dict[str, tuple[str, ...]]:
    """Return a table's rows by their first cell; none where there is no such table."""
    tables = [block for block in note.blocks if isinstance(block, Table) and block.title.startswith(title)]
    return {row[0]: row[1:] for table in tables for row in table.rows}


def _turners(note: NoteDocument) -> list[str]:
    return [item for block in note.blocks if isinstance(block, Bullets) for item in block.items]


def _lead(note: NoteDocument) -> str:
    return next(block.text for block in note.blocks if isinstance(block, Paragraph) and block.style == "lead")


@pytest.mark.parametrize("language", get_args(Language))
def test_equal_screenings_are_said_to_be_equal(language: Language) -> None:
    note = _compared({"a.q0": RAISES}, {"a.q0": RAISES}, language=language)
    assert _turners(note) == []
    told = "besvaret ens" if language == "da" else "answered alike"
    assert told in text(note)
    assert ("er den samme" if language == "da" else "is the same") in _lead(note)


def test_verdicts_stand_side_by_side_and_nothing_is_netted() -> None:
    note = _compared(
        {"a.q0": RAISES, "a.q1": NO_EFFECT, "a.q2": NO_EFFECT}, {"a.q0": RAISES, "a.q1": LOWERS, "a.q2": NO_EFFECT}
    )
    (cells,) = _rows(note, "Arenas").values()
    assert cells == (
        "Raises: raising effect slight (20), lowering effect negligible (0).",
        "Both ways: raising effect slight (20), lowering effect slight (20).",
    )


def test_the_one_answer_that_turned_the_bottom_line_is_named() -> None:
    note = _compared(
        {"a.q0": RAISES, "a.q1": NO_EFFECT, "a.q2": NO_EFFECT}, {"a.q0": RAISES, "a.q1": LOWERS, "a.q2": SMALL}
    )
    assert _turners(note) == ["Invented a.q1 (Invented arena a)"]
    assert "by itself" in text(note)


def test_answers_that_turned_it_only_together_are_named_together() -> None:
    before = {"a.q0": NO_EFFECT, "a.q1": NO_EFFECT, "a.q2": NO_EFFECT}
    note = _compared(before, {"a.q0": SMALL, "a.q1": SMALL, "a.q2": NO_EFFECT})
    assert _turners(note) == ["Invented a.q0 (Invented arena a)", "Invented a.q1 (Invented arena a)"]
    assert "These 2 do so together" in text(note)


def test_an_arena_that_came_in_with_the_relevance_test_is_told_as_the_reason() -> None:
    content = catalogue(MINOR, weighed("b", "key"))
    gates: dict[str, GateAnswer] = {"a.gate-any": "yes", "b.gate-any": "no"}
    given = {"a.q0": RAISES, "a.q1": NO_EFFECT, "a.q2": NO_EFFECT, "b.q0": LOWERS}
    note = _compared(given, given, content, (gates, {**gates, "b.gate-any": "yes"}))
    assert _turners(note) == ["The relevance test, which decides the arenas in scope"]
    assert _rows(note, "Arenas")["Invented arena b"][0] == "not touched according to the relevance test"
    assert list(_rows(note, "Differences in the relevance test").values()) == [("no", "yes")]
    assert _rows(note, "Answers that differ")["Invented b.q0"][0] == "The question is not asked."


def test_questions_asked_once_and_answered_without_effect_are_only_counted() -> None:
    content = catalogue(MINOR, weighed("b", "key", "key"))
    gates: dict[str, GateAnswer] = {"a.gate-any": "yes", "b.gate-any": "no"}
    given = {"b.q0": NO_EFFECT, "b.q1": UNKNOWN}
    note = _compared(given, given, content, (gates, {**gates, "b.gate-any": "yes"}))
    assert list(_rows(note, "Answers that differ")) == ["Invented b.q1"]
    assert "answered there without effect: 1." in text(note)


def test_another_edition_of_the_content_is_told_as_the_reason() -> None:
    given = {"a.q0": SMALL}
    old, new = catalogue(weighed("a", "minor")), catalogue(weighed("a", "key"))
    note = compare_note(_side("A", old, state(old, given)), _side("B", new, state(new, given)), "en")
    assert "different editions of the method or the checklists" in text(note)


def test_a_question_that_only_the_earlier_edition_had_is_compared_too() -> None:
    old = catalogue(checklist("a", [question("a.kept"), question("a.dropped")]))
    new = catalogue(checklist("a", [question("a.kept")]))
    given = {"a.kept": NO_EFFECT, "a.dropped": LOWERS}
    note = compare_note(_side("A", old, state(old, given)), _side("B", new, state(new, given)), "en")
    before, after = _rows(note, "Answers that differ")["Invented a.dropped"]
    assert before.startswith("Lowers: clear, most, lasting")
    assert after == "The question is not asked."
    assert _rows(note, "Must be addressed") == {"Invented a.dropped": (RISK, "–")}


def test_answers_that_differ_give_both_reasons_effects_and_measures() -> None:
    lowered = answer(effect("lowers", groups=[RISK], measures=[measure("some", duration="temporary")]))
    note = _compared({"a.q0": lowered}, {"a.q0": Answer(status="no_effect", reason="invented otherwise")})
    assert _rows(note, "Answers that differ") == {
        "Invented a.q0": (
            "Lowers: clear, most, lasting, assumption. An invented reason. Groups: people-at-risk.\n"
            "Measure (in the draft): An invented measure (§ 1). Effect afterwards: some, temporary.",
            "No effect. Invented otherwise.",
        )
    }


def test_a_passage_that_only_reads_differently_makes_no_difference_in_the_answers() -> None:
    first, second = (
        answer(effect().model_copy(update={"passages": (PassageRef(label="§ 1", hash=name * 64),)})) for name in "ab"
    )
    assert _rows(_compared({"a.q0": first}, {"a.q0": second}), "Answers that differ") == {}


def test_groups_stand_side_by_side_with_their_numbers() -> None:
    content = catalogue(MINOR)
    before = state(content, {"a.q0": LOWERS})
    after = replace(before, groups={RISK: GroupChoice(low=10, high=20), PLAIN: GroupChoice()})
    note = compare_note(_side("A", content, before), _side("B", content, after), "en")
    assert _rows(note, "Who is concerned") == {
        "People-at-risk": (
            "Number: not estimated. Raising effect negligible (0), lowering effect slight (20).",
            "Number: 10-20. Raising effect negligible (0), lowering effect slight (20).",
        ),
        "People-not-at-risk": ("–", "Number: not estimated. No effect names the group."),
    }


def test_unfinished_answers_can_be_compared() -> None:
    note = _compared({"a.q0": answer(effect("lowers", None, None, None))}, {})
    assert _rows(note, "Answers that differ")["Invented a.q0"] == (
        "Lowers: assumption. An invented reason.",
        "Not examined.",
    )


def test_both_hashes_are_told_and_no_name() -> None:
    content = catalogue(MINOR)
    sides = [
        _side(label, content, replace(state(content, {"a.q0": given}), proposal=named))
        for label, given in (("A", RAISES), ("B", LOWERS))
        for named in [state(content).proposal.model_copy(update={"responsible": "Ansvarlig Opdigtet"})]
    ]
    note = compare_note(sides[0], sides[1], "da")
    for side in sides:
        assert side.screening.state.content_hash[:12] in note.footer
        assert side.screening.state.content_hash[:12] in text(note)
        assert side.screening.state.content_hash[:6] in note.name
    assert "Ansvarlig Opdigtet" not in text(note)


both_sides = st.lists(st.tuples(any_answer, any_answer), min_size=1, max_size=5)


def _states(pairs: list[tuple[Answer | None, Answer | None]]) -> tuple[Catalogue, State, State]:
    content = catalogue(checklist("a", [question(f"a.q{number}") for number in range(len(pairs))]))
    sides = (
        {f"a.q{number}": pair[side] for number, pair in enumerate(pairs) if pair[side] is not None} for side in (0, 1)
    )
    before, after = (state(content, {name: one for name, one in found.items() if one}) for found in sides)
    return content, before, after


def _taken(before: State, after: State, names: tuple[str, ...]) -> State:
    answers = {name: one for name, one in before.answers.items() if name not in names}
    return replace(before, answers=answers | {name: after.answers[name] for name in names if name in after.answers})


@given(pairs=both_sides)
def test_what_is_named_does_turn_the_bottom_line_and_less_does_not(
    pairs: list[tuple[Answer | None, Answer | None]],
) -> None:
    content, before, after = _states(pairs)
    found, goal = turning(before, after, content), score(after, content).bottom_line
    if score(before, content).bottom_line == goal:
        assert found == Turning()
        return
    assert bool(found.alone) != bool(found.together)
    for item in found.alone:
        assert score(_taken(before, after, (item,)), content).bottom_line == goal
    if found.together:
        assert score(_taken(before, after, found.together), content).bottom_line == goal
        for item in found.together:
            fewer = tuple(one for one in found.together if one != item)
            assert score(_taken(before, after, fewer), content).bottom_line != goal


def test_the_kind_of_proposal_counts_with_the_relevance_test() -> None:
    asked = [question("a.q0", kinds=["bill"]), question("a.q1")]
    content = catalogue(checklist("a", asked))
    given = {"a.q0": LOWERS, "a.q1": NO_EFFECT}
    found = turning(state(content, given), state(content, given, kind="budget"), content)
    assert found == Turning(alone=(RELEVANCE,))
