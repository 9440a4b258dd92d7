"""The note through the public door, where fresh eyes once found it wrong."""

from pathlib import Path

import pytest

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.files import check_note_path, note_text
from relational_screen.app.session import Session
from relational_screen.app.telling import Telling
from relational_screen.errors import ScreenError
from relational_screen.screening.answers import Answer, Effect, PassageRef


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return start_example(Application(tmp_path / "screenings.sqlite", "tester"))


def only(session: Session, answers: dict[str, Answer]) -> None:
    """Leave only these answers with effects; all others say that there is none."""
    for question in list(session.state.answers):
        session.answer(question, answers.get(question, Answer(status="no_effect", reason="Opdigtet.")))


def lowering(strength: str, reach: str, duration: str) -> Effect:
    fields = {"strength": strength, "reach": reach, "duration": duration, "reason": "Opdigtet."}
    return Effect.model_validate({"direction": "lowers", **fields})


def test_the_bottom_line_names_the_strongest_lowering_effect_though_its_question_also_raises(session: Session) -> None:
    raising = Effect.model_validate(
        {"direction": "raises", "strength": "some", "reach": "few", "duration": "temporary", "reason": "Opdigtet."}
    )
    both = Answer(status="effects", effects=(raising, lowering("clear", "most", "lasting")))
    tiny = Answer(status="effects", effects=(lowering("some", "few", "temporary"),))
    only(session, {"housing.shared-places": both, "housing.use-and-upkeep": tiny})
    phrase = session.catalogue.question("housing.shared-places").phrase.lowers.da
    assert session.result.bottom_line == "lowers"
    assert phrase in Telling(session).bottom_line()[1]


def test_a_passage_and_a_group_are_named_once(session: Session) -> None:
    ref = PassageRef(label="§ 1, nr. 2, jf. § 91 x, stk. 1")
    effect = lowering("clear", "most", "lasting").model_copy(
        update={"passages": (ref, ref), "groups": ("living-alone", "living-alone")}
    )
    only(session, {"housing.shared-places": Answer(status="effects", effects=(effect,))})
    text = note_text(session.note("bill", "da"))
    assert "(§ 1, nr. 2, jf. § 91 x, stk. 1)" in text
    assert "aleneboende og aleneboende" not in text


def test_an_undetermined_bottom_line_does_not_point_at_an_effect_it_did_not_name(session: Session) -> None:
    for question in list(session.state.answers):
        if question != "housing.relocation":
            session.answer(question, Answer(status="unknown"))
    line = Telling(session).bottom_line()[1]
    assert session.result.bottom_line == "undetermined"
    assert session.result.must_be_addressed
    assert "Det sidste" not in line
    assert "åben (" in note_text(session.note("bill", "da"))


def test_no_note_is_made_of_answers_that_were_changed_elsewhere(session: Session, tmp_path: Path) -> None:
    other = Application(tmp_path / "screenings.sqlite", "another").open(session.id)
    other.change_proposal(other.state.proposal.model_copy(update={"unit": "Et andet kontor"}))
    with pytest.raises(ScreenError, match="changed in another window"):
        session.export(tmp_path / "note.docx", "bill", "da")
    assert not (tmp_path / "note.docx").exists()


def test_a_place_that_takes_no_note_is_refused_before_any_work(tmp_path: Path) -> None:
    for place in (tmp_path / "note.odt", tmp_path / "missing" / "note.docx"):
        with pytest.raises(ScreenError):
            check_note_path(place)


@pytest.mark.usefixtures("session")
def test_a_screening_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    assert (tmp_path / "screenings.sqlite").stat().st_mode & 0o077 == 0


def test_a_remedy_in_a_local_plan_names_what_may_carry_it(tmp_path: Path) -> None:
    plan = start_example(Application(tmp_path / "plan.sqlite"), "example_local_plan")
    text = note_text(plan.note("bill", "da"))
    assert "planloven § 15, stk. 2, nr. " in text or "anbefaling uden hjemmel i lokalplanen" in text


def test_a_bill_names_no_number_of_the_planning_act(session: Session) -> None:
    assert "planloven" not in note_text(session.note("bill", "da"))
