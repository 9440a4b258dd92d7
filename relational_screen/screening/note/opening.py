"""The first lines of a note: the bottom line, what must be addressed, and the picture."""

from collections.abc import Iterator

from relational_screen.screening.document import Bar, BarPair, Bars, Block, Paragraph
from relational_screen.screening.note.pictures import band_bar
from relational_screen.screening.note.wording import FoundEffect, Wording, sentence, whole
from relational_screen.screening.result import ArenaResult, MustAddress, Side


def bottom_line(wording: Wording) -> str:
    """Return the bottom line in one to four sentences that can be read alone."""
    result, screening = wording.result, wording.screening
    best = wording.strongest("raises")
    worst = wording.strongest("lowers", other_than=best if result.bottom_line == "both_ways" else None)
    done = result.progress
    parts = [
        wording.get(
            f"line-{result.bottom_line.replace('_', '-')}",
            best=_phrase(wording, best),
            worst=_phrase(wording, worst),
            undecided=done.asked - done.answered,
            asked=done.asked,
            reason=sentence(screening.state.relevance_reason),
        )
    ]
    if result.must_be_addressed:
        parts.append(wording.get(_must(wording, worst)))
    if result.lean:
        parts.append(wording.get(f"line-lean-{result.lean}"))
    if result.certainty == "open" and result.bottom_line in ("raises", "lowers", "both_ways", "no_effect"):
        parts.append(wording.get("line-open"))
    return " ".join(part.strip() for part in parts)


def _must(wording: Wording, worst: FoundEffect | None) -> str:
    """Return which sentence says that something must be addressed; it may be what the bottom line names last."""
    must = [item.question for item in wording.result.must_be_addressed]
    last = {"lowers": "line-must-this", "both_ways": "line-must-last"}.get(wording.result.bottom_line)
    if last and worst is not None and must == [worst.question.id]:
        return last
    return "line-must-one" if len(must) == 1 else "line-must"


def _phrase(wording: Wording, item: FoundEffect | None) -> str:
    """Return an effect's phrase, with its degree where it is not clear."""
    if item is None:
        return ""
    degree = "" if item.effect.strength == "clear" else f"{wording.get('degree-some').strip()} "
    return degree + wording.phrase(item.question, item.effect.direction)


def must_be_addressed(wording: Wording, most: int | None = None) -> Iterator[Block]:
    """Yield a box for each effect that must be addressed; with `most`, the rest are named in the last box."""
    items = wording.result.must_be_addressed
    shown = items if most is None or len(items) <= most else items[: most - 1]
    for item in shown:
        groups = wording.join([wording.group(group) for group in item.groups])
        yield Paragraph(wording.get("must-address", groups=groups, **_what_and_where(wording, item)), "boxed")
    rest = [_what_and_where(wording, item) for item in items[len(shown) :]]
    if rest:
        told, more = wording.shown([told["phrase"] + told["where"] for told in rest])
        parts = [wording.get("must-address-too", phrases=wording.numbered(told))]
        parts += [wording.get("must-address-more", count=wording.count(more))] if more else []
        yield Paragraph(" ".join(parts), "boxed")


def _what_and_where(wording: Wording, item: MustAddress) -> dict[str, str]:
    question, answer = wording.screening.catalogue.question(item.question), wording.screening.answer(item.question)
    passages = answer.effects[item.effect].passages if answer else ()
    return {"phrase": wording.phrase(question, "lowers"), "where": wording.where(passages)}


def picture(wording: Wording, only: str | None = None) -> Bars:
    """Return the paired bars, one pair per arena in scope, or of one arena only."""
    arenas = {name: result for name, result in wording.result.arenas.items() if only in (None, name)}
    pairs = tuple(_pair(wording, arena, result) for arena, result in arenas.items())
    told = [
        wording.get("bars-arena", arena=pair.label, raises=pair.raises.word, lowers=pair.lowers.word) for pair in pairs
    ]
    return Bars(
        title=wording.get("bars-title"),
        description=" ".join(told),
        raises=wording.label("direction", "raises"),
        lowers=wording.label("direction", "lowers"),
        pairs=pairs,
    )


def _pair(wording: Wording, arena: str, result: ArenaResult) -> BarPair:
    sides = (result.pair.raises, result.pair.lowers)
    if result.verdict == "undetermined":
        return BarPair(wording.arena(arena), *(_open_bar(wording, side) for side in sides))
    return BarPair(wording.arena(arena), *(band_bar(wording, side) for side in sides))


def _open_bar(wording: Wording, side: Side) -> Bar:
    """Return a bar with the span that the open questions leave, since its length alone would look like a finding."""
    low, high = wording.number(whole(side.low)), wording.number(whole(side.high))
    return Bar(side.net, wording.get("bars-open", low=low, high=high))
