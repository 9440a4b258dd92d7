"""The answers file: a whole screening's answers as TOML, for the command line and for examples."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import Field

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.reading import load_toml, validate
from relational_screen.drafts.draft import Draft
from relational_screen.errors import N_, ScreenError, raise_all
from relational_screen.screening.answers import Answer, GateAnswer
from relational_screen.screening.proposal import GroupChoice, Proposal, Value

_UNKNOWN = {
    "gate": N_("{file}: {where}: there is no gate called {name}. Correct it."),
    "question": N_("{file}: {where}: there is no question called {name}. Correct it."),
    "group": N_("{file}: {where}: there is no group called {name}. Correct it."),
    "remedy": N_("{file}: {where}: there is no remedy called {name}. Correct it."),
}


class GateLine(Value):
    """A gate's answer."""

    id: str
    answer: GateAnswer


class GroupLine(GroupChoice):
    """A group that is concerned, with a low and a high number of people."""

    id: str


class AnswerLine(Answer):
    """A question's answer."""

    question: str


class AnswerFile(Value):
    """The whole of an answers file."""

    proposal: dict[str, str] = Field(default_factory=dict)
    relevance_reason: str = ""
    gates: tuple[GateLine, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    answers: tuple[AnswerLine, ...] = ()


def read_answers(path: Path, catalogue: Catalogue, draft: Draft | None) -> AnswerFile:
    """Read an answers file and hold it against the content and the draft of its screening.

    Raises:
        ScreenError: the file cannot be read, or everything that is wrong in it at once.
    """
    content = load_toml(path)
    answers, problems = validate(content, AnswerFile, path.name)
    proposal = content.get("proposal", {})
    if isinstance(proposal, dict):
        problems.extend(validate(proposal, Proposal, f"{path.name}: proposal")[1])
    problems.extend(_unknown_ids(path.name, content, catalogue))
    problems.extend(_repeated(path.name, content))
    if draft is not None:
        problems.extend(_unknown_passages(path.name, content, draft))
    raise_all(problems)
    assert answers is not None
    return answers


def _unknown_ids(file: str, content: dict[str, Any], catalogue: Catalogue) -> Iterator[ScreenError]:
    known = {
        "gate": {gate.id for checklist in catalogue.checklists for gate in checklist.gates},
        "question": {question.id for checklist in catalogue.checklists for question in checklist.questions},
        "group": {group.id for group in catalogue.groups},
        "remedy": {remedy.id for remedy in catalogue.remedies},
    }
    for where, kind, name in _named(content):
        if name not in known[kind]:
            yield ScreenError(_UNKNOWN[kind], file=file, where=where, name=name)


def _named(content: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (place, kind, id) for every id that an answers file names."""
    for gate in _tables(content, "gates"):
        yield "gates", "gate", str(gate.get("id", ""))
    for group in _tables(content, "groups"):
        yield "groups", "group", str(group.get("id", ""))
    for answer in _tables(content, "answers"):
        question = str(answer.get("question", ""))
        yield "answers", "question", question
        for effect in _tables(answer, "effects"):
            yield from ((question, "group", str(name)) for name in _list(effect, "groups"))
            for measure in _tables(effect, "measures"):
                if measure.get("remedy"):
                    yield question, "remedy", str(measure["remedy"])


def _unknown_passages(file: str, content: dict[str, Any], draft: Draft) -> Iterator[ScreenError]:
    for answer in _tables(content, "answers"):
        for effect in _tables(answer, "effects"):
            for owner in (effect, *_tables(effect, "measures")):
                for label in _list(owner, "passages"):
                    if not isinstance(label, str) or draft.find(label) is None:
                        yield ScreenError(
                            N_("{file}: {where}: the draft has no passage {label}. See the labels with read."),
                            file=file,
                            where=answer.get("question", "answers"),
                            label=label,
                        )


def _repeated(file: str, content: dict[str, Any]) -> Iterator[ScreenError]:
    for table, key in (("gates", "id"), ("groups", "id"), ("answers", "question")):
        names = [str(item.get(key)) for item in _tables(content, table)]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield ScreenError(
                N_("{file}: {where}: {name} stands more than once. Keep one."), file=file, where=table, name=name
            )


def _tables(content: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return a list of tables, leaving out whatever is not one; the reading of the record reports that."""
    return [item for item in _list(content, key) if isinstance(item, dict)]


def _list(content: dict[str, Any], key: str) -> list[Any]:
    items = content.get(key)
    return items if isinstance(items, list) else []
