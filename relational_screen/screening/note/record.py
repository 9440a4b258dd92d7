"""The machine-readable result that a note carries, so that a third party can read notes in bulk."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.names import Change
from relational_screen.screening.note.record_model import VERSION, Record
from relational_screen.screening.result import Result
from relational_screen.screening.scope import open_gates
from relational_screen.screening.screening import Screening
from relational_screen.screening.signing import Reading, SignOff
from relational_screen.screening.state import State

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA = Path(__file__).parent / "record.schema.json"


def record_bytes(
    screening: Screening, result: Result, findings: Sequence[Finding], change: Change | None = None
) -> bytes:
    """Return the record as canonical JSON: the same bytes for the same screening on any machine."""
    return canonical(record(screening, result, findings, change))


def record(
    screening: Screening, result: Result, findings: Sequence[Finding], change: Change | None = None
) -> dict[str, Any]:
    """Return the record as JSON data (README, The record), without any of the draft's text.

    `change` is applied to every text of it; the public copy takes names out so, and does not name readers at all.
    """
    state = screening.state
    data: dict[str, Any] = {
        "version": VERSION,
        "screening": state.id,
        "content_hash": state.content_hash,
        "content": state.content,
        "checklists": {checklist.id: checklist.version for checklist in screening.catalogue.checklists},
        "proposal": state.proposal.model_dump(),
        "draft": _draft(screening),
        "started": state.started,
        "changed": state.changed,
        "gates": state.gates,
        "relevance_reason": state.relevance_reason,
        "groups": {name: choice.model_dump() for name, choice in state.groups.items()},
        "answers": {name: answer.model_dump() for name, answer in state.answers.items()},
        "result": _without_floats(result.as_json()),
        "findings": [_finding(item) for item in findings],
        "completeness": _completeness(screening, result),
    }
    told = {**(changed(data, change) if change else data), **_read_and_signed(state, named=change is None)}
    whole: dict[str, Any] = Record.model_validate({**told, "hash": "0" * 64}).model_dump()
    return {**whole, "hash": hash_of(whole)}


def hash_of(data: dict[str, Any]) -> str:
    """Return the hash that a record must carry."""
    return digest(canonical({key: value for key, value in data.items() if key != "hash"}))


def schema_text() -> str:
    """Return the record's JSON Schema as `record.schema.json` holds it: a line per definition and per key."""
    schema = {"$schema": DIALECT, "$id": f"urn:relational-screen:record:{VERSION}"}
    schema |= Record.model_json_schema(mode="serialization")
    lines = [f"{json.dumps(key)}: {_on_lines(value)}" for key, value in schema.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _on_lines(value: Any) -> str:
    if not isinstance(value, dict):
        return json.dumps(value)
    return "{\n" + ",\n".join(f" {json.dumps(key)}: {json.dumps(item)}" for key, item in value.items()) + "\n}"


def changed(value: Any, change: Change) -> Any:
    """Return JSON data with every text changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: changed(item, change) for key, item in value.items()}
    return [changed(item, change) for item in value] if isinstance(value, list | tuple) else value


def _draft(screening: Screening) -> dict[str, Any] | None:
    draft = screening.state.draft
    if draft is None:
        return None
    version = len(screening.state.drafts)
    return {"name": draft.name, "sha256": draft.sha256, "version": version, "attached": draft.attached}


def _finding(finding: Finding) -> dict[str, Any]:
    return {"level": finding.level, "place": finding.place, "passages": list(finding.passages)}


def _read_and_signed(state: State, *, named: bool) -> dict[str, Any]:
    """Return the reading that notes tell of and the last sign-off, each where there is one."""
    told: dict[str, Any] = {}
    if reading := state.reading_told:
        in_force = reading.content_hash == state.content_hash
        told["reading"] = {"outcome": reading.outcome, "in_force": in_force, **_act(reading, named=named)}
    if state.sign_off:
        status = "reopened" if state.sign_off.reopened_at else "lapsed" if state.lapsed else "in_force"
        told["sign_off"] = {"status": status, "review_date": state.sign_off.review_date}
        told["sign_off"] |= _act(state.sign_off, named=named)
    return told


def _act(act: Reading | SignOff, *, named: bool) -> dict[str, str]:
    return {"at": act.at, "by": act.by if named else ""}


def _completeness(screening: Screening, result: Result) -> dict[str, int]:
    done, gates = result.progress, open_gates(screening.state, screening.catalogue)
    return {
        "asked": done.asked,
        "answered": done.answered,
        "undecided": done.undecided,
        "not_examined": done.not_examined,
        "open_gates": len(gates),
    }


def _without_floats(value: Any) -> Any:
    """Return JSON data with scores as text of two decimals."""
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, dict):
        return {key: _without_floats(item) for key, item in value.items()}
    return [_without_floats(item) for item in value] if isinstance(value, list) else value
