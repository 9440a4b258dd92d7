"""The note through the public door, where fresh eyes once found it wrong."""

from pathlib import Path
from typing import get_args

import pytest

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.files import check_note_path, note_text, write_note
from relational_screen.app.session import Session
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.screening.answers import Answer, Effect, PassageRef
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.note.bill import bill_note
from relational_screen.screening.note.local_plan import local_plan_note
from relational_screen.screening.note.opening import bottom_line
from relational_screen.screening.note.wording import Wording
from tests.screening.sentences import catalogue, wording
from tests.screening.test_note_forms import effects


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
    assert phrase in bottom_line(Wording(session.screening, session.result, "da"))


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
    line = bottom_line(Wording(session.screening, session.result, "da"))
    assert session.result.bottom_line == "undetermined"
    assert session.result.must_be_addressed
    assert "Det sidste" not in line
    text = note_text(session.note("bill", "da"))
    assert "er for mange spørgsmål åbne til, at virkningen kan afgøres" in text


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
    text = note_text(local_plan_note(plan.screening, plan.result, plan.review(), "da"))
    assert "planloven § 15, stk. 2, nr. 10 (ubebyggede arealer)" in text
    assert "en aftale uden hjemmel i planen" in text


def test_a_bill_names_no_number_of_the_planning_act(session: Session) -> None:
    assert "planloven" not in note_text(session.note("bill", "da"))


DRAFTS = sorted(path.stem for path in (Path(__file__).parent.parent / "data").glob("20*.toml"))


@pytest.mark.parametrize("name", DRAFTS)
def test_the_bill_form_of_a_real_screening_is_half_a_page_to_a_page_and_a_half(
    name: str, shared_drafts: Path, tmp_path: Path
) -> None:
    application = Application(tmp_path / "screenings.sqlite", "tester")
    screened = application.screen(shared_drafts / f"{name}.txt", Path(__file__).parent.parent / "data" / f"{name}.toml")
    nothing = screened.result.bottom_line in ("not_relevant", "no_effect")
    for language in get_args(Language):
        assert (0.2 if nothing else 0.5) <= filled(screened.note("bill", language), tmp_path) <= 1.5


def test_the_bill_form_of_the_example_is_at_most_a_page_and_a_half(session: Session, tmp_path: Path) -> None:
    for language in get_args(Language):
        assert 1 <= filled(session.note("bill", language), tmp_path) <= 1.5


@pytest.mark.parametrize("reason", ["Kort.", "Naboerne mister den daglige kontakt. " * 40, "x" * 5000])
def test_the_bill_form_of_a_huge_screening_is_at_most_a_page_and_a_half(reason: str, tmp_path: Path) -> None:
    everyone = tuple(group.id for group in catalogue().groups)
    writes = wording("da", answers=effects(80, reason, groups=everyone))
    note = bill_note(writes.screening, writes.result, [], "da")
    assert 1 <= filled(note, tmp_path) <= 1.5


def filled(note: NoteDocument, folder: Path) -> float:
    """Return how many pages a note fills as a PDF, the last one counted by how far down its text goes."""
    from pypdfium2 import PdfDocument

    top, bottom = 785, 72  # points above the foot of an A4 page between which the note's text stands
    write_note(note, folder / "note.pdf")
    with PdfDocument(folder / "note.pdf") as document:
        text = document[len(document) - 1].get_textpage()
        edges = [text.get_rect(number)[1] for number in range(text.count_rects())]
        lowest: float = min(edge for edge in edges if edge > bottom - 10)
        return len(document) - 1 + (top - lowest) / (top - bottom)
