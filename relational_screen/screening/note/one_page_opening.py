"""The page's upper half: the bottom line, what must be addressed, the picture, and who gains and who loses."""

from collections.abc import Iterator
from dataclasses import replace

from relational_screen.screening.answers import DIRECTIONS
from relational_screen.screening.document import Block, Bullets, Heading, Paragraph
from relational_screen.screening.note.opening import picture as paired_bars
from relational_screen.screening.note.shortening import Page
from relational_screen.screening.result import MustAddress

NEGLIGIBLE = "negligible"


def bottom_line(page: Page) -> str:
    """Return the bottom line in one sentence."""
    result, wording = page.wording.result, page.wording
    name = f"line-{result.bottom_line.replace('_', '-')}"
    if result.bottom_line not in ("raises", "lowers", "both_ways"):
        done = result.progress
        return wording.get(name, undecided=done.asked - done.answered, asked=done.asked, reason="").strip()
    best = wording.strongest("raises")
    worst = wording.strongest("lowers", other_than=best if result.bottom_line == "both_ways" else None)
    return page.get(name, best=best and page.phrase(best), worst=worst and page.phrase(worst))


def must_be_addressed(page: Page) -> Iterator[Block]:
    """Yield one box for all effects that must be addressed: the weightiest questions in words, the rest counted."""
    found: dict[str, list[MustAddress]] = {item.question.id: [] for item in page.effects("lowers")}
    for must in page.wording.result.must_be_addressed:
        found[must.question].append(must)
    told = [items for items in found.values() if items]
    if not told:
        return
    effects = [_harm(page, items, number) for number, items in enumerate(told[: page.room.must])]
    more = sum(map(len, told[page.room.must :]))
    if more:
        effects.append(page.counted("must-more", more))
    named = dict.fromkeys(page.wording.group(group) for items in told for must in items for group in must.groups)
    groups = page.wording.join(list(named), longest=page.room.names)
    count = sum(map(len, told))
    yield Paragraph(page.counted("must", count, effects=" ".join(effects), groups=groups), "boxed")


def _harm(page: Page, items: list[MustAddress], number: int) -> str:
    """Tell of what must be addressed in the answer to one question."""
    screening = page.wording.screening
    effects = [screening.state.answers[item.question].effects[item.effect] for item in items]
    phrase = page.wording.phrase(screening.catalogue.question(items[0].question), "lowers")
    where = page.where([ref for effect in effects for ref in effect.passages])
    return page.get("effect-too" if number else "effect", phrase=phrase, where=where)


def picture(page: Page) -> Iterator[Block]:
    """Yield the paired bars of the arenas, those with the largest effects where there is not room for all."""
    arenas = page.wording.result.arenas
    by_effect = sorted(arenas, key=lambda name: -max(arenas[name].pair.raises.net, arenas[name].pair.lowers.net))
    largest = by_effect[: page.room.arenas]
    page.left_out["arenas"] += len(arenas) - len(largest)
    rows = [paired_bars(page.wording, arena) for arena in arenas if arena in largest]
    if rows:
        yield replace(
            rows[0],
            description=" ".join(row.description for row in rows),
            pairs=tuple(pair for row in rows for pair in row.pairs),
        )


def groups(page: Page) -> Iterator[Block]:
    """Yield who gains and who loses, the most affected first; who does both stands in a line of its own."""
    if not any(page.effects(direction) for direction in DIRECTIONS):
        return
    yield Heading(page.get("groups"), 2)
    found: dict[str, list[str]] = {"gains": [], "loses": [], "gains-and-loses": []}
    pairs = page.wording.result.groups
    for name in sorted(pairs, key=lambda name: -max(pairs[name].raises.net, pairs[name].lowers.net)):
        gains, loses = (side.band != NEGLIGIBLE for side in (pairs[name].raises, pairs[name].lowers))
        if gains or loses:
            found["gains-and-loses" if gains and loses else "gains" if gains else "loses"].append(name)
    lines = [page.get(line, groups=_named(page, names)) for line, names in found.items() if names]
    if lines:
        yield Bullets(tuple(lines))
    else:
        yield Paragraph(page.get("groups-negligible" if pairs else "groups-none"))


def _named(page: Page, names: list[str]) -> str:
    return page.wording.join([page.wording.group(name) for name in names], longest=page.room.names)
