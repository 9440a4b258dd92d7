"""The second reader, sign-off and follow-up through the session, the store and a bundle. All persons are invented."""

import sqlite3
from collections.abc import Callable

import pytest

from relational_screen.app.application import Application
from relational_screen.app.pinned import pin
from relational_screen.app.session import Session
from relational_screen.app.summary import NOT_READ
from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import BundleParts, make_bundle, open_bundle
from relational_screen.screening.events import UNCHANGING
from relational_screen.screening.proposal import GroupChoice, Proposal
from relational_screen.screening.signing import Indicator, Outcome
from relational_screen.screening.state import fold
from tests.builders import NO_EFFECT, RISK, UNKNOWN, answer, catalogue, checklist, draft, effect
from tests.registry.samples import office

Open = Callable[..., Application]
RESPONSIBLE, READER = "Invented Person", "Second Person"
PROPOSAL = Proposal(title="Invented act", authority="Invented ministry", responsible=RESPONSIBLE)
DRAFT = draft("Der skal være bænke i den nye gård.", "Loven er opdigtet.")
INDICATOR = Indicator(question="a.q0", effect=0, text="Invented measure of meetings.")
OUTCOME = Outcome(question="a.q0", effect=0, direction="lowers", came="less", text="Invented.")


def _answered(application: Application) -> Session:
    session = application.start(PROPOSAL, DRAFT)
    session.answer_gate("a.gate-any", "yes")
    session.answer_gate("common.gate-any", "no")
    session.answer("a.q0", answer(effect("lowers")))
    session.answer("a.q1", UNKNOWN)
    return session


def _read(session: Session) -> Session:
    session.signing.ask_review(READER)
    session.signing.give_review("approved", by=READER)
    return session


def _line(application: Application, screening: str) -> dict[str, object]:
    return next(line for line in application.screenings() if line["id"] == screening)


def _acted(application: Application) -> Session:
    """A screening through every step, signed off at last."""
    session = _answered(application)
    session.signing.comment("a.q0", " Invented remark. ", by=READER)
    session.signing.ask_review(READER, blind=True)
    session.signing.give_review("returned", by=READER)
    session.signing.settle_comment(session.state.comments[0].number)
    _read(session).signing.sign_off("2029-01-15", [INDICATOR], by="Third Person")
    session.signing.reopen("Invented reason.")
    session.record_export("bill", "da", "pdf")
    session.signing.sign_off("2030-01-15", [INDICATOR])
    session.signing.follow_up("Invented.", [OUTCOME])
    return session


def test_every_step_is_kept_and_read_back_the_same(applications: Open) -> None:
    session = _acted(applications())
    again = applications().open(session.id)
    assert set(UNCHANGING) <= {event.type for event in again.events}
    assert again.state == session.state
    assert again.state.signed_off
    assert applications().verify(session.id) == []


def test_every_step_survives_a_bundle(application: Application) -> None:
    session = _acted(application)
    content = {session.state.content, *(ref.passages for ref in session.state.drafts)}
    held = {name: application.store.content(name) for name in content}
    opened = open_bundle(make_bundle(BundleParts(session.events, held, {}, "0.1.0"), office()))
    assert fold(opened.events) == session.state


def test_steps_are_told_as_one_kind_of_change_and_carry_the_name_of_who_acts(application: Application) -> None:
    session, told = _answered(application), list[str]()
    session.changes.listen(told.append)
    session.signing.comment("", "Invented.")
    session.signing.settle_comment(session.state.comments[0].number, by=READER)
    assert told == ["signing", "signing"]
    assert [event.by for event in session.events[-2:]] == [RESPONSIBLE, READER]
    assert session.state.comments[0].text == "Invented."


def test_steps_change_neither_result_nor_content_hash_and_are_not_undone(application: Application) -> None:
    session = _answered(application)
    before, result = session.state, session.result_json()
    to_undo = session.history.to_undo
    _read(session).signing.sign_off()
    assert (session.state.content_hash, session.state.changed) == (before.content_hash, before.changed)
    assert session.result_json() == result
    assert session.history.to_undo == to_undo


def test_who_is_responsible_cannot_give_the_reading(application: Application) -> None:
    session = _answered(application)
    session.signing.ask_review(READER)
    with pytest.raises(ScreenError, match="is the responsible official"):
        session.signing.give_review("approved")
    assert session.state.reading is not None
    assert session.state.reading.outcome is None


def test_nothing_is_signed_off_that_no_note_can_be_made_of(application: Application) -> None:
    session = _answered(application)
    session.answer("a.q1", answer(effect(strength=None)))
    _read(session)
    with pytest.raises(ScreenError, match="note cannot be made"):
        session.signing.sign_off()
    assert session.state.sign_off is None


@pytest.mark.parametrize("date", ["soon", "15.1.2029", "2029-02-30"])
def test_a_review_date_that_is_none_is_refused(application: Application, date: str) -> None:
    session = _read(_answered(application))
    with pytest.raises(ScreenError, match="is not a date"):
        session.signing.sign_off(date)
    assert session.state.sign_off is None


def test_any_change_after_the_sign_off_makes_it_lapse_and_the_review_says_so(application: Application) -> None:
    session = _read(_answered(application))
    session.signing.sign_off()
    assert session.state.signed_off
    session.answer("a.q1", NO_EFFECT)
    assert (session.state.signed_off, session.state.lapsed) == (False, True)
    assert [finding.place for finding in session.review() if "lapsed" in finding.text.en] == ["review"]


def test_a_follow_up_is_held_against_what_was_signed_off_not_against_what_stands_now(application: Application) -> None:
    session = _read(_answered(application))
    assert session.signing.as_signed() is None
    session.signing.sign_off()
    signed = session.state
    session.answer("a.q0", NO_EFFECT)
    assert session.signing.as_signed() == signed
    session.signing.follow_up("", [OUTCOME])
    assert session.state.follow_ups[0].outcomes == (OUTCOME,)


def test_the_list_says_whose_reading_is_waited_for_and_what_is_signed_off_or_lapsed(application: Application) -> None:
    session = _answered(application)
    assert _line(application, session.id).items() >= NOT_READ.items()
    session.signing.ask_review(READER)
    assert _line(application, session.id).items() >= {**NOT_READ, "reader": READER, "responsible": RESPONSIBLE}.items()
    session.signing.give_review("approved", by=READER)
    session.signing.sign_off()
    assert _line(application, session.id).items() >= {**NOT_READ, "signed_off": True}.items()
    session.answer("a.q1", NO_EFFECT)
    assert _line(application, session.id).items() >= {**NOT_READ, "lapsed": True}.items()


def test_a_line_that_was_written_before_there_were_second_readers_is_read_as_not_read(application: Application) -> None:
    session = _answered(application)
    fields = "'$.reader', '$.signed_off', '$.lapsed'"
    with sqlite3.connect(application.store.path) as database:
        database.execute(f"update overview set summary = json_remove(summary, {fields})")
    database.close()
    assert NOT_READ.keys() & application.store.screenings()[0].keys() == set()
    assert _line(application, session.id).items() >= NOT_READ.items()


def test_a_blind_reading_has_the_same_proposal_draft_and_questions_but_no_answers(applications: Open) -> None:
    session = _answered(applications())
    session.set_group(RISK, GroupChoice(low=10))
    reading = applications().read_blind(session.id, READER)
    state = applications().open(reading.id).state
    assert (state.reads, session.state.reads) == (session.id, "")
    assert state.proposal == PROPOSAL.model_copy(update={"responsible": READER})
    assert state.content == session.state.content
    assert (state.draft and state.draft.passages) == pin(DRAFT)[0]
    assert (state.answers, state.gates, state.groups, state.suggestions) == ({}, {}, {}, {})
    assert {event.by for event in reading.events} == {READER}
    assert reading.catalogue == session.catalogue


def test_a_blind_reading_asks_what_was_asked_though_the_program_asks_something_else_now(applications: Open) -> None:
    session = _answered(applications())
    newer = applications(catalogue(checklist("z")))
    reading = newer.read_blind(session.id, READER)
    assert reading.state.content == session.state.content
    assert newer.open(reading.id).catalogue.checklists == session.catalogue.checklists


@pytest.mark.parametrize("reader", ["", "person, INVENTED"])
def test_the_responsible_official_does_not_read_blind(application: Application, reader: str) -> None:
    session = _answered(application)
    with pytest.raises(ScreenError, match="is the responsible official"):
        application.read_blind(session.id, reader)
    assert application.store.ids() == [session.id]


def test_a_sign_off_after_a_change_in_another_window_is_refused(applications: Open) -> None:
    session = _read(_answered(applications()))
    applications().open(session.id).answer("a.q1", NO_EFFECT)
    with pytest.raises(ScreenError, match="changed in another window"):
        session.signing.sign_off()
