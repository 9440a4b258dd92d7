"""How far a screening has come with its second reader, sign-off and follow-up, as data and in words."""

from collections.abc import Iterator
from typing import Any

from relational_screen.app.language import _, language_in_use
from relational_screen.app.session import Session
from relational_screen.screening.note.full_follow_up import came_in_words
from relational_screen.screening.note.signed import read_and_signed
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.signing import Comment, Reading


def status_json(session: Session) -> dict[str, Any]:
    """Return comments, readings, sign-offs and follow-ups, each in the order of the chain, and what holds now."""
    state = session.state
    told = {
        name: [one.model_dump() for one in getattr(state, name)]
        for name in ("comments", "readings", "sign_offs", "follow_ups")
    }
    holds = {"read": state.read, "signed_off": state.signed_off, "lapsed": state.lapsed}
    return {"id": state.id, "content_hash": state.content_hash, **holds, "reads": state.reads, **told}


def told_status(session: Session) -> list[str]:
    """Return the same in lines of words, the open comments with the number to settle them by."""
    wording = Wording(session.screening, session.result, language_in_use())
    lines = [read_and_signed(wording)]
    reading = session.state.reading
    if reading and not reading.outcome:
        lines.append(_asked(reading))
    if session.state.reads:
        lines.append(_("A blind second reading of {id}.").format(id=session.state.reads))
    lines += [_comment(comment) for comment in session.state.comments]
    return [*lines, *_follow_ups(session, wording)]


def _asked(reading: Reading) -> str:
    words = _("{reader} is asked to read it blind.") if reading.blind else _("{reader} is asked to read it.")
    return words.format(reader=reading.reader)


def _comment(comment: Comment) -> str:
    mark = _("settled") if comment.settled else _("open")
    place = f" {comment.place}" if comment.place else ""
    return f"{comment.number}{place} ({mark}) {comment.by}: {comment.text}"


def _follow_ups(session: Session, wording: Wording) -> Iterator[str]:
    for follow_up in session.state.follow_ups:
        yield f"{wording.date(follow_up.at)}, {follow_up.by}: {follow_up.text}".rstrip(": ")
        for one in follow_up.outcomes:
            expected, came = wording.label("direction", one.direction), came_in_words(wording, one.came)
            yield f"  {one.question} ({expected}): {came}. {one.text}".rstrip()
