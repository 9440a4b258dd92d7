"""What changes, for whom, where in the draft, how strong and on what basis; and what is done about it."""

from collections.abc import Iterator

from relational_screen.screening.answers import Effect, Measure, PassageRef
from relational_screen.screening.document import Block, Paragraph
from relational_screen.screening.note.wording import FoundEffect, Wording, sentence

IN_FULL = 2
"""How many effects of a direction an arena's section tells in full, the weightiest first."""


def arena_effects(wording: Wording, arena: str) -> Iterator[Block]:
    """Yield a paragraph per effect of an arena: the raising ones, then the lowering ones."""
    raising, lowering = wording.effects("raises", arena), wording.effects("lowers", arena)
    yield from _paragraphs(wording, raising, "effect-raises")
    yield from _paragraphs(wording, lowering, "effect-lowers-also" if raising else "effect-lowers")


def measures(wording: Wording) -> Iterator[Block]:
    """Yield what is done about each lowering effect, and say where nothing is."""
    for item in wording.effects("lowers"):
        title = item.question.title.get(wording.language)
        told = [_measure(wording, measure, item.effect) for measure in item.effect.measures]
        yield Paragraph(f"{title}: {' '.join(told or [wording.get('measure-none')])}")


def size(wording: Wording, effect: Effect, name: str, **values: str) -> str:
    """Return how strong, how lasting and how wide an effect is, as a sentence."""
    return wording.get(
        name,
        strength=wording.get(f"strength-{effect.strength}"),
        duration=wording.get(f"duration-{effect.duration}"),
        reach=wording.get(f"reach-{effect.reach}"),
        **values,
    )


def _paragraphs(wording: Wording, items: list[FoundEffect], first: str) -> Iterator[Block]:
    """Yield the weightiest effects in full and the rest in one sentence."""
    for number, item in enumerate(items[:IN_FULL]):
        yield Paragraph(_paragraph(wording, item, first if number == 0 else f"effect-{item.effect.direction}-too"))
    if items[IN_FULL:]:
        passages: dict[str, list[PassageRef]] = {}
        for item in items[IN_FULL:]:
            passages.setdefault(wording.phrase(item.question, item.effect.direction), []).extend(item.effect.passages)
        phrases = [phrase + wording.where(refs) for phrase, refs in passages.items()]
        yield Paragraph(wording.get("effect-more", phrases=wording.join(phrases, longest=len(phrases))))


def _paragraph(wording: Wording, item: FoundEffect, name: str) -> str:
    effect = item.effect
    named = wording.join([wording.group(group) for group in dict.fromkeys(effect.groups)])
    groups = wording.get("effect-groups", groups=named) if named else ""
    parts = [
        wording.get(name, phrase=wording.phrase(item.question, effect.direction), where=wording.where(effect.passages)),
        sentence(effect.reason),
        size(wording, effect, f"effect-size-{effect.basis}", groups=groups),
    ]
    return " ".join(part for part in parts if part)


def _rests_on(wording: Wording, name: str) -> str:
    """Return where a remedy comes from and, in a local plan, what may carry it (note form, In a local plan)."""
    remedy = wording.screening.catalogue.remedy(name)
    source = wording.source(remedy.sources[0])
    if wording.screening.state.proposal.kind != "local_plan":
        return source
    return f"{source}; {wording.planning_law(remedy)}"


def _measure(wording: Wording, measure: Measure, effect: Effect) -> str:
    text = sentence(measure.text)
    if measure.remedy:
        text = f"{text[:-1]} ({_rests_on(wording, measure.remedy)}){text[-1]}"
    residual = ""
    if measure.counts:
        left = effect.model_copy(update=measure.residual.model_dump(exclude_none=True))
        residual = size(wording, left, "measure-residual")
    name = f"measure-{measure.status.replace('_', '-')}"
    return wording.get(name, text=text, where=wording.where(measure.passages), residual=residual).strip()
