"""Who may read, sign off, reopen and follow up, and when (method 1.0, step 6; architecture, decision 6)."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.errors import N_, ScreenError, raise_all
from relational_screen.screening.signing import Indicator, Outcome, ReadingOutcome
from relational_screen.screening.state import State
from relational_screen.screening.titles import title_of


def same_person(name: str, other: str) -> bool:
    """Whether two names are the same words, whatever their order, spaces, marks and capitals."""
    words, others = _words(name), _words(other)
    return bool(words) and words == others


def check_comment(catalogue: Catalogue, place: str, text: str) -> None:
    """Refuse a comment that says nothing, or on something that is not asked.

    Raises:
        ScreenError: as said.
    """
    if place and title_of(catalogue, place) is None:
        raise ScreenError(N_("There is no question or gate {place}."), N_("See the ids with arenas."), place=place)
    _need(text, N_("The comment is empty."), N_("Write what you mean."))


def check_settle(state: State, number: int) -> None:
    """Refuse to settle what is not an open comment.

    Raises:
        ScreenError: as said.
    """
    if number not in (comment.number for comment in state.open_comments):
        raise ScreenError(N_("There is no open comment {number}."), N_("See the comments with status."), number=number)


def check_reader(responsible: str, reader: str) -> None:
    """Refuse a second reader who is nobody or the responsible official.

    Raises:
        ScreenError: as said.
    """
    _need(reader, N_("The second reader has no name."), N_("Write who is to read the screening."))
    if same_person(responsible, reader):
        raise ScreenError(
            N_("{reader} is the responsible official and cannot be the second reader too."),
            N_("Ask somebody else to read the screening."),
            reader=reader,
        )


def check_asking(state: State, reader: str) -> None:
    """Refuse to ask for a reading of what is signed off, or a reader who cannot be it.

    Raises:
        ScreenError: as said.
    """
    if state.signed_off:
        raise _is_signed_off()
    check_reader(state.proposal.responsible, reader)


def check_giving(state: State, by: str, outcome: ReadingOutcome, text: str) -> None:
    """Refuse a reading that was not asked, by the responsible official, or that returns without saying why.

    Raises:
        ScreenError: as said.
    """
    if state.reading is None or state.reading.outcome:
        raise ScreenError(N_("No second reader is asked."), N_("Ask one first."))
    check_reader(state.proposal.responsible, by)
    if outcome == "returned" and not text.strip() and not state.open_comments:
        raise ScreenError(
            N_("It is not said why the screening is returned."),
            N_("Write what is to be changed, there or in a comment."),
        )


def check_sign_off(state: State, indicators: Iterable[Indicator]) -> None:
    """Refuse the sign-off of what nobody else approved or commented on last, and indicators of effects there are not.

    That a note can be made is checked by whoever can make it.

    Raises:
        ScreenError: as said, all of it at once.
    """
    if state.signed_off:
        raise _is_signed_off()
    problems = []
    if not state.read:
        problems.append(
            ScreenError(
                N_("No second reader has approved the screening as it stands."), N_("Ask a second reader to read it.")
            )
        )
    if state.open_comments:
        problems.append(
            ScreenError(
                N_("There are comments that are not settled: {count}."),
                N_("Settle them first."),
                count=len(state.open_comments),
            )
        )
    problems += [problem for one in indicators for problem in _indicator_problems(state, one)]
    raise_all(problems)


def check_reopening(state: State, reason: str) -> None:
    """Refuse to reopen what is not signed off, or without a reason.

    Raises:
        ScreenError: as said.
    """
    if not state.signed_off:
        raise ScreenError(N_("The screening is not signed off."), N_("Go on working on it."))
    _need(reason, N_("The reason for reopening is missing."), N_("Write why the screening is opened again."))


def check_follow_up(signed: State | None, text: str, outcomes: Iterable[Outcome]) -> None:
    """Refuse a follow-up of what was never signed off, that says nothing, or on effects that were not expected.

    `signed` is the screening as it was when it was last signed off.

    Raises:
        ScreenError: as said, all of it at once.
    """
    if signed is None:
        raise ScreenError(
            N_("The screening was never signed off, so there is nothing to follow up."), N_("Sign it off first.")
        )
    told = list(outcomes)
    if not told:
        _need(text, N_("The follow-up is empty."), N_("Write what came of the expected effects."))
    raise_all([_no_effect(one) for one in told if _direction(signed, one) != one.direction])


def _indicator_problems(state: State, indicator: Indicator) -> Iterable[ScreenError]:
    if _direction(state, indicator) is None:
        yield _no_effect(indicator)
    if not indicator.text:
        yield ScreenError(
            N_("An indicator of {question} is empty."),
            N_("Write what will show whether the effect came."),
            question=indicator.question,
        )


def _direction(state: State, named: Indicator | Outcome) -> str | None:
    """Return the direction of the effect that is named, or None where there is none."""
    answer = state.answers.get(named.question)
    effects = answer.effects if answer else ()
    return effects[named.effect].direction if named.effect < len(effects) else None


def _no_effect(named: Indicator | Outcome) -> ScreenError:
    return ScreenError(
        N_("The answer to {question} has no such effect: {effect}."),
        N_("Name one that was answered; effects are counted from 0."),
        question=named.question,
        effect=named.effect,
    )


def _is_signed_off() -> ScreenError:
    return ScreenError(N_("The screening is signed off."), N_("Reopen it first, with a reason."))


def _need(text: str, what: str, remedy: str) -> None:
    if not text.strip():
        raise ScreenError(what, remedy)


def _words(name: str) -> list[str]:
    return sorted(re.findall(r"\w+", normalize("NFKC", name).casefold()))
