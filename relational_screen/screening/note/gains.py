"""Who gains and who loses, in sentences, and how common loneliness is among them."""

from collections.abc import Iterator, Sequence

from relational_screen.screening.answers import DIRECTIONS
from relational_screen.screening.document import Block, Paragraph
from relational_screen.screening.note.people import concerned, lonely, people
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Pair
from relational_screen.screening.verdict import counts


def in_sentences(wording: Wording, figures: int) -> Iterator[Block]:
    """Yield who gains and who loses, and how common loneliness is in the most affected groups that have a figure."""
    ranked = most_affected(wording)
    sides = {side: _on_side(wording, ranked, side) for side in ("both", "raises", "lowers")}
    together = bool(sides["raises"] and sides["lowers"])
    told = [wording.get("groups-gain-both", groups=sides["both"])] if sides["both"] else []
    if together:
        told.append(wording.get("groups-gain-differ", gain=sides["raises"], lose=sides["lowers"]))
    else:
        told += [wording.get(f"groups-gain-{side}", groups=sides[side]) for side in DIRECTIONS if sides[side]]
    known = [text for name in ranked if (text := lonely(wording, name) or _prevalence(wording, name))]
    if told or known[:figures]:
        yield Paragraph(" ".join([*told, *known[:figures]]))


def most_affected(wording: Wording) -> list[str]:
    """Return the groups that effects name: those of what must be addressed first, then by the larger score."""
    must = {group for item in wording.result.must_be_addressed for group in item.groups}
    pairs = wording.result.groups
    named = [name for name in concerned(wording) if name in pairs]
    return sorted(named, key=lambda name: (name not in must, -max(pairs[name].lowers.net, pairs[name].raises.net)))


def _on_side(wording: Wording, names: Sequence[str], side: str) -> str:
    """Return those of the groups that gain, lose or both, as a list."""
    return wording.join([_with_number(wording, name) for name in names if _side(wording.result.groups[name]) == side])


def _side(pair: Pair) -> str:
    """Return whether a group gains, loses or both; nothing where neither counts."""
    gains, loses = counts(pair.raises.band), counts(pair.lowers.band)
    return "both" if gains and loses else "raises" if gains else "lowers" if loses else ""


def _with_number(wording: Wording, name: str) -> str:
    choice = wording.screening.state.groups.get(name)
    if choice is None or choice.low is choice.high is None:
        return wording.group(name)
    return wording.get("group-number", group=wording.group(name), people=people(wording, choice))


def _prevalence(wording: Wording, name: str) -> str:
    """Return how common loneliness is in a group, as a sentence, where a share is known."""
    known = wording.screening.catalogue.group(name).prevalence
    if known is None:
        return ""
    return wording.get(
        "groups-share",
        figure=wording.number(known.figure),
        measure=wording.get(f"measure-{known.measure.replace('_', '-')}"),
        population=known.population.get(wording.language),
        year=known.year,
        source=wording.source(known.source),
    )
