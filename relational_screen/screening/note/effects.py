"""What changes, for whom, where in the draft, how strong and on what basis; and what is done about it."""

from collections.abc import Iterator

from relational_screen.screening.answers import Effect, Measure
from relational_screen.screening.document import Block, Paragraph
from relational_screen.screening.note.wording import FoundEffect, Wording, sentence


def arena_effects(wording: Wording, arena: str) -> Iterator[Block]:
    """Yield a paragraph per effect of an arena: the raising ones, then the lowering ones."""
    raising = wording.effects("raises", arena)
    for item in raising:
        yield Paragraph(_paragraph(wording, item, "effect-raises"))
    for number, item in enumerate(wording.effects("lowers", arena)):
        name = "effect-lowers-also" if raising and number == 0 else "effect-lowers"
        yield Paragraph(_paragraph(wording, item, name))


def measures(wording: Wording) -> Iterator[Block]:
    """Yield what is done about each lowering effect, and say where nothing is."""
    for item in wording.effects("lowers"):
        phrase = wording.phrase(item.question, "lowers")
        if not item.effect.measures:
            yield Paragraph(wording.get("measure-none", phrase=phrase))
            continue
        told = [_measure(wording, measure, item.effect) for measure in item.effect.measures]
        yield Paragraph(" ".join([wording.get("measure-lead", phrase=phrase), *told]))


def size(wording: Wording, effect: Effect, name: str = "effect-size", groups: str = "") -> str:
    """Return how strong, how lasting and how wide an effect is, as a sentence."""
    return wording.get(
        name,
        strength=wording.get(f"strength-{effect.strength}"),
        duration=wording.get(f"duration-{effect.duration}"),
        reach=wording.get(f"reach-{effect.reach}"),
        groups=groups,
    )


def _paragraph(wording: Wording, item: FoundEffect, name: str) -> str:
    effect = item.effect
    named = wording.join([wording.group(group) for group in effect.groups])
    groups = wording.get("effect-groups", groups=named) if named else ""
    parts = [
        wording.get(name, phrase=wording.phrase(item.question, effect.direction), where=wording.where(effect.passages)),
        sentence(effect.reason),
        size(wording, effect, groups=groups),
        wording.get(f"effect-basis-{effect.basis}"),
    ]
    return " ".join(part for part in parts if part)


def _measure(wording: Wording, measure: Measure, effect: Effect) -> str:
    text = sentence(measure.text)
    if measure.remedy:
        source = wording.source(wording.screening.catalogue.remedy(measure.remedy).sources[0])
        text = text[:-1] + wording.get("measure-source", source=source) + text[-1]
    residual = ""
    if measure.counts:
        left = effect.model_copy(update=measure.residual.model_dump(exclude_none=True))
        residual = size(wording, left, "measure-residual")
    name = f"measure-{measure.status.replace('_', '-')}"
    return wording.get(name, text=text, where=wording.where(measure.passages), residual=residual)
