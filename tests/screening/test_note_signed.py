"""What notes and their record say of the second reader, the sign-off and the follow-up. All persons are invented."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, get_args

import pytest

from relational_screen.catalogue.model import Language
from relational_screen.export.text import text
from relational_screen.screening.document import Table
from relational_screen.screening.events import Event, EventType, make_event
from relational_screen.screening.note.forms import FORMS, Form, NoteInput, make_note
from relational_screen.screening.note.record_model import Record
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.review import review
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import State, fold
from tests.builders import NOON, UNKNOWN, Chain, answer, catalogue, effect, weighed

RESPONSIBLE, READER, HEAD = "Ansvar Opdigtet", "Læser Andersen", "Chef Påfund"
CONTENT = catalogue(weighed("a", "key", "normal"))
FULL: tuple[Form, ...] = ("bill", "local-plan", "full")


class Signed(Chain):
    """An answered screening that others act on, each act a day after the one before."""

    def __init__(self) -> None:
        super().__init__("opdigtet")
        proposal = Proposal(title="Opdigtet", responsible=RESPONSIBLE)
        self.add("proposal_changed", proposal=proposal.model_dump())
        self.gate("a.gate-any")
        self.answer("a.q0", answer(effect("lowers")))

    @property
    def state(self) -> State:
        return fold(self.events)

    def act(self, by: str, event_type: EventType, **data: Any) -> "Signed":
        at = NOON + timedelta(days=len(self.events))
        self.events.append(make_event(self.screening, self.events[-1], event_type, data, by, at))
        return self

    def asked(self) -> "Signed":
        return self.act(RESPONSIBLE, "review_asked", reader=READER)

    def given(self, outcome: str) -> "Signed":
        told = {"outcome": outcome, "text": "Se § 1.", "content_hash": self.state.content_hash}
        return self.act(READER, "review_given", **told)

    def signed(self, review_date: str = "", indicators: Sequence[dict[str, Any]] = ()) -> "Signed":
        told = {"review_date": review_date, "indicators": list(indicators)}
        return self.act(HEAD, "signed_off", content_hash=self.state.content_hash, **told)

    def changed(self) -> "Signed":
        return self.act(RESPONSIBLE, "question_answered", question="a.q1", answer=UNKNOWN.model_dump())

    def reopened(self) -> "Signed":
        return self.act(HEAD, "reopened", reason="Opdigtet grund.")


def _input(state: State, history: Sequence[Event] = ()) -> NoteInput:
    screening = Screening(state, CONTENT, None)
    return NoteInput(screening, score(state, CONTENT), review(screening), history)


def _told(chain: Signed, form: Form, language: Language = "da") -> str:
    return text(make_note(_input(chain.state, chain.events), form, language)).replace("\n", " ")


def _record(chain: Signed, form: Form = "bill") -> dict[str, Any]:
    record: dict[str, Any] = json.loads(make_note(_input(chain.state, chain.events), form, "da").record)
    Record.model_validate(record)
    return record


APPROVED = "Læst og tiltrådt af en anden læser (Læser Andersen) den 6. marts 2027"
SIGNED = "Godkendt af Chef Påfund den 7. marts 2027"
CASES = {
    "new": (Signed(), "Endnu ikke læst af en anden læser."),
    "asked": (Signed().asked(), "Endnu ikke læst af en anden læser."),
    "returned": (
        Signed().asked().given("returned"),
        "Læst af en anden læser (Læser Andersen) og sendt tilbage med bemærkninger den 6. marts 2027.",
    ),
    "read": (Signed().asked().given("approved"), f"{APPROVED}. Endnu ikke godkendt."),
    "read and changed": (Signed().asked().given("approved").changed(), f"{APPROVED}, men ændret siden."),
    "signed": (Signed().asked().given("approved").signed(), f"{APPROVED}. {SIGNED}."),
    "signed for a day": (
        Signed().asked().given("approved").signed("2029-01-15"),
        f"{APPROVED}. {SIGNED}. Der følges op den 15. januar 2029.",
    ),
    "lapsed": (
        Signed().asked().given("approved").signed().changed(),
        f"{APPROVED}, men ændret siden. {SIGNED}, men godkendelsen er bortfaldet, fordi screeningen er ændret siden.",
    ),
    "reopened": (
        Signed().asked().given("approved").signed().reopened(),
        f"{APPROVED}. {SIGNED}, men genåbnet den 8. marts 2027.",
    ),
}
both = pytest.mark.parametrize("language", get_args(Language))


@pytest.mark.parametrize(("chain", "expected"), CASES.values(), ids=CASES)
def test_every_form_says_who_read_and_signed_and_whether_it_still_holds(chain: Signed, expected: str) -> None:
    for form in (*FULL, "one-page"):
        assert expected in _told(chain, form)


@pytest.mark.parametrize(("chain", "expected"), CASES.values(), ids=CASES)
def test_the_public_copy_says_the_same_without_names(chain: Signed, expected: str) -> None:
    told = _told(chain, "publication")
    nameless = expected.replace(" (Læser Andersen)", "").replace(" af Chef Påfund", "")
    assert nameless in told
    assert not {"Andersen", "Påfund"} & set(told.split())


@pytest.mark.parametrize("chain", [case[0] for case in CASES.values()], ids=CASES)
def test_english_says_as_much(chain: Signed) -> None:
    told = _told(chain, "bill", "en")
    assert ("second reader (Læser Andersen)" in told) == ("review_given" in [event.type for event in chain.events])
    assert ("Signed off by Chef Påfund" in told) == (chain.state.sign_off is not None)
    assert ("lapsed" in told) == chain.state.lapsed


def test_an_approval_of_what_stands_is_told_though_a_later_change_was_returned_and_undone() -> None:
    chain = Signed().asked().given("approved").signed().changed()
    change = chain.events[-1].seq
    chain.asked().given("returned").act(RESPONSIBLE, "undone", event=change)
    assert f"{APPROVED}. {SIGNED}." in _told(chain, "bill")
    assert (_record(chain)["reading"]["outcome"], _record(chain)["reading"]["in_force"]) == ("approved", True)


def test_a_long_name_is_cut_where_it_would_crowd_out_the_foot() -> None:
    chain = Signed().asked()
    told = {"outcome": "approved", "text": "", "content_hash": chain.state.content_hash}
    chain.act("Navn " * 200, "review_given", **told)
    assert 0 < _told(chain, "one-page").count("Navn") < _told(chain, "bill").count("Navn") < 60


@pytest.mark.parametrize("name", ["Approved", "In Force"])
def test_a_name_that_is_a_word_of_the_record_does_not_break_the_public_copy(name: str) -> None:
    chain = Signed().asked().act(name, "commented", place="", text="Opdigtet.").given("approved").signed()
    record = _record(chain, "publication")
    assert (record["reading"]["outcome"], record["sign_off"]["status"]) == ("approved", "in_force")


def test_the_record_holds_reading_and_sign_off_only_where_there_is_one() -> None:
    assert {"reading", "sign_off"} & set(_record(Signed().asked())) == set()
    record = _record(Signed().asked().given("approved").signed("2029-01-15"))
    read, signed_at = "2027-03-06T12:00:00+00:00", "2027-03-07T12:00:00+00:00"
    assert record["reading"] == {"outcome": "approved", "in_force": True, "at": read, "by": READER}
    assert record["sign_off"] == {"status": "in_force", "at": signed_at, "by": HEAD, "review_date": "2029-01-15"}


def test_the_record_says_what_lapsed_and_what_was_reopened() -> None:
    lapsed = _record(Signed().asked().given("approved").signed().changed())
    assert (lapsed["reading"]["in_force"], lapsed["sign_off"]["status"]) == (False, "lapsed")
    reopened = _record(Signed().asked().given("approved").signed().reopened())
    assert (reopened["reading"]["in_force"], reopened["sign_off"]["status"]) == (True, "reopened")


def test_the_public_record_names_no_reader() -> None:
    record = _record(Signed().asked().given("approved").signed(), "publication")
    assert (record["reading"]["by"], record["sign_off"]["by"]) == ("", "")
    assert READER not in json.dumps(record, ensure_ascii=False)


def test_a_reader_who_never_answered_is_not_named_in_the_public_copy() -> None:
    chain = Signed()
    reason = {"status": "unknown", "reason": f"Spørg {READER} om det."}
    chain.act(RESPONSIBLE, "question_answered", question="a.q1", answer=reason).asked()
    assert "Spørg [navn udeladt] om det." in _told(chain, "publication")
    given = _input(chain.state)
    assert READER not in text(make_note(given, "publication", "da"))


@both
def test_the_full_record_puts_what_came_beside_what_was_expected(language: Language) -> None:
    chain = Signed().asked().given("approved")
    chain.signed("2029-01-15", [{"question": "a.q0", "effect": 0, "text": "Antal møder om måneden"}])
    outcome = {"question": "a.q0", "effect": 0, "direction": "lowers", "came": "less", "text": "Færre flyttede"}
    chain.act(HEAD, "followed_up", text="Opgjort ved en rundspørge", outcomes=[outcome])
    note = make_note(_input(chain.state, chain.events), "full", language)
    title = {"da": "Hvad der ventedes, og hvad der skete", "en": "What was expected and what came"}[language]
    (row,) = next(block for block in note.blocks if isinstance(block, Table) and block.title == title).rows
    expected = {
        "da": (
            "Invented a.q0, virkning 1",
            "Antal møder om måneden.",
            "Ventet retning: mindsker. Udfald: mindre end ventet. Færre flyttede.",
        ),
        "en": (
            "Invented a.q0, effect 1",
            "Antal møder om måneden.",
            "Expected direction: lowers. Came: less than expected. Færre flyttede.",
        ),
    }
    assert row == expected[language]
    assert "Opgjort ved en rundspørge." in text(note)


def test_comments_and_reasons_for_reopening_are_for_the_office_alone() -> None:
    chain = Signed().act(READER, "commented", place="a.q0", text="En fortrolig bemærkning.")
    for form in FORMS:
        assert ("En fortrolig bemærkning." in _told(chain, form)) == (form == "full")
    chain.asked().given("approved").signed().reopened()
    assert [form for form in FORMS if "Opdigtet grund." in _told(chain, form)] == []


def test_the_review_finds_open_comments_what_was_returned_and_a_sign_off_that_lapsed() -> None:
    chain = Signed()
    for place in ("a.q0", "a.gate-any", ""):
        chain.act(READER, "commented", place=place, text="Opdigtet.")
    first = chain.events[-3].seq
    chain.asked().given("returned")
    found = [item for item in review(Screening(chain.state, CONTENT, None)) if item.level == "warning"]
    assert [item.place for item in found] == ["review", "a.q0", "a.gate-any", "review"]
    assert [item.text.da for item in found][:2] == [
        "Sendt tilbage af den anden læser, Læser Andersen. Se § 1.",
        "Invented a.q0: åben kommentar fra Læser Andersen: Opdigtet.",
    ]
    chain.act(RESPONSIBLE, "comment_settled", comment=first).asked().given("approved").signed().changed()
    found = [item for item in review(Screening(chain.state, CONTENT, None)) if item.level == "warning"]
    assert [item.place for item in found] == ["a.gate-any", "review", "review"]
    assert "bortfaldet" in found[-1].text.da


def test_a_comment_on_what_is_not_asked_here_is_still_found() -> None:
    chain = Signed().act(READER, "commented", place="elsewhere.q", text="Opdigtet.")
    found = [item for item in review(Screening(chain.state, CONTENT, None)) if item.level == "warning"]
    assert [item.place for item in found] == ["review"]
