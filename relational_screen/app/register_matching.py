"""Proposals on lists beside the screenings that may be of them, for a person to say which are."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from relational_screen.app.language import _, ngettext
from relational_screen.app.register import Register
from relational_screen.registry.authorities import authority_key, plain_words
from relational_screen.registry.coverage.covering import LISTS, MATCHES
from relational_screen.registry.coverage.finding import Candidate, Finder, Screened, first_readings
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.matching import Matches
from relational_screen.registry.coverage.proposal_lists import ProposalLists
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.statistics import listed

Standing = Literal["certain", "likely", "later", "nothing", "confirmed"]
"""How a proposal stands: a screening to confirm, certain or likely, not looked at yet, none found, or one confirmed."""

ORDER: tuple[Standing, ...] = ("certain", "likely", "later", "nothing", "confirmed")
GoOn = Callable[[int, int], bool]
"""Is told how many proposals are done, of how many, and says whether to go on."""

SHOWN = 50
"""How many screenings a search shows."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A screening that is or may be of a proposal, and why; `score` is 0-100, None where none was worked out."""

    screening: Screened
    reasons: tuple[str, ...]
    score: int | None = None
    certain: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """The proposals in the order to go through them, how each stands, and the screenings that count."""

    proposals: tuple[Listed, ...]
    standing: dict[str, Standing]
    screenings: dict[str, Screened]
    finder: Finder


def look(register: Register, go_on: GoOn) -> Looked:
    """Look for screenings of every proposal without a confirmed one, on any thread; certain ones come first.

    Among 100,000 screenings each proposal takes an eighth of a second; what is left when it is stopped stands as such.
    """
    with closing(Registry(register.path)) as registry:
        proposals = ProposalLists(registry.said(LISTS)).proposals()
        matches = Matches(registry.said(MATCHES))
        screenings = first_readings(Screened.model_validate(line) for line in listed(registry))
    finder = Finder(screenings)
    ranks = {each.key: (ORDER.index("confirmed" if matches.confirmed(each) else "later"), 0) for each in proposals}
    for done, proposal in enumerate(proposals):
        if not go_on(done, len(proposals)):
            break
        ranks[proposal.key] = _rank(proposal, matches, finder)
    ordered = sorted(proposals, key=lambda each: ranks[each.key])
    standing = {key: ORDER[place] for key, (place, _score) in ranks.items()}
    return Looked(tuple(ordered), standing, {each.id: each for each in screenings}, finder)


class Matching:
    """What a person says to pairs of proposals and screenings is kept at once."""

    def __init__(self, register: Register, looked: Looked) -> None:
        self._register, self._looked = register, looked
        self._matches = Matches(register.registry.said(MATCHES))
        self._said: list[tuple[Listed, str]] = []

    @property
    def proposals(self) -> tuple[Listed, ...]:
        """The proposals of all lists, in the order to go through them."""
        return self._looked.proposals

    def standing(self, proposal: Listed) -> Standing:
        """Return how a proposal stands now."""
        return self._looked.standing[proposal.key]

    def look_at(self, proposal: Listed) -> None:
        """Look for screenings of a proposal that was not looked at yet."""
        if self.standing(proposal) == "later":
            self._stand_anew(proposal)

    def pairs(self, proposal: Listed) -> tuple[Pair, ...]:
        """Return a proposal with each of its confirmed screenings, then with the likeliest others."""
        confirmed, known = self._matches.confirmed(proposal), self._looked.screenings
        judged = {*self._matches.rejected(proposal), *confirmed}
        return (
            *(self._pair(proposal, known[name]) for name in confirmed if name in known),
            *(_likely(proposal, each) for each in self._looked.finder.candidates(proposal, judged)),
        )

    def search(self, proposal: Listed, text: str) -> tuple[Pair, ...]:
        """Return a proposal with each screening whose title holds all words of a text, at most `SHOWN`."""
        words = plain_words(text).split()
        found = (one for one in self._looked.screenings.values() if _holds(plain_words(one.title), words))
        return tuple(self._pair(proposal, one) for one in islice(found, SHOWN))

    def confirm(self, proposal: Listed, screening: str) -> None:
        """Say that a screening is of a proposal."""
        self._said.append((proposal, screening))
        self._say(self._matches.confirm, proposal, screening)

    def reject(self, proposal: Listed, screening: str) -> None:
        """Say that a screening is not of a proposal."""
        self._said.append((proposal, screening))
        self._say(self._matches.reject, proposal, screening)

    def withdraw(self, proposal: Listed, screening: str) -> None:
        """Take back what was said of a proposal and a screening."""
        self._say(self._matches.withdraw, proposal, screening)

    @property
    def can_take_back(self) -> bool:
        """Whether something was said on this page."""
        return bool(self._said)

    def take_back(self) -> Listed | None:
        """Take back what was said last on this page; return its proposal, or None when nothing was said."""
        if not self._said:
            return None
        proposal, screening = self._said.pop()
        self.withdraw(proposal, screening)
        return proposal

    def _pair(self, proposal: Listed, screening: Screened) -> Pair:
        confirmed = screening.id in self._matches.confirmed(proposal)
        return Pair(screening, tuple(_reasons(proposal, screening)), confirmed=confirmed)

    def _say(self, say: Callable[..., None], proposal: Listed, screening: str) -> None:
        say(proposal, screening, self._register.by, self._register.now())
        self._stand_anew(proposal)

    def _stand_anew(self, proposal: Listed) -> None:
        place, _score = _rank(proposal, self._matches, self._looked.finder)
        self._looked.standing[proposal.key] = ORDER[place]


def standing_names() -> dict[Standing, str]:
    """Return how proposals may stand, in words."""
    return {
        "certain": _("Certain"),
        "likely": _("To be looked at"),
        "later": _("Not looked at yet"),
        "nothing": _("Nothing found"),
        "confirmed": _("Confirmed"),
    }


def _likely(proposal: Listed, found: Candidate) -> Pair:
    named = [_("names the number {number}").format(number=proposal.number)] if found.number else []
    reasons = (*named, *_reasons(proposal, found.screening))
    return Pair(found.screening, reasons, found.score, certain=found.certain)


def _reasons(proposal: Listed, screening: Screened) -> Iterator[str]:
    """Yield what speaks for and against a screening being of a proposal."""
    same = plain_words(proposal.title) == plain_words(screening.title)
    yield _("same title") if same else _("other title")
    if proposal.authority and screening.authority:
        same = authority_key(proposal.authority) == authority_key(screening.authority)
        yield _("same authority") if same else _("other authority")
    yield _("same kind") if proposal.kind == screening.kind else _("other kind")
    if proposal.date:
        days = abs((date.fromisoformat(proposal.date) - date.fromisoformat(screening.day)).days)
        apart = ngettext("{count} day apart", "{count} days apart", days).format(count=days)
        yield apart if days else _("same day")


def _rank(proposal: Listed, matches: Matches, finder: Finder) -> tuple[int, int]:
    """Return how a proposal stands, by its place in `ORDER`, and before those less alike."""
    if matches.confirmed(proposal):
        return ORDER.index("confirmed"), 0
    found = finder.candidates(proposal, matches.rejected(proposal))
    if not found:
        return ORDER.index("nothing"), 0
    return ORDER.index("certain" if any(each.certain for each in found) else "likely"), -found[0].score


def _holds(title: str, words: list[str]) -> bool:
    return bool(words) and all(word in title for word in words)
