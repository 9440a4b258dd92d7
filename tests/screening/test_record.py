"""The machine-readable result: one spelling, a hash that holds, and nothing of the draft's text."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.catalogue.checklist import Checklist
from relational_screen.screening.answers import Answer
from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.record import SCHEMA, hash_of, record, record_bytes, schema_text
from relational_screen.screening.note.record_model import Record
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import DraftRef, State
from tests.builders import DEPENDS, NOON, RISK, answer, catalogue, draft, effect, measure, state, weighed
from tests.builders import text as both
from tests.screening.strategies import arenas

KNOWN_GOOD = Path(__file__).parents[1] / "data" / "record.json"
LATER = "2027-03-02T09:00:00+01:00"


def _small() -> bytes:
    """The record of a small invented screening, which is the same on every machine."""
    content = catalogue(weighed("a", "key", "normal"))
    answers = {"a.q0": answer(effect("lowers", "clear", "some", groups=[RISK], measures=[measure("some")]))}
    file = DraftRef("invented.txt", "txt", "a" * 64, "b" * 64, NOON.isoformat())
    dated = replace(
        state(content, answers | {"a.q1": DEPENDS}), drafts=(file,), started=NOON.isoformat(), changed=LATER
    )
    findings = [Finding("open", both("An invented finding."), "a.q1", ("§ 1",))]
    return record_bytes(Screening(dated, content, draft("Invented.")), score(dated, content), findings)


def _floats(value: Any) -> list[float]:
    if isinstance(value, dict | list):
        items = value.values() if isinstance(value, dict) else value
        return [found for item in items for found in _floats(item)]
    return [value] if isinstance(value, float) else []


def test_a_small_record_is_byte_for_byte_the_known_good_one() -> None:
    assert _small() == KNOWN_GOOD.read_bytes()


def test_the_schema_beside_the_code_is_that_of_the_record() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()
    assert set(json.loads(schema_text())["properties"]) == {*json.loads(_small()), "reading", "sign_off"}


def test_it_reads_back_by_its_own_schema() -> None:
    data = _small()
    assert canonical(Record.model_validate_json(data).model_dump()) == data


def test_the_hash_is_that_of_all_else_and_any_change_breaks_it() -> None:
    data = json.loads(_small())
    kept = data.pop("hash")
    assert kept == digest(canonical(data)) == hash_of({**data, "hash": kept})
    data["result"]["bottom_line"] = "raises"
    assert hash_of(data) != kept


def test_what_a_user_wrote_with_spaces_around_it_does_not_break_the_hash() -> None:
    content = catalogue(weighed("a", "key"))
    spaced = replace(state(content), relevance_reason="  An invented reason.\n")
    data = record(Screening(spaced, content, None), score(spaced, content), ())
    assert hash_of(data) == data["hash"]


@given(found=arenas())
def test_scores_are_spelled_with_two_decimals_and_never_as_floats(found: tuple[Checklist, dict[str, Answer]]) -> None:
    checklist, answers = found
    content = catalogue(checklist)
    chosen = state(content, answers)
    result = score(chosen, content)
    data = json.loads(record_bytes(Screening(chosen, content, None), result, ()))
    assert _floats(data) == []
    side = result.arenas["alpha"].pair.lowers
    told = data["result"]["arenas"]["alpha"]["lowers"]
    assert [told[name] for name in ("gross", "net", "low", "high")] == [
        str(getattr(side, name)) for name in ("gross", "net", "low", "high")
    ]


@given(st.permutations(["a.q0", "a.q1", "a.q2"]))
def test_the_order_in_which_questions_were_answered_leaves_no_trace(order: list[str]) -> None:
    content = catalogue(weighed("a", "key", "normal", "minor"))

    def spelled(chosen: State) -> bytes:
        return record_bytes(Screening(chosen, content, None), score(chosen, content), ())

    answers = dict.fromkeys(["a.q0", "a.q1", "a.q2"], DEPENDS)
    assert spelled(state(content, {name: answers[name] for name in order})) == spelled(state(content, answers))


@pytest.mark.parametrize("name", ["example_bill", "example_local_plan"])
def test_it_holds_the_result_and_no_text_of_the_draft(name: str, tmp_path: Path) -> None:
    session = start_example(Application(tmp_path / "s.sqlite"), name)
    data = record_bytes(session.screening, session.result, session.review()).decode()
    read = Record.model_validate_json(data)
    assert read.content_hash == session.state.content_hash
    assert read.result.bottom_line == session.result.bottom_line
    assert read.completeness.answered == session.result.progress.answered
    assert read.answers == session.state.answers
    assert session.draft is not None
    passages = {passage.text for passage in session.draft.passages if len(passage.text) > 30} - {read.proposal.title}
    assert len(passages) > 10
    assert [told for told in passages if told in data] == []
