"""What is done with a screening beside answering it: comments, the second reader, the sign-off and the follow-up."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from relational_screen.app.language import language_in_use
from relational_screen.errors import N_, ScreenError
from relational_screen.screening.events import EventType
from relational_screen.screening.note.forms import form_of
from relational_screen.screening.proposal import Day
from relational_screen.screening.signing import Indicator, Outcome, ReadingOutcome
from relational_screen.screening.signing_laws import (
    check_asking,
    check_comment,
    check_follow_up,
    check_giving,
    check_reopening,
    check_settle,
    check_sign_off,
)
from relational_screen.screening.state import State, fold

if TYPE_CHECKING:
    from relational_screen.app.session import Session

Write = Callable[[EventType, dict[str, Any], str], None]
"""Makes one event durable, under a name, and tells of it."""


class Signing:
    """The steps after answering. Every method returns once its event is on the disk.

    `by` is who acts, where that is another than the user of the program.
    """

    def __init__(self, session: "Session", write: Write) -> None:
        self._session = session
        self._write = write

    @property
    def _state(self) -> State:
        return self._session.state

    def comment(self, place: str, text: str, by: str = "") -> None:
        """Comment on a question or gate by its id, or on the whole with an empty place.

        Raises:
            ScreenError: there is no such place, or the comment is empty.
        """
        check_comment(self._session.catalogue, place, text)
        self._write("commented", {"place": place, "text": text.strip()}, by)

    def settle_comment(self, number: int, by: str = "") -> None:
        """Say that a comment is dealt with.

        Raises:
            ScreenError: there is no such open comment.
        """
        check_settle(self._state, number)
        self._write("comment_settled", {"comment": number}, by)

    def ask_review(self, reader: str, *, blind: bool = False, by: str = "") -> None:
        """Ask a second reader; with `blind` they are to screen the proposal alone first (`Application.read_blind`).

        Raises:
            ScreenError: the reader is the responsible official or has no name, or the screening is signed off.
        """
        check_asking(self._state, reader)
        self._write("review_asked", {"reader": reader.strip(), "blind": blind}, by)

    def give_review(self, outcome: ReadingOutcome, text: str = "", by: str = "") -> None:
        """Approve what stands now as its second reader, or return it.

        Raises:
            ScreenError: no reading was asked, the responsible official gives it, or it is returned without a word.
        """
        check_giving(self._state, by.strip() or self._session.user, outcome, text)
        fields = {"outcome": outcome, "text": text.strip(), "content_hash": self._state.content_hash}
        self._write("review_given", fields, by)

    def sign_off(self, review_date: str = "", indicators: Sequence[Indicator] = (), by: str = "") -> None:
        """Sign off what stands now, optionally with the day (YYYY-MM-DD) it is followed up and what will show effects.

        Raises:
            ScreenError: no second reader approved it, comments are open, the note cannot be made, or an input is wrong.
        """
        check_sign_off(self._state, indicators)
        self._session.note_work(form_of(self._state.proposal.kind), language_in_use())  # refused if it cannot be made
        fields = {
            "content_hash": self._state.content_hash,
            "review_date": _day(review_date),
            "indicators": [one.model_dump() for one in indicators],
        }
        self._write("signed_off", fields, by)

    def reopen(self, reason: str, by: str = "") -> None:
        """Take the sign-off back.

        Raises:
            ScreenError: the screening is not signed off, or the reason is missing.
        """
        check_reopening(self._state, reason)
        self._write("reopened", {"reason": reason.strip()}, by)

    def follow_up(self, text: str, outcomes: Sequence[Outcome] = (), by: str = "") -> None:
        """Say what came of the effects that were expected when the screening was last signed off.

        Raises:
            ScreenError: it was never signed off, nothing is said, or an effect that is named was not expected.
        """
        check_follow_up(self.as_signed(), text, outcomes)
        fields = {"text": text.strip(), "outcomes": [one.model_dump() for one in outcomes]}
        self._write("followed_up", fields, by)

    def as_signed(self) -> State | None:
        """Return the screening as it was when it was last signed off, or None."""
        seen = [event.seq for event in self._session.events if event.type == "signed_off"]
        return fold(self._session.events[: seen[-1]]) if seen else None


def _day(text: str) -> str:
    """Return a day as YYYY-MM-DD, or nothing.

    Raises:
        ScreenError: it is none.
    """
    try:
        return TypeAdapter(Day).validate_python(text.strip())
    except ValidationError as fault:
        raise ScreenError(
            N_("{date} is not a date."), N_("Write it as year, month and day: 2027-03-12."), date=text
        ) from fault
