"""From scores to words: arena verdicts and the bottom line (method 1.0, Arena verdict and Bottom line)."""

from collections.abc import Collection, Iterable

from relational_screen.screening.result import ArenaResult, Certainty, Lean, Pair, Verdict

BANDS = ("negligible", "slight", "moderate", "strong")
_BY_SIDES: dict[tuple[bool, bool], Verdict] = {
    (False, False): "no_effect",
    (True, False): "raises",
    (False, True): "lowers",
    (True, True): "both_ways",
}


def counts(band: str) -> bool:
    """Whether a band is more than negligible."""
    return band != BANDS[0]


def by_sides(raises: bool, lowers: bool) -> Verdict:
    """Return the verdict where each direction does or does not count."""
    return _BY_SIDES[raises, lowers]


def lean_of(raises: str, lowers: str) -> Lean:
    """Return which of two bands is the higher."""
    difference = BANDS.index(raises) - BANDS.index(lowers)
    return "even" if difference == 0 else "raises" if difference > 0 else "lowers"


def arena_lean(verdict: Verdict, pair: Pair) -> Lean | None:
    """Return the lean of an arena that goes both ways, else None."""
    return lean_of(pair.raises.band, pair.lowers.band) if verdict == "both_ways" else None


def bottom_line(arenas: Iterable[Verdict]) -> Verdict:
    """Return the proposal's verdict from those of the arenas in scope."""
    verdicts = set(arenas)
    raises = bool(verdicts & {"raises", "both_ways"})
    lowers = bool(verdicts & {"lowers", "both_ways"})
    if not raises and not lowers and "undetermined" in verdicts:
        return "undetermined"
    return by_sides(raises, lowers)


def bottom_certainty(line: Verdict, arenas: Collection[ArenaResult]) -> Certainty:
    """Return `firm` when every completion of the open answers leads to the same bottom line.

    Without an arena in scope that is so once every gate is answered.
    """
    if not arenas:
        return "open" if line == "not_tested" else "firm"
    least, most = bottom_line(arena.least for arena in arenas), bottom_line(arena.most for arena in arenas)
    return "firm" if least == most == line else "open"


def proposal_lean(line: Verdict, arenas: Iterable[ArenaResult]) -> Lean | None:
    """Return the lean of a bottom line that goes both ways: the higher of the highest bands."""
    if line != "both_ways":
        return None
    pairs = [arena.pair for arena in arenas]
    raises = max((pair.raises.band for pair in pairs), key=BANDS.index)
    lowers = max((pair.lowers.band for pair in pairs), key=BANDS.index)
    return lean_of(raises, lowers)
