"""A draft that comes in a new version, and suggestions that are accepted or dismissed. All drafts are invented."""

from collections.abc import Callable

import pytest

from relational_screen.app.application import Application
from relational_screen.app.session import Session
from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.drafts.draft import Draft
from relational_screen.errors import ScreenError
from relational_screen.screening.answers import PassageRef
from relational_screen.screening.proposal import Proposal
from tests.builders import answer, catalogue, checklist, draft, effect, question

Open = Callable[..., Application]
BENCHES = "Der skal opstilles bænke i gården, så beboerne kan mødes."
LAUNDRY = "Vaskeriet flyttes til stueetagen og holdes åbent for alle beboere."
PARKING = "Parkeringspladserne nedlægges inden udgangen af året."

BENCH = Signals(da=Terms(strong=("bænk*",)), en=Terms())
POINTING = catalogue(checklist("a", [question("a.q0").model_copy(update={"signals": BENCH})]), checklist("common"))


def resting_on(session: Session, *labels: str) -> None:
    refs = tuple(PassageRef(label=label) for label in labels)
    session.answer("a.q0", answer(effect("lowers").model_copy(update={"passages": refs})))


def started(application: Application, first: Draft) -> Session:
    session = application.start(Proposal(title="Invented act"), first)
    session.answer_gate("a.gate-any", "yes")
    return session


def fates(session: Session) -> list[tuple[str, str, str | None]]:
    return [(link.label, link.fate, link.now.label if link.now else None) for link in session.links()]


def warned(session: Session) -> bool:
    return any("changed or is gone" in finding.text.en for finding in session.review())


def test_answers_go_along_with_passages_that_move(application: Application) -> None:
    session = started(application, draft(BENCHES, LAUNDRY))
    resting_on(session, "§ 1", "§ 2")
    session.attach_draft(draft(BENCHES, PARKING, LAUNDRY))
    assert fates(session) == [("§ 1", "unchanged", "§ 1"), ("§ 2", "moved", "§ 3")]
    assert [ref.label for ref in session.state.answers["a.q0"].effects[0].passages] == ["§ 1", "§ 3"]
    assert not warned(session)


def test_an_answer_on_a_changed_passage_waits_for_confirmation(application: Application) -> None:
    session = started(application, draft(BENCHES, LAUNDRY))
    resting_on(session, "§ 1")
    new = BENCHES.replace("gården", "parken")
    session.attach_draft(draft(PARKING, new))
    assert fates(session) == [("§ 1", "changed", "§ 2")]
    assert session.links()[0].was == BENCHES
    assert warned(session)
    session.confirm("a.q0")
    assert fates(session) == [("§ 2", "unchanged", "§ 2")]
    assert not warned(session)


def test_an_answer_on_a_passage_that_is_gone_cannot_be_confirmed_away(application: Application) -> None:
    session = started(application, draft(BENCHES))
    resting_on(session, "§ 1")
    session.attach_draft(draft(PARKING))
    with pytest.raises(ScreenError, match="are gone from the draft"):
        session.confirm("a.q0")
    assert fates(session) == [("§ 1", "gone", None)]
    assert warned(session)


def test_an_answer_that_is_not_there_cannot_be_confirmed(application: Application) -> None:
    with pytest.raises(ScreenError, match="no answer to a question"):
        started(application, draft(BENCHES)).confirm("a.q9")


def test_a_link_is_followed_over_several_versions(application: Application) -> None:
    session = started(application, draft(BENCHES))
    resting_on(session, "§ 1")
    session.attach_draft(draft(PARKING))
    session.attach_draft(draft(PARKING, BENCHES.replace("gården", "parken")))
    assert fates(session) == [("§ 1", "changed", "§ 2")]


def test_the_same_file_again_is_no_new_version(application: Application) -> None:
    session = started(application, draft(BENCHES))
    count = len(session.events)
    session.attach_draft(draft(BENCHES))
    assert len(session.events) == count


def test_versions_and_moves_are_the_same_when_the_screening_is_opened_again(applications: Open) -> None:
    session = started(applications(), draft(BENCHES, LAUNDRY))
    resting_on(session, "§ 2")
    session.attach_draft(draft(PARKING, BENCHES, LAUNDRY))
    again = applications().open(session.id)
    assert again.state == session.state
    assert fates(again) == fates(session) == [("§ 2", "moved", "§ 3")]


def test_a_dismissed_suggestion_is_not_made_again_until_its_text_changes(applications: Open) -> None:
    session = started(applications(POINTING), draft("En hel have med bænke."))
    item = "a.q0"
    assert [one.label for one in session.screening.pointers(item)] == ["§ 1"]
    session.judge(item, "§ 1", "dismissed")
    assert session.screening.pointers(item) == ()
    assert session.events[-1].type == "suggestion_judged"
    session.attach_draft(draft("En anden have med bænke."))
    assert [one.label for one in session.screening.pointers(item)] == ["§ 1"]


def test_dismissing_can_be_undone(applications: Open) -> None:
    session = started(applications(POINTING), draft("En hel have med bænke."))
    session.judge("a.q0", "§ 1", "dismissed")
    session.undo()
    assert session.screening.pointers("a.q0")
    session.judge("a.q0", "§ 1", "accepted")
    session.judge("a.q0", "§ 1", None)
    assert session.state.suggestions == {}


def test_a_passage_that_is_not_there_cannot_be_judged(application: Application) -> None:
    session = started(application, draft(BENCHES))
    with pytest.raises(ScreenError, match="no passage"):
        session.judge("a.q0", "§ 9", "dismissed")
