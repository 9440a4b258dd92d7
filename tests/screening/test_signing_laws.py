"""Who may read, sign off, reopen and follow up, and when. All persons are invented."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.errors import Problems, ScreenError
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.signing import Indicator, Outcome
from relational_screen.screening.signing_laws import (
    check_asking,
    check_comment,
    check_follow_up,
    check_giving,
    check_reader,
    check_reopening,
    check_settle,
    check_sign_off,
    same_person,
)
from relational_screen.screening.state import State, fold
from tests.builders import UNKNOWN, Chain, answer, catalogue, effect, weighed
from tests.screening.test_signing import READER, signed

RESPONSIBLE = "Åse Mellemnavn Opdigtet"
words = st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=8), min_size=1, max_size=4)


def _chain() -> Chain:
    chain = Chain()
    proposal = Proposal(title="Invented", responsible=RESPONSIBLE)
    chain.add("proposal_changed", proposal=proposal.model_dump())
    chain.answer("a.q0", answer(effect("lowers")))
    return chain


def _asked() -> State:
    chain = _chain()
    chain.add("review_asked", reader=READER)
    return fold(chain.events)


@given(words)
def test_a_name_is_the_same_in_any_order_case_and_spacing(parts: list[str]) -> None:
    name = " ".join(parts)
    assert same_person(name, f"  {', '.join(reversed(parts))} ")
    assert same_person(name, name.casefold())
    assert not same_person(name, f"{name} Senior")


def test_nobody_is_not_the_same_person_as_nobody() -> None:
    assert not same_person("", " ")


@pytest.mark.parametrize("reader", [RESPONSIBLE, "opdigtet,  åse mellemnavn", "A\u030ase Mellemnavn OPDIGTET"])
def test_the_responsible_official_is_no_second_reader(reader: str) -> None:
    with pytest.raises(ScreenError, match="is the responsible official"):
        check_reader(RESPONSIBLE, reader)
    with pytest.raises(ScreenError, match="is the responsible official"):
        check_asking(fold(_chain().events), reader)
    with pytest.raises(ScreenError, match="is the responsible official"):
        check_giving(_asked(), reader, "approved", "")


def test_another_person_may_read_and_approve() -> None:
    check_asking(fold(_chain().events), READER)
    check_giving(_asked(), READER, "approved", "")


def test_a_reader_has_a_name() -> None:
    with pytest.raises(ScreenError, match="no name"):
        check_asking(fold(_chain().events), "  ")


def test_a_reading_is_given_once_and_only_when_it_is_asked() -> None:
    chain = _chain()
    with pytest.raises(ScreenError, match="No second reader is asked"):
        check_giving(fold(chain.events), READER, "approved", "")
    with pytest.raises(ScreenError, match="No second reader is asked"):
        check_giving(signed(chain), READER, "approved", "")


def test_a_return_says_why_in_words_or_in_a_comment() -> None:
    with pytest.raises(ScreenError, match="not said why the screening is returned"):
        check_giving(_asked(), READER, "returned", " ")
    check_giving(_asked(), READER, "returned", "Invented reason.")
    chain = _chain()
    chain.add("review_asked", reader=READER)
    comment = chain.add("commented", place="", text="Invented.")
    check_giving(fold(chain.events), READER, "returned", "")
    chain.add("comment_settled", comment=comment.seq)
    with pytest.raises(ScreenError, match="not said why the screening is returned"):
        check_giving(fold(chain.events), READER, "returned", "")


def test_a_sign_off_needs_an_approval_of_what_stands_and_no_open_comments() -> None:
    chain = _chain()
    chain.add("commented", place="a.q0", text="Invented.")
    with pytest.raises(Problems) as refused:
        check_sign_off(fold(chain.events), ())
    assert [problem.what for problem in refused.value.problems] == [
        "No second reader has approved the screening as it stands.",
        "There are comments that are not settled: {count}.",
    ]
    chain.add("comment_settled", comment=chain.events[-1].seq)
    signed(chain)
    chain.add("reopened", reason="Invented.")
    check_sign_off(fold(chain.events), ())
    chain.answer("a.q1", UNKNOWN)
    with pytest.raises(ScreenError, match="No second reader has approved"):
        check_sign_off(fold(chain.events), ())


def test_an_indicator_is_of_an_effect_that_was_answered_and_says_something() -> None:
    chain = _chain()
    signed(chain)
    chain.add("reopened", reason="Invented.")
    state = fold(chain.events)
    check_sign_off(state, [Indicator(question="a.q0", effect=0, text="Invented.")])
    wrong = [Indicator(question="a.q0", effect=1, text="x"), Indicator(question="a.q9", effect=0, text="")]
    with pytest.raises(Problems) as refused:
        check_sign_off(state, wrong)
    assert [problem.values["question"] for problem in refused.value.problems] == ["a.q0", "a.q9", "a.q9"]


def test_what_is_signed_off_is_neither_read_nor_signed_again_until_it_is_reopened() -> None:
    state = signed(_chain())
    with pytest.raises(ScreenError, match="is signed off"):
        check_asking(state, READER)
    with pytest.raises(ScreenError, match="is signed off"):
        check_sign_off(state, ())


def test_a_sign_off_is_reopened_with_a_reason_and_only_while_it_is_in_force() -> None:
    chain = _chain()
    state = signed(chain)
    check_reopening(state, "Invented reason.")
    with pytest.raises(ScreenError, match="reason for reopening is missing"):
        check_reopening(state, " ")
    chain.answer("a.q1", UNKNOWN)
    with pytest.raises(ScreenError, match="not signed off"):
        check_reopening(fold(chain.events), "Invented reason.")


def test_a_follow_up_is_of_effects_that_were_signed_off() -> None:
    state = signed(_chain())
    with pytest.raises(ScreenError, match="never signed off"):
        check_follow_up(None, "Invented.", ())
    with pytest.raises(ScreenError, match="is empty"):
        check_follow_up(state, " ", ())
    right = Outcome(question="a.q0", effect=0, direction="lowers", came="less")
    check_follow_up(state, "", [right])
    for wrong in (right.model_copy(update={"direction": "raises"}), right.model_copy(update={"effect": 1})):
        with pytest.raises(ScreenError, match="no such effect"):
            check_follow_up(state, "Invented.", [wrong])


@pytest.mark.parametrize("place", ["", "a.q1", "a.gate-any"])
def test_a_comment_is_on_the_whole_a_question_or_a_gate(place: str) -> None:
    check_comment(catalogue(weighed("a", "key", "normal")), place, "Invented.")


@pytest.mark.parametrize(("place", "text"), [("a.q9", "Invented."), ("elsewhere", "Invented."), ("a.q0", " ")])
def test_a_comment_on_nothing_or_without_words_is_refused(place: str, text: str) -> None:
    with pytest.raises(ScreenError, match=r"no question or gate|is empty"):
        check_comment(catalogue(weighed("a", "key")), place, text)


def test_only_an_open_comment_is_settled() -> None:
    chain = _chain()
    comment = chain.add("commented", place="", text="Invented.")
    check_settle(fold(chain.events), comment.seq)
    with pytest.raises(ScreenError, match="no open comment 1"):
        check_settle(fold(chain.events), 1)
    state = fold(chain.events)
    done = tuple(one.model_copy(update={"settled": True}) for one in state.comments)
    with pytest.raises(ScreenError, match="no open comment"):
        check_settle(replace(state, comments=done), comment.seq)
