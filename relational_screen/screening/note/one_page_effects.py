"""The strongest effects each way, each with its place and reason, and what is done about the lowering ones."""

from collections.abc import Iterator

from relational_screen.screening.answers import DIRECTIONS, Measure
from relational_screen.screening.document import Block, Bullets, Heading, Paragraph
from relational_screen.screening.note.shortening import Page
from relational_screen.screening.note.wording import FoundEffect

STATUSES = ("in_draft", "promised", "idea")


def effects(page: Page) -> Iterator[Block]:
    """Yield the strongest effects of either direction in full sentences."""
    for direction in DIRECTIONS:
        shown = page.strongest(direction)[: page.room.effects]
        page.left_out["effects"] += len(page.effects(direction)) - len(shown)
        if shown:
            yield Heading(page.get(direction), 2)
            yield Bullets(tuple(_effect(page, item, number) for number, item in enumerate(shown)))


def _effect(page: Page, item: FoundEffect, number: int) -> str:
    where = page.where(item.effect.passages)
    what = page.get("effect-too" if number else "effect", phrase=page.phrase(item), where=where)
    return f"{what} {page.told(item.effect.reason, page.room.reason)}".strip()


def measures(page: Page) -> Iterator[Block]:
    """Yield how many of the lowering effects the draft limits, the weightiest measures, and where there are none."""
    lowering = page.effects("lowers")
    if not lowering:
        return
    yield Heading(page.get("measures"), 2)
    found = sorted(
        ((item, measure) for item in lowering for measure in item.effect.measures if measure.text), key=_by_status
    )
    if not found:
        yield Paragraph(page.counted("measures-none", len(lowering)))
        return
    yield Paragraph(_limited(page, lowering))
    shown = found[: page.room.measures]
    page.left_out["measures"] += len(found) - len(shown)
    told = [_measure(page, item, measure) for item, measure in shown]
    lacking = [item.question for item in lowering if not item.effect.measures]
    if lacking:
        told.append(page.get("measures-lacking", titles=page.titles(lacking)))
    if told:
        yield Bullets(tuple(told))


def _limited(page: Page, lowering: list[FoundEffect]) -> str:
    """Return how many of the lowering effects a measure in the draft limits."""
    limited = sum(any(measure.counts for measure in item.effect.measures) for item in lowering)
    if len(lowering) == 1:
        return page.get("limited" if limited else "not-limited")
    return page.get(
        "limited-of", limited=page.wording.number(limited) if limited else page.get("none"), all=len(lowering)
    )


def _by_status(found: tuple[FoundEffect, Measure]) -> int:
    """Return what measures are sorted by: those in the draft first, and else the weightiest effect's."""
    return STATUSES.index(found[1].status)


def _measure(page: Page, item: FoundEffect, measure: Measure) -> str:
    return page.get(
        f"measure-{measure.status.replace('_', '-')}",
        title=item.question.title.get(page.wording.language),
        text=page.told(measure.text, page.room.measure),
        where=page.where(measure.passages),
    )
