"""From scores to words: arena verdicts and the bottom line (method 1.0, Arena verdict and Bottom line)."""

from collections.abc import Mapping

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


def bottom_line(arenas: Mapping[str, Verdict]) -> Verdict:
    """Return the proposal's verdict from those of the arenas in scope."""
    verdicts = set(arenas.values())
    raises = bool(verdicts & {"raises", "both_ways"})
    lowers = bool(verdicts & {"lowers", "both_ways"})
    if not raises and not lowers and "undetermined" in verdicts:
        return "undetermined"
    return by_sides(raises, lowers)


def bottom_certainty(line: Verdict, least: Mapping[str, Verdict], most: Mapping[str, Verdict]) -> Certainty:
    """Return `firm` when every completion of the open answers leads to the same bottom line.

    `least` and `most` are the arena verdicts when every open answer is filled with nothing and with everything.
    """
    return "firm" if bottom_line(least) == bottom_line(most) == line else "open"


def proposal_lean(line: Verdict, arenas: Mapping[str, ArenaResult]) -> Lean | None:
    """Return the lean of a bottom line that goes both ways: the higher of the highest bands."""
    if line != "both_ways":
        return None
    decided = [arena for arena in arenas.values() if arena.verdict != "undetermined"]
    raises = max((arena.pair.raises.band for arena in decided), key=BANDS.index)
    lowers = max((arena.pair.lowers.band for arena in decided), key=BANDS.index)
    return lean_of(raises, lowers)
