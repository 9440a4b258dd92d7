"""The full record leaves nothing out, and says it in words."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import get_args

import pytest

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.session import Session
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.facts import Fact
from relational_screen.catalogue.model import Language
from relational_screen.drafts.draft import Draft
from relational_screen.export.text import text
from relational_screen.screening.answers import Answer, PassageRef
from relational_screen.screening.document import Heading, NoteDocument, Paragraph, Table
from relational_screen.screening.events import EventType
from relational_screen.screening.findings import LEVELS, Finding
from relational_screen.screening.note.full import full_note
from relational_screen.screening.passages import refs_of
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import State
from relational_screen.screening.tools import format_number
from tests.builders import (
    DEPENDS,
    NO_EFFECT,
    NOON,
    RISK,
    Chain,
    answer,
    catalogue,
    checklist,
    draft,
    effect,
    measure,
    question,
    state,
    weighed,
)
from tests.builders import text as both

EXAMPLES = ("example_bill", "example_local_plan")


@pytest.fixture(params=[(name, language) for name in EXAMPLES for language in get_args(Language)], ids="-".join)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Session, Language, NoteDocument]:
    """An example's screening, a language and its full record."""
    name, language = request.param
    session = start_example(Application(tmp_path / "s.sqlite"), name)
    note = full_note(session.screening, session.result, session.review(), language, session.events)
    return session, language, note


def _screening(given: State, content: Catalogue, drawn: Draft | None = None) -> Screening:
    return Screening(replace(given, changed=NOON.isoformat()), content, drawn)


def _note(given: State, content: Catalogue, drawn: Draft | None = None, *findings: Finding) -> NoteDocument:
    return full_note(_screening(given, content, drawn), score(given, content), findings, "da")


def _table(note: NoteDocument, *header: str) -> Table:
    return next(block for block in note.blocks if isinstance(block, Table) and block.header == header)


def _all_words(session: Session, language: Language) -> Iterator[str]:
    """Yield all that was asked, answered and relied on."""
    content = session.catalogue
    asked = questions_in_scope(session.state, content)
    applicable = [one.applicable_gates(session.state.proposal.kind) for one in content.checklists]
    yield from (gate.question.get(language) for gates in applicable for gate in gates)
    for one in asked:
        yield one.title.get(language)
        yield one.question.get(language)
        yield one.weight_reason.get(language) if one.weight_reason else ""
        yield from (content.fact(name).text.get(language) for name in one.facts)
        yield from (source.partition(": ")[2] for source in one.sources)
        yield from _answered(session, session.state.answers[one.id], language)
    yield from (finding.text.get(language) for finding in session.review())
    for arena in session.result.arenas.values():
        yield from (format_number(side.net, language) for side in (arena.pair.raises, arena.pair.lowers))


def _answered(session: Session, given: Answer, language: Language) -> Iterator[str]:
    yield from (given.reason.rstrip("."), given.depends_on, given.decided_by)
    for found in given.effects:
        yield found.reason.rstrip(".")
        yield from (session.catalogue.group(name).label.get(language) for name in found.groups)
        for one in found.measures:
            yield one.text
            if one.remedy:
                remedy = session.catalogue.remedy(one.remedy)
                yield from (remedy.title.get(language), remedy.text.get(language), remedy.sources[0].partition(": ")[2])
                yield session.catalogue.strategy(str(remedy.strategy)).evidence.get(language)
    for ref in refs_of(given):
        passage = session.draft.find(ref.label) if session.draft else None
        assert passage is not None
        yield from (ref.label, passage.text.splitlines()[0])


def test_everything_asked_answered_and_relied_on_is_told(written: tuple[Session, Language, NoteDocument]) -> None:
    session, language, note = written
    told = text(note)
    words = list(_all_words(session, language))
    assert len(words) > 300
    assert [missing for missing in words if missing not in told] == []


def test_headings_go_down_one_level_at_a_time(written: tuple[Session, Language, NoteDocument]) -> None:
    levels = [block.level for block in written[2].blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_scores_follow_from_the_table_of_what_each_effect_counts() -> None:
    content = catalogue(weighed("a", "key", "minor", "normal"))
    given = {
        "a.q0": answer(effect("lowers", "clear", "some", measures=[measure("some")]), effect("raises", "some")),
        "a.q1": answer(effect("raises", "clear", "few", "temporary")),
        "a.q2": answer(effect("lowers", "some", "few", "lasting", [RISK])),
    }
    told = state(content, given)
    table = _table(_note(told, content), "Spørgsmål", "Retning", "Vægt", "Virkning før tiltag", "Virkning efter tiltag")
    side = score(told, content).arenas["a"].pair.lowers
    rows = [[Decimal(cell.replace(",", ".")) for cell in row[2:]] for row in table.rows if row[1] == "mindsker"]
    for column, expected in ((1, side.gross), (2, side.net)):
        found = 100 * (1 - prod(1 - row[0] * row[column] for row in rows))
        assert abs(found - expected) < Decimal("0.1")


def test_what_would_turn_the_bottom_line_is_listed_step_by_step() -> None:
    content = catalogue(weighed("a", "normal"))
    table = _table(
        _note(state(content, {"a.q0": answer(effect("lowers", "clear", "few", "temporary"))}), content),
        "Spørgsmål", "Hvis svaret ændres", "bliver bundlinjen",
    )  # fmt: skip
    assert table.rows == (
        ("Invented a.q0", "Virkning 1: styrken fra »tydeligt« til »noget«", "ingen væsentlig virkning"),
    )


@pytest.mark.parametrize("level", LEVELS)
def test_a_finding_of_every_level_is_told(level: str) -> None:
    content = catalogue(weighed("a", "normal"))
    finding = Finding(level, both("An invented finding."), "a.q0")  # type: ignore[arg-type]  # one of LEVELS
    rows = _table(_note(state(content), content, None, finding), "Art", "Bemærkning").rows
    assert [row[1] for row in rows] == ["An invented finding."]


def test_a_passage_that_changed_or_went_is_said_to_have_done_so() -> None:
    content = catalogue(weighed("a", "normal", "normal"))
    changed = effect().model_copy(update={"passages": (PassageRef(label="§ 1", hash="0" * 64),)})
    gone = effect().model_copy(update={"passages": (PassageRef(label="§ 9"),)})
    note = _note(state(content, {"a.q0": answer(changed), "a.q1": answer(gone)}), content, draft("The text as it is."))
    texts = [block.text for block in note.blocks if isinstance(block, Paragraph)]
    place = texts.index("The text as it is.")
    assert texts[place + 1].startswith("Teksten er ændret")
    assert any(line.startswith("Stedet findes ikke") for line in texts[place:])


def test_unfinished_answers_are_told_as_they_stand() -> None:
    content = catalogue(weighed("a", "normal", "normal", "normal"))
    note = _note(state(content, {"a.q0": answer(effect("lowers", None)), "a.q1": DEPENDS}), content)
    told = text(note)
    assert "Styrke, udbredelse eller varighed er ikke valgt." in told
    assert "Afhænger af: an invented order. Besluttes af: an invented minister." in told
    rows = _table(note, "Spørgsmål", "Svar", "Begrundelse").rows
    assert rows[-1][1:] == ("ikke undersøgt", "–")


def test_a_proposal_that_is_not_relevant_gives_its_gates_and_the_reason_alone() -> None:
    content = catalogue(checklist("a"))
    given = replace(state(content, gates={"a.gate-any": "no"}), relevance_reason="it concerns invented taxes")
    note = _note(given, content)
    assert _table(note, "Livsarena", "Spørgsmål", "Svar").rows[0][2] == "nej"
    assert text(note).count("It concerns invented taxes.") == 1
    assert [block.text for block in note.blocks if isinstance(block, Heading)][1:] == ["Relevanstesten"]


def test_facts_are_numbered_once_however_many_questions_use_them() -> None:
    fact = Fact(
        id="one", text=both("Invented fact."), figure=Decimal(1), unit="people", year=2027,
        population=both("invented people"), measure="other", source="invented: page 3",
    )  # fmt: skip
    asked = [question(f"a.q{number}").model_copy(update={"facts": ("one",)}) for number in range(2)]
    content = catalogue(checklist("a", asked)).model_copy(update={"facts": (fact,)})
    note = _note(state(content, {"a.q0": NO_EFFECT}), content)
    assert [row[1] for row in _table(note, "Spørgsmål og vægt", "Fakta", "Kilder").rows] == ["[1]", "[1]"]
    rows = _table(note, "Nr.", "Hvad kilden siger", "Hvem og hvornår", "Kilde").rows
    assert rows == (("[1]", "Invented fact.", "invented people, 2027", "Invented, page 3"),)


def test_a_measure_in_a_local_plan_says_what_may_carry_it_as_the_official_corrected_it() -> None:
    content = catalogue(weighed("a", "normal"))
    corrected = measure().model_copy(update={"planning_law": 10})
    given = {"a.q0": answer(effect(measures=[corrected, measure()]))}
    plan, bill = (text(_note(state(content, given, kind=kind), content)) for kind in ("local_plan", "bill"))
    assert plan.count("§ 15, stk. 2, nr. 10") == 1
    assert "uden hjemmel" in plan
    assert "§ 15" not in bill


def _every_event() -> Chain:
    """A chain with every type of event on one day, by one person."""
    chain = Chain()
    proposal = Proposal(title="Invented").model_dump()
    attached = {"name": "invented.txt", "format": "txt", "sha256": "a" * 64, "passages": "", "moved": []}
    chain.add("proposal_changed", proposal=proposal)
    chain.add("draft_attached", **attached)
    chain.gate("a.gate-any")
    chain.gate("a.gate-any", None)
    chain.add("relevance_reasoned", reason="Invented.")
    chain.add("group_set", group=RISK, low=None, high=None)
    chain.add("group_removed", group=RISK)
    chain.answer("a.q0", NO_EFFECT)
    chain.answer("a.q0", None)
    chain.add("suggestion_judged", item="a.q0", label="§ 1", hash="b" * 64, judgement="dismissed")
    chain.add("exported", form="bill", language="da", format="pdf", content_hash="c" * 64)
    chain.add("commented", place="a.q0", text="Invented.")
    chain.add("comment_settled", comment=chain.events[-1].seq)
    chain.add("review_asked", reader="Second Person")
    chain.add("review_given", outcome="returned", text="Invented.", content_hash="c" * 64)
    chain.add("review_asked", reader="Second Person")
    chain.add("review_given", outcome="approved", text="", content_hash="c" * 64)
    chain.add("signed_off", content_hash="c" * 64, review_date="", indicators=[])
    chain.add("reopened", reason="Invented.")
    chain.add("followed_up", text="Invented.", outcomes=[])
    chain.add("undone", event=2)
    chain.add("redone", event=2)
    return chain


@pytest.mark.parametrize("language", get_args(Language))
def test_the_history_tells_every_type_of_event_in_words_and_leaves_exports_out(language: Language) -> None:
    content = catalogue(weighed("a", "normal"))
    given, chain = state(content), _every_event()
    assert {event.type for event in chain.events} == set(get_args(EventType))
    note = full_note(_screening(given, content), score(given, content), (), language, chain.events)
    (row,) = next(block for block in reversed(note.blocks) if isinstance(block, Table)).rows
    assert row[:2] == ("1. marts 2027" if language == "da" else "1 March 2027", "Invented Person")
    assert row[2].count(". ") + 1 == len(chain.events) - len(["the export", "the second time a reader is asked"])
    assert "Second Person" in row[2]
    assert "invented.txt (SHA-256 aaaaaaaaaaaa)" in row[2]


def test_printing_a_note_does_not_change_the_next(tmp_path: Path) -> None:
    session = start_example(Application(tmp_path / "s.sqlite"))
    arguments = session.screening, session.result, session.review(), "da"
    before = full_note(*arguments, session.events)  # type: ignore[arg-type]  # a language by its name
    session.record_export("full", "da", "pdf")
    assert full_note(session.screening, session.result, session.review(), "da", session.events) == before


def test_each_day_and_person_has_a_row_of_its_own() -> None:
    content = catalogue(weighed("a", "normal"))
    chain = _every_event()
    second = [replace(event, by="Another Person", at="2027-03-02T09:00:00+00:00") for event in chain.events[7:9]]
    given = state(content)
    history = [*chain.events[:2], *second]
    note = full_note(_screening(given, content), score(given, content), (), "en", history)
    rows = _table(note, "Date", "Who", "What").rows
    assert [row[:2] for row in rows] == [("1 March 2027", "Invented Person"), ("2 March 2027", "Another Person")]


def test_numbers_and_lists_are_whole(written: tuple[Session, Language, NoteDocument]) -> None:
    _, language, note = written
    more = " andre" if language == "da" else " others"
    assert not any(f"{count}{more}" in text(note) for count in range(2, 40))


def test_every_arena_in_scope_has_its_heading(written: tuple[Session, Language, NoteDocument]) -> None:
    session, language, note = written
    headings = {block.text for block in note.blocks if isinstance(block, Heading)}
    assert {session.catalogue.checklist(arena).title.get(language) for arena in session.result.arenas} <= headings
