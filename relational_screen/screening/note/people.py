"""Who is concerned: groups, numbers, what is known of loneliness among them, and who gains or loses."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from relational_screen.screening.document import Block, Paragraph, Table
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.proposal import GroupChoice

SEVERE = "t_ils_7"


def concerned(wording: Wording) -> list[str]:
    """Return the groups chosen and those an effect names, in the catalogue's order."""
    named = {*wording.screening.state.groups, *wording.result.groups}
    return [group.id for group in wording.screening.catalogue.groups if group.id in named]


def group_table(wording: Wording) -> Table:
    """Return the table of groups."""
    columns = ("group", "people", "prevalence", "raises", "lowers")
    return Table(
        title=wording.get("groups"),
        description=wording.get("groups-description"),
        header=tuple(wording.get(f"groups-{column}") for column in columns),
        rows=tuple(_row(wording, group) for group in concerned(wording)),
    )


def already_lonely(wording: Wording) -> Iterator[Block]:
    """Yield, per group with a number and a prevalence, how many are already severely lonely (method, People)."""
    for name, choice in wording.screening.state.groups.items():
        group = wording.screening.catalogue.group(name)
        known = group.prevalence
        if known is None or known.measure != SEVERE or choice.low is None or choice.high is None:
            continue
        low, high = (_share(number, known.figure) for number in (choice.low, choice.high))
        yield Paragraph(
            wording.get(
                "people-lonely",
                people=people(wording, choice),
                group=wording.group(name),
                lonely=people(wording, GroupChoice(low=low, high=high)),
                figure=wording.number(known.figure),
                year=known.year,
                source=wording.source(known.source),
            )
        )


def people(wording: Wording, choice: GroupChoice | None) -> str:
    """Return a number of people as text."""
    low, high = (choice.low, choice.high) if choice else (None, None)
    if low is None and high is None:
        return wording.get("groups-unknown")
    low_text = wording.number(low) if low is not None else ""
    high_text = wording.number(high) if high is not None else ""
    if low == high:
        return low_text
    name = "people-from" if high is None else "people-to" if low is None else "people-range"
    return wording.get(name, low=low_text, high=high_text)


def _share(number: int, per_cent: Decimal) -> int:
    return int((number * per_cent / 100).quantize(Decimal(1), ROUND_HALF_UP))


def _row(wording: Wording, name: str) -> tuple[str, ...]:
    pair = wording.result.groups.get(name)
    bands = [wording.label("band", side.band) for side in (pair.raises, pair.lowers)] if pair else ["–", "–"]
    label = wording.group(name)
    return (
        label[0].upper() + label[1:],
        people(wording, wording.screening.state.groups.get(name)),
        known_of(wording, name),
        *bands,
    )


def known_of(wording: Wording, name: str) -> str:
    """Return what is known of loneliness in a group: figure, measure, population, year and source."""
    group = wording.screening.catalogue.group(name)
    kind, known = ("prevalence", group.prevalence) if group.prevalence else ("odds-ratio", group.odds_ratio)
    if known is None:
        return wording.get("no-prevalence")
    return wording.get(
        kind,
        figure=wording.number(known.figure),
        measure=wording.get(f"measure-{known.measure.replace('_', '-')}"),
        population=known.population.get(wording.language),
        year=known.year,
        source=wording.source(known.source),
    )
