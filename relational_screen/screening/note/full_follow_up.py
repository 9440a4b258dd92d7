"""What came of the expected effects, beside what was to show it (form `full`; method 1.0, Follow-up)."""

from collections.abc import Iterator

from relational_screen.screening.document import Block, Paragraph
from relational_screen.screening.note.tables import table
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.signing import Came, Indicator, Outcome
from relational_screen.screening.titles import title_of

NOTHING = "–"


def follow_up(wording: Wording) -> Iterator[Block]:
    """Yield what was said at each follow-up, and a row for each effect with its indicator and its last outcome."""
    state = wording.screening.state
    for told in state.follow_ups:
        if told.text:
            date = wording.date(told.at)
            yield Paragraph(wording.get("full-followed-up", date=date, text=sentence(told.text)))
    indicators = {(one.question, one.effect): one for one in (state.sign_off.indicators if state.sign_off else ())}
    outcomes = {(one.question, one.effect): one for told in state.follow_ups for one in told.outcomes}
    rows = [
        (_effect(wording, *named), _indicator(indicators.get(named)), _outcome(wording, outcomes.get(named)))
        for named in dict.fromkeys((*indicators, *outcomes))
    ]
    yield from table(wording, "full-follow-up", ("expected", "indicator", "came"), rows)


def came_in_words(wording: Wording, came: Came) -> str:
    """Return how what came stands to what was expected."""
    return wording.get(f"came-{came.replace('_', '-')}")


def _effect(wording: Wording, question: str, effect: int) -> str:
    title = title_of(wording.screening.catalogue, question) or question
    return wording.get("full-expected", title=title, number=effect + 1)


def _indicator(indicator: Indicator | None) -> str:
    return sentence(indicator.text) if indicator else NOTHING


def _outcome(wording: Wording, outcome: Outcome | None) -> str:
    if outcome is None:
        return NOTHING
    direction, came = wording.label("direction", outcome.direction), came_in_words(wording, outcome.came)
    return wording.get("full-came", direction=direction, came=came, text=sentence(outcome.text)).strip()
