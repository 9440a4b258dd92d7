"""The first lines of a note: the bottom line, what must be addressed, and the picture."""

from collections.abc import Iterator

from relational_screen.screening.document import Bar, BarPair, Bars, Block, Paragraph
from relational_screen.screening.note.wording import FoundEffect, Wording, sentence, whole
from relational_screen.screening.result import ArenaResult, Side


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
        parts.append(wording.get("line-must-last" if _is_named_last(wording, worst) else "line-must"))
    if result.lean:
        parts.append(wording.get(f"line-lean-{result.lean}"))
    if result.certainty == "open" and result.bottom_line != "undetermined":
        parts.append(wording.get("line-open"))
    return " ".join(part.strip() for part in parts)


def _is_named_last(wording: Wording, worst: FoundEffect | None) -> bool:
    """Whether the one thing to address is what the bottom line names last."""
    named = wording.result.bottom_line in ("lowers", "both_ways") and worst is not None
    only = [item.question for item in wording.result.must_be_addressed]
    return named and worst is not None and only == [worst.question.id]


def _phrase(wording: Wording, item: FoundEffect | None) -> str:
    """Return an effect's phrase, with its degree where it is not clear."""
    if item is None:
        return ""
    degree = "" if item.effect.strength == "clear" else f"{wording.get('degree-some').strip()} "
    return degree + wording.phrase(item.question, item.effect.direction)


def must_be_addressed(wording: Wording) -> Iterator[Block]:
    """Yield a box for each effect that must be addressed."""
    for item in wording.result.must_be_addressed:
        question = wording.screening.catalogue.question(item.question)
        answer = wording.screening.answer(item.question)
        assert answer is not None
        yield Paragraph(
            wording.get(
                "must-address",
                phrase=wording.phrase(question, "lowers"),
                where=wording.where(answer.effects[item.effect].passages),
                groups=wording.join([wording.group(group) for group in item.groups]),
            ),
            "boxed",
        )


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
    return BarPair(wording.arena(arena), *(_bar(wording, side) for side in sides))


def _open_bar(wording: Wording, side: Side) -> Bar:
    """Return a bar with the span that the open questions leave, since its length alone would look like a finding."""
    low, high = wording.number(whole(side.low)), wording.number(whole(side.high))
    return Bar(side.net, wording.get("bars-open", low=low, high=high))


def _bar(wording: Wording, side: Side) -> Bar:
    score = wording.number(whole(side.net))
    return Bar(side.net, wording.get("bars-word", band=wording.label("band", side.band), score=score))
