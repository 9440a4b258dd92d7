"""The coverage of a registry: its lists of proposals, its screenings that count, and what persons said to both."""

from collections.abc import Iterator

from relational_screen.registry.coverage.coverage import Coverage, coverage
from relational_screen.registry.coverage.finding import Candidate, Finder, Screened
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.matching import Matches
from relational_screen.registry.coverage.proposal_lists import ProposalLists
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.statistics import listed

LISTS, MATCHES = "lists", "matches"
"""What the registry keeps them under (`Registry.said`)."""

Suggestion = tuple[Listed, tuple[Candidate, ...]]


def covering(registry: Registry) -> Coverage:
    """Return what was screened of the proposals on the registry's lists."""
    return coverage(ProposalLists(registry.said(LISTS)).proposals(), _screened(registry), _matches(registry))


def suggestions(registry: Registry) -> Iterator[Suggestion]:
    """Yield the proposals without a confirmed screening that counts, each with the screenings that it may have.

    Those with a certain candidate come first, then those with the likeliest; at the end are those without any.
    """
    matches, finder = _matches(registry), Finder(_screened(registry))
    waiting = [each.listed for each in covering(registry).proposals if not each.screenings]
    yield from sorted([(each, finder.candidates(each, matches.rejected(each))) for each in waiting], key=_rank)


def _rank(suggestion: Suggestion) -> tuple[bool, bool, int]:
    _, candidates = suggestion
    return (
        not any(each.certain for each in candidates),
        not any(each.number for each in candidates),
        -max((each.score for each in candidates), default=0),
    )


def _screened(registry: Registry) -> Iterator[Screened]:
    return (Screened.model_validate(line) for line in listed(registry))


def _matches(registry: Registry) -> Matches:
    return Matches(registry.said(MATCHES))
