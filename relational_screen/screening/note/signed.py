"""Who read the screening as its second reader and who signed it off (note form, Every form ends with)."""

from relational_screen.screening.note.shortening import cut
from relational_screen.screening.note.wording import Wording

LONGEST_NAME = 200
"""Letters of a name in the foot, which a name may not crowd out."""


def read_and_signed(wording: Wording, longest: int = LONGEST_NAME) -> str:
    """Return by whom and when the screening was read and signed off, and whether that still holds.

    `longest` is how many letters are told of a name.
    """
    return " ".join(told for told in (_read(wording, longest), _signed(wording, longest)) if told)


def _read(wording: Wording, longest: int) -> str:
    state = wording.screening.state
    reading = state.reading_told
    if reading is None:
        return wording.get("foot-no-reader")
    if reading.outcome == "returned":
        name = "foot-returned"
    else:
        name = "foot-read" if reading.approves(state.content_hash) else "foot-read-lapsed"
    return wording.get(name, name=_name(wording, "foot-reader", reading.by, longest), date=wording.date(reading.at))


def _signed(wording: Wording, longest: int) -> str:
    state = wording.screening.state
    sign_off = state.sign_off
    if sign_off is None:
        return wording.get("foot-not-signed") if state.read else ""
    name, date = _name(wording, "foot-by", sign_off.by, longest), wording.date(sign_off.at)
    if sign_off.reopened_at:
        return wording.get("foot-reopened", name=name, date=date, reopened=wording.date(sign_off.reopened_at))
    if state.lapsed:
        return wording.get("foot-lapsed", name=name, date=date)
    review = wording.date(sign_off.review_date) if sign_off.review_date else ""
    return wording.get("foot-signed-review" if review else "foot-signed", name=name, date=date, review=review)


def _name(wording: Wording, sentence: str, name: str, longest: int) -> str:
    """Return a name as it goes on inside a sentence, or nothing."""
    return f" {wording.get(sentence, name=cut(' '.join(name.split()), longest))}" if wording.named else ""
