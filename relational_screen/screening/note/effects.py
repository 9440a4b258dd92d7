"""What changes, for whom, where in the draft, why, how sure it is, and what is done about it."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from relational_screen.screening.answers import DIRECTIONS, Direction, Effect, Measure, PassageRef
from relational_screen.screening.document import Block, Paragraph
from relational_screen.screening.note.shortening import cut
from relational_screen.screening.note.wording import FoundEffect, Wording, sentence

PLACES_IN_BRIEF = 2
"""How many places an effect has that is told in brief."""


def strongest(wording: Wording, most: int) -> list[FoundEffect]:
    """Return the weightiest effects, in turn of each direction, so that neither is told at the other's cost.

    What must be addressed comes before all others, and lowering effects come first.
    """
    turns = zip_longest(_by_weight(wording, "lowers"), _by_weight(wording, "raises"))
    return [item for turn in turns for item in turn if item is not None][:most]


def arena_effects(
    wording: Wording, arena: str, in_full: Collection[FoundEffect], longest: int, *, with_measures: bool = True
) -> Iterator[Block]:
    """Yield a paragraph for each of an arena's effects that are told in full, the raising ones first.

    `longest` is the most letters of a reason or a measure.
    """
    opening = "first"
    for direction in DIRECTIONS:
        for item in wording.effects(direction, arena):
            if item in in_full:
                yield Paragraph(effect_in_full(wording, item, longest, opening, with_measures=with_measures))
                opening = "too"
        opening = "first" if opening == "first" else "also"


def other_effects(wording: Wording, in_full: Collection[FoundEffect], most: int) -> Iterator[Block]:
    """Yield the effects that are not told in full, a sentence for each direction and how many more there are."""
    opening = "more" if in_full else "first"
    for direction in DIRECTIONS:
        items = [item for item in _by_weight(wording, direction) if item not in in_full]
        if items:
            yield Paragraph(_in_brief(wording, items, direction, opening, most))
            opening = "also"


def effect_in_full(
    wording: Wording, item: FoundEffect, longest: int, opening: str = "first", *, with_measures: bool = True
) -> str:
    """Return an effect as a paragraph; `opening` is first, too or also (after effects of the other direction)."""
    effect = item.effect
    phrase = wording.phrase(item.question, effect.direction)
    parts = [
        wording.get(f"effect-{opening}", phrase=phrase, where=wording.where(effect.passages)),
        cut(sentence(effect.reason), longest),
        size(wording, effect, f"effect-size-{effect.basis}", groups=_including(wording, effect)),
    ]
    if effect.direction == "lowers" and with_measures:
        parts += measures(wording, effect, longest)
    return " ".join(part for part in parts if part)


def measures(wording: Wording, effect: Effect, longest: int) -> Iterator[str]:
    """Yield what is done about a lowering effect: in the draft, promised, to be considered; or that nothing is."""
    for measure in effect.measures:
        if measure.status == "in_draft":
            yield measure_told(wording, measure, effect, longest)
    for status in ("promised", "idea"):
        texts = [_text(wording, measure, longest) for measure in effect.measures if measure.status == status]
        if texts:
            yield wording.get(f"measure-{status}", text=" ".join(texts))
    if not effect.measures:
        yield wording.get("measure-none")


def measure_told(wording: Wording, measure: Measure, effect: Effect, longest: int) -> str:
    """Return a measure, whether it is in the draft, and what it leaves of its effect."""
    residual = _residual(wording, measure, effect) if measure.counts else ""
    text, where = _text(wording, measure, longest), wording.where(measure.passages)
    name = f"measure-{measure.status.replace('_', '-')}"
    return wording.get(name, text=text, where=where, residual=residual).strip()


def _residual(wording: Wording, measure: Measure, effect: Effect) -> str:
    left = effect.model_copy(update=measure.residual.model_dump(exclude_none=True))
    return wording.get("measure-no-less") if left == effect else size(wording, left, "measure-residual")


def _text(wording: Wording, measure: Measure, longest: int) -> str:
    """Return a measure's own text as a sentence, with the source of the remedy it is taken from."""
    text = cut(sentence(measure.text), longest)
    if not measure.remedy:
        return text
    ends = len(text) - (text[-1] in ".!?…")
    source = wording.source(wording.screening.catalogue.remedy(measure.remedy).sources[0])
    return f"{text[:ends]} ({source}){text[ends:]}"


def size(wording: Wording, effect: Effect, name: str, **values: str) -> str:
    """Return how wide, how strong and how lasting an effect is, as a sentence."""
    degree = wording.get(f"degree-{effect.strength}-{effect.duration}")
    return wording.get(name, degree=degree, reach=wording.get(f"reach-{effect.reach}"), **values)


def _by_weight(wording: Wording, direction: Direction) -> list[FoundEffect]:
    must = {(item.question, item.effect) for item in wording.result.must_be_addressed}
    return sorted(wording.effects(direction), key=lambda item: (item.question.id, _number(wording, item)) not in must)


def _number(wording: Wording, item: FoundEffect) -> int:
    answer = wording.screening.answer(item.question.id)
    return answer.effects.index(item.effect) if answer else 0


def _including(wording: Wording, effect: Effect) -> str:
    groups = [wording.group(group) for group in dict.fromkeys(effect.groups)]
    return wording.get("effect-groups", groups=wording.join(groups)) if groups else ""


def _in_brief(wording: Wording, items: Sequence[FoundEffect], direction: Direction, opening: str, most: int) -> str:
    """Return effects in one sentence, numbered as lawyers number."""
    passages: dict[str, list[PassageRef]] = {}
    for item in items:
        passages.setdefault(wording.phrase(item.question, direction), []).extend(item.effect.passages)
    shown, more = wording.shown(list(passages), most)
    told = [phrase + wording.where(passages[phrase], PLACES_IN_BRIEF) for phrase in shown]
    parts = [wording.get(f"effect-{opening}", phrase=wording.numbered(told), where="")]
    if more:
        parts.append(wording.get(f"effect-rest-{direction}", count=wording.count(more)))
    if direction == "lowers":
        parts.append(_how_many_limited(wording, items))
    return " ".join(parts)


def _how_many_limited(wording: Wording, items: Sequence[FoundEffect]) -> str:
    """Return against how many of these effects there is a measure in the draft."""
    count = sum(any(measure.counts for measure in item.effect.measures) for item in items)
    amount = "none" if count == 0 else "all" if count == len(items) else "some"
    number = "one" if len(items) == 1 else "many"
    return wording.get(f"limited-{amount}-{number}", count=wording.count(count), total=wording.count(len(items)))
