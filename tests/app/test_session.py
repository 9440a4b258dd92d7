"""A screening from start to note, through the door that window and command line use."""

import json
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relational_screen.app.application import Application
from relational_screen.app.session import Session
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.errors import Problems, ScreenError
from relational_screen.screening.answers import PassageRef
from relational_screen.screening.proposal import GroupChoice, Proposal
from tests.builders import NO_EFFECT, RISK, UNKNOWN, answer, catalogue, checklist, draft, effect, weighed

Open = Callable[..., Application]
PROPOSAL = Proposal(title="Invented act", authority="Invented ministry", responsible="Invented Person")
DRAFT = draft("Der skal være bænke i den nye gård.", "Loven er opdigtet.")


def _started(application: Application) -> Session:
    session = application.start(PROPOSAL, DRAFT)
    session.answer_gate("a.gate-any", "yes")
    session.answer_gate("common.gate-any", "no")
    return session


def _answered(application: Application) -> Session:
    session = _started(application)
    session.set_group(RISK, GroupChoice(low=10, high=20))
    harm = effect("lowers", groups=[RISK]).model_copy(update={"passages": (PassageRef(label="§ 1"),)})
    session.answer("a.q0", answer(harm))
    session.answer("a.q1", UNKNOWN)
    session.answer("common.one", NO_EFFECT)
    return session


def _as_bytes(session: Session) -> str:
    return json.dumps(session.result_json())


def test_a_screening_that_is_opened_again_is_the_same_to_the_last_byte(applications: Open, tmp_path: Path) -> None:
    session = _answered(applications())
    session.undo()
    session.redo()
    session.export(tmp_path / "note.docx", "bill", "da")
    again = applications().open(session.id)
    assert again.state == session.state
    assert again.events == session.events
    assert again.draft == session.draft
    assert again.catalogue == session.catalogue
    assert again.history == session.history
    assert _as_bytes(again) == _as_bytes(session)
    assert again.state.content_hash == session.state.content_hash


def test_undo_takes_back_the_last_change_and_redo_puts_it_in_force_again(application: Application) -> None:
    session = _started(application)
    before, result = session.state.content_hash, _as_bytes(session)
    session.answer("a.q0", answer(effect()))
    after = _as_bytes(session)
    session.undo()
    assert (session.state.content_hash, _as_bytes(session)) == (before, result)
    session.redo()
    assert _as_bytes(session) == after
    assert session.result.bottom_line == "undetermined"
    reopened = application.open(session.id)
    reopened.undo()
    assert reopened.state.content_hash == before


def test_a_new_change_after_undo_leaves_nothing_to_redo(application: Application) -> None:
    session = _answered(application)
    session.undo()
    session.answer("a.q1", NO_EFFECT)
    events = len(session.events)
    session.redo()
    assert len(session.events) == events
    assert session.state.answers["a.q1"] == NO_EFFECT


def test_a_change_to_what_already_stands_makes_no_event_and_leaves_redo_alone(application: Application) -> None:
    session = _answered(application)
    session.give_relevance_reason("Århus")
    session.answer("a.q1", NO_EFFECT)
    session.undo()
    before = session.events
    session.change_proposal(session.state.proposal)
    session.answer_gate("a.gate-any", "yes")
    session.set_group(RISK, GroupChoice(low=10, high=20))
    session.remove_group("people-not-at-risk")
    session.give_relevance_reason("A\u030arhus")
    for name, given in session.state.answers.items():
        session.answer(name, given)
    again = effect("lowers", groups=[RISK]).model_copy(update={"passages": (PassageRef(label="§\u00a01"),)})
    session.answer("a.q0", answer(again))
    session.answer_gate("a.gate-any", "yes")
    assert session.events == before
    assert session.history.to_redo


def test_answers_gates_and_groups_can_be_withdrawn(application: Application) -> None:
    session = _answered(application)
    session.answer("a.q0", None)
    session.answer_gate("common.gate-any", None)
    session.remove_group(RISK)
    assert "a.q0" not in session.state.answers
    assert "common.gate-any" not in session.state.gates
    assert session.state.groups == {}


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.answer("a.none", NO_EFFECT),
        lambda session: session.answer_gate("a.gate-none", "yes"),
        lambda session: session.set_group("nobody", GroupChoice()),
    ],
)
def test_a_change_to_what_does_not_exist_is_a_loud_bug_and_changes_nothing(
    application: Application, change: Callable[[Session], None]
) -> None:
    session = _started(application)
    before = session.events
    with pytest.raises(KeyError):
        change(session)
    assert application.open(session.id).events == before


def test_listeners_are_told_once_a_change_is_on_the_disk(application: Application) -> None:
    session = _started(application)
    heard: list[tuple[str, int]] = []
    stop = session.changes.listen(lambda change: heard.append((change, len(application.store.events(session.id)))))
    session.answer("a.q0", NO_EFFECT)
    session.answer("a.q0", NO_EFFECT)
    session.answer_gate("common.gate-any", "unsure")
    stop()
    session.answer("a.q1", NO_EFFECT)
    assert heard == [("answers", 5), ("gates", 6)]


def test_of_two_sessions_on_one_screening_the_second_gets_a_clear_error_and_keeps_what_it_had(
    applications: Open,
) -> None:
    first = _started(applications())
    second = applications().open(first.id)
    first.answer("a.q0", NO_EFFECT)
    before, events = second.state, second.events
    with pytest.raises(ScreenError, match="Open the screening again"):
        second.answer("a.q0", UNKNOWN)
    with pytest.raises(ScreenError):
        second.attach_draft(draft("Another."))
    assert (second.state, second.events, second.draft) == (before, events, DRAFT)
    assert applications().open(first.id).state.answers == {"a.q0": NO_EFFECT}


def _changed(weight: Any) -> Catalogue:
    return catalogue(weighed("a", weight, "normal"), checklist("common"), checklist("new"))


def test_a_screening_keeps_the_content_it_was_started_with(applications: Open) -> None:
    session = _answered(applications())
    newer = applications(_changed("minor"))
    old = newer.open(session.id)
    assert old.catalogue == session.catalogue
    assert _as_bytes(old) == _as_bytes(session)
    old.answer("a.q1", NO_EFFECT)
    assert old.result.arenas["a"].pair.lowers.net == 60
    fresh = newer.start(PROPOSAL)
    assert fresh.catalogue == _changed("minor")
    assert fresh.state.content != old.state.content


def test_an_answer_keeps_the_hash_of_the_passage_it_rests_on_when_the_draft_changes(applications: Open) -> None:
    session = _answered(applications())
    assert session.state.answers["a.q0"].effects[0].passages[0].hash == DRAFT.passages[0].hash
    session.attach_draft(draft("Der må ikke være bænke.", "Loven er opdigtet."))
    assert [item.place for item in session.review() if item.level == "warning"] == ["a.q0"]
    reopened = applications().open(session.id)
    assert reopened.draft == draft("Der må ikke være bænke.", "Loven er opdigtet.")


ANSWERS = """
[[gates]]
id = "a.gate-any"
answer = "yes"
[[answers]]
question = "a.q0"
status = "effects"
[[answers.effects]]
direction = "raises"
strength = "clear"
reach = "most"
duration = "lasting"
reason = "Invented."
passages = ["§ 1"]
[[answers]]
question = "a.q1"
status = "no_effect"
reason = "Invented."
"""


def _file(folder: Path, content: str) -> Path:
    path = folder / "answers.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_an_answers_file_is_taken_over_and_the_second_time_makes_no_event(
    application: Application, tmp_path: Path
) -> None:
    session = application.start(PROPOSAL, DRAFT)
    session.apply_file(_file(tmp_path, ANSWERS))
    assert session.result.arenas["a"].verdict == "raises"
    assert session.state.proposal == PROPOSAL
    assert session.state.answers["a.q0"].effects[0].passages[0].hash == DRAFT.passages[0].hash
    before = session.events
    session.apply_file(_file(tmp_path, ANSWERS))
    session.apply_file(_file(tmp_path, ""))
    assert session.events == before


def test_a_bad_answers_file_tells_everything_at_once_and_changes_nothing(
    application: Application, tmp_path: Path
) -> None:
    session = _answered(application)
    before = session.events
    bad = ANSWERS.replace("a.q1", "a.q9").replace("§ 1", "§ 9").replace('"yes"', '"perhaps"')
    with pytest.raises(Problems) as caught:
        session.apply_file(_file(tmp_path, bad))
    told = str(caught.value).splitlines()
    assert len(told) == 3
    assert all(any(part in line for line in told) for part in ("a.q9", "§ 9", "a.gate-any.answer"))
    assert session.events == before
    assert application.open(session.id).events == before


def test_a_screening_is_not_started_when_its_answers_cannot_be_read(application: Application, tmp_path: Path) -> None:
    text = tmp_path / "invented.txt"
    text.write_text("§ 1. Loven er opdigtet.\n", encoding="utf-8")
    with pytest.raises(ScreenError):
        application.screen(text, _file(tmp_path, "[[answers]]\nquestion = 'none'\nstatus = 'unknown'\n"))
    assert application.screenings() == []


def test_a_note_is_refused_with_all_that_it_still_needs(application: Application, tmp_path: Path) -> None:
    session = _answered(application)
    session.change_proposal(PROPOSAL.model_copy(update={"title": ""}))
    session.answer("a.q1", answer(effect(reach=None)))
    with pytest.raises(Problems) as caught:
        session.export(tmp_path / "note.docx", "bill", "da")
    assert len(caught.value.problems) == 2
    assert all("The note cannot be made yet." in line for line in str(caught.value).splitlines())
    assert not (tmp_path / "note.docx").exists()
    assert session.state.exports == ()


def test_an_export_is_recorded_with_the_content_it_was_made_from(application: Application, tmp_path: Path) -> None:
    session = _answered(application)
    before = session.state.content_hash
    session.export(tmp_path / "note.docx", "bill", "en")
    session.export(tmp_path / "note.PDF", "bill", "da")
    assert [(item.form, item.language, item.format) for item in session.state.exports] == [
        ("bill", "en", "docx"),
        ("bill", "da", "pdf"),
    ]
    assert {item.content_hash for item in session.state.exports} == {before} == {session.state.content_hash}


def test_an_export_that_fails_is_not_recorded(application: Application, tmp_path: Path) -> None:
    session = _answered(application)
    for name in ("missing/note.docx", "note.odt"):
        with pytest.raises(ScreenError):
            session.export(tmp_path / name, "bill", "da")
    assert session.state.exports == ()


def test_the_gravest_findings_come_first(application: Application) -> None:
    session = _started(application)
    session.answer("a.q1", answer(effect(reach=None)))
    levels = [item.level for item in session.review()]
    order = ["required", "contradiction", "warning", "open", "information"]
    assert levels == sorted(levels, key=order.index)
    assert levels[0] == "required"


def test_a_proposal_that_is_not_relevant_gets_a_note_once_there_is_a_reason(
    application: Application, tmp_path: Path
) -> None:
    session = application.start(PROPOSAL)
    for gate in ("a.gate-any", "common.gate-any"):
        session.answer_gate(gate, "no")
    with pytest.raises(ScreenError, match="The note cannot be made yet"):
        session.export(tmp_path / "note.docx", "bill", "da")
    session.give_relevance_reason("Opdigtet begrundelse.")
    session.export(tmp_path / "note.docx", "bill", "da")
    assert session.result.bottom_line == "not_relevant"


def test_screenings_are_listed_with_their_verdict_and_how_far_they_have_come(application: Application) -> None:
    first, second = _answered(application), application.start(Proposal(title="Second"))
    lines = application.screenings()
    assert [line["id"] for line in lines] == [second.id, first.id]
    assert {key: lines[1][key] for key in ("title", "bottom_line", "answered", "asked", "must_be_addressed")} == {
        "title": "Invented act",
        "bottom_line": "undetermined",
        "answered": 2,
        "asked": 3,
        "must_be_addressed": 1,
    }


def test_a_screening_is_opened_by_the_beginning_of_its_id(application: Application) -> None:
    session = _started(application)
    assert application.open(session.id[:8]).id == session.id
    with pytest.raises(ScreenError, match="There is no screening none"):
        application.open("none")
    application.start(PROPOSAL)
    with pytest.raises(ScreenError, match="More than one screening begins with"):
        application.open("")


def test_a_screening_that_was_changed_outside_the_program_is_not_opened(
    application: Application, tmp_path: Path
) -> None:
    session = _answered(application)
    whole = _started(application)
    assert application.verify() == []
    raw = sqlite3.connect(tmp_path / "screenings.sqlite")
    raw.execute("drop trigger event_is_never_deleted")
    raw.execute("delete from event where screening = ? and seq = 4", [session.id])
    raw.commit()
    raw.close()
    with pytest.raises(ScreenError, match="chain is broken at event"):
        application.open(session.id)
    assert len(application.verify()) == len(application.verify(session.id)) == 1
    assert application.verify(whole.id) == []


def test_nothing_of_a_draft_or_of_what_was_typed_goes_to_the_logs(
    application: Application, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    text = tmp_path / "invented.txt"
    text.write_text("Lov om zebrafinker\n\n§ 1. Der skal være kvidrende bænke.\n\n§ 2. Loven er opdigtet.\n", "utf-8")
    session = application.screen(text, _file(tmp_path, ANSWERS.replace("Invented.", "Hemmelig grund.")))
    for name in ("note.docx", "note.pdf"):
        session.export(tmp_path / name, "bill", "da")
    application.open(session.id).review()
    for word in ("zebrafinker", "kvidrende", "bænke", "Hemmelig"):
        assert word not in caplog.text


def test_events_carry_the_name_of_the_one_who_works(application: Application, tmp_path: Path) -> None:
    assert {event.by for event in _started(application).events} == {"Invented Person"}
    nameless = Application(tmp_path / "other.sqlite")
    nameless.plugins = application.plugins
    assert nameless.start(PROPOSAL).events[0].by
