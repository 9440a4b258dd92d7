"""Finds which screening may be of which proposal on a list."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import ConfigDict
from rapidfuzz import fuzz, process

from relational_screen.catalogue.model import Kind
from relational_screen.registry.authorities import authority_key, plain_words
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.title_words import essence, likeness, names_number, number_words
from relational_screen.screening.proposal import Day, Stage, Value
from relational_screen.screening.result import Verdict
from relational_screen.screening.scope import Relevance

WEIGHTS = {"title": 75, "authority": 15, "kind": 5, "date": 5}
"""What each likeness weighs; one that list or screening does not tell is left out of the score."""

LEAST, MOST, SHORTLIST = 50, 5, 50
"""The score that a candidate has at least, how many are shown, and how many titles are looked at closer."""

FAR, HALF_A_YEAR = 730, 183
"""Days after which two dates are not alike at all, and within which a number that returns each year means one thing."""

SAME_AUTHORITY = 75
"""The likeness from which two authorities may be one under an earlier and a later name."""


class Screened(Value):
    """What coverage needs of a screening, as the registry's lists show it; other fields of those are passed over.

    `first_stage` is the stage when it was first tested, `stage` that of now; `reads` is the id of the screening that it
    is a blind second reading of.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    title: str = ""
    authority: str = ""
    unit: str = ""
    responsible: str = ""
    kind: Kind
    stage: Stage
    first_stage: Stage | None = None
    date: Day = ""
    started: str
    changed: str
    relevance: Relevance
    bottom_line: Verdict
    asked: int
    not_examined: int
    reads: str = ""

    @property
    def day(self) -> str:
        """The proposal's date, else the day the screening was started."""
        return self.date or self.started[:10]


def first_readings(screenings: Iterable[Screened]) -> list[Screened]:
    """Return the screenings that may be a proposal's own: not those that control another one by a blind reading."""
    return [screening for screening in screenings if not screening.reads]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A screening that may be of a proposal. `score` is 0-100; `number` whether it names the proposal's number.

    `certain` is that a person need only glance at it: number or whole title, authority and kind are the same and the
    dates near. Even so it counts only once it is confirmed.
    """

    screening: Screened
    score: int
    number: bool
    certain: bool


class Finder:
    """Finds the screenings that may be of a proposal."""

    def __init__(self, screenings: Iterable[Screened]) -> None:
        self._screenings = first_readings(screenings)
        self._titles = [essence(screening.title) for screening in self._screenings]
        self._numbered = [number_words(screening.title) for screening in self._screenings]

    def candidates(self, listed: Listed, rejected: Collection[str] = ()) -> tuple[Candidate, ...]:
        """Return the likeliest screenings: those that name the proposal's number first, then by score.

        `rejected` are the ids of those that a person has said are not it.
        """
        alike = process.extract(essence(listed.title), self._titles, scorer=fuzz.token_ratio, limit=SHORTLIST)
        numbered = self._with_number(listed)
        places = dict.fromkeys([*numbered, *(place for _, _, place in alike)])
        found = [self._candidate(listed, place, number=place in numbered) for place in places]
        found = [each for each in found if each.screening.id not in rejected and (each.number or each.score >= LEAST)]
        return tuple(sorted(found, key=lambda each: (not each.number, -each.score, each.screening.id))[:MOST])

    def _with_number(self, listed: Listed) -> dict[int, None]:
        """Return the places of the screenings that name the proposal's number, if nothing else contradicts it."""
        number = number_words(listed.number)
        named = (place for place, title in enumerate(self._numbered) if names_number(title, number))
        return {place: None for place in named if _fits(listed, self._screenings[place])}

    def _candidate(self, listed: Listed, place: int, *, number: bool) -> Candidate:
        screening, title = self._screenings[place], self._titles[place]
        parts = {"title": likeness(essence(listed.title), title), **_likenesses(listed, screening)}
        score = sum(WEIGHTS[name] * part for name, part in parts.items()) / sum(WEIGHTS[name] for name in parts)
        told = number or plain_words(listed.title) == plain_words(screening.title)
        authority = authority_key(listed.authority)
        same = authority == authority_key(screening.authority) != "" and bool(listed.date)
        return Candidate(screening, round(score), number, certain=told and same and _fits(listed, screening))


def _likenesses(listed: Listed, screening: Screened) -> dict[str, float]:
    """Return the likeness, 0-100, of what both tell."""
    parts = {"kind": 100.0 if listed.kind == screening.kind else 0.0}
    if listed.authority and screening.authority:
        parts["authority"] = fuzz.token_set_ratio(authority_key(listed.authority), authority_key(screening.authority))
    if listed.date:
        parts["date"] = 100 * max(0.0, 1 - _days_apart(listed, screening) / FAR)
    return parts


def _days_apart(listed: Listed, screening: Screened) -> int:
    return abs((date.fromisoformat(listed.date) - date.fromisoformat(screening.day)).days)


def _fits(listed: Listed, screening: Screened) -> bool:
    """Whether nothing that both tell contradicts that they are one: kind, authority and date."""
    near = not listed.date or _days_apart(listed, screening) <= HALF_A_YEAR
    alike = _likenesses(listed, screening).get("authority", 100.0) >= SAME_AUTHORITY
    return listed.kind == screening.kind and near and alike
