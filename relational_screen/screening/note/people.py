"""Who is concerned: groups, numbers, what is known of loneliness among them, and who gains or loses."""

from collections.abc import Iterator
from decimal import Decimal

from relational_screen.screening.document import Block, Bullets, Paragraph, Table
from relational_screen.screening.note.wording import Wording, whole
from relational_screen.screening.proposal import GroupChoice

SEVERE = "t_ils_7"
FEWEST_TOLD = 10  # fewer would be false precision


def concerned(wording: Wording) -> list[str]:
    """Return the groups chosen and those an effect names, in the catalogue's order."""
    named = {*wording.screening.state.groups, *wording.result.groups}
    return [group.id for group in wording.screening.catalogue.groups if group.id in named]


def group_table(wording: Wording) -> Iterator[Block]:
    """Yield the table of groups, with the sources of its figures below it."""
    columns = ("group", "people", "prevalence", "raises", "lowers")
    sources: list[str] = []
    yield Table(
        title=wording.get("groups-title"),
        description=wording.get("groups-description"),
        header=tuple(wording.get(f"groups-{column}") for column in columns),
        rows=tuple(_row(wording, group, sources) for group in concerned(wording)),
    )
    if sources:
        told = " ".join(f"[{number}] {source}." for number, source in enumerate(sources, start=1))
        yield Paragraph(wording.get("groups-sources", sources=told), "small")


def already_lonely(wording: Wording) -> Iterator[Block]:
    """Yield how many of each group, given a number and a prevalence, are already severely lonely (method, People)."""
    told = tuple(filter(None, (lonely(wording, name) for name in concerned(wording))))
    if told:
        yield Paragraph(wording.get("people-lonely-lead"))
        yield Bullets(told)


def lonely(wording: Wording, name: str) -> str:
    """Return how many of a group of known size are already severely lonely, or nothing where that is not known."""
    choice = wording.screening.state.groups.get(name, GroupChoice())
    known = wording.screening.catalogue.group(name).prevalence
    if known is None or known.measure != SEVERE or choice.low is None or choice.high is None:
        return ""
    low, high = (_share(number, known.figure) for number in (choice.low, choice.high))
    if high < FEWEST_TOLD:
        return ""
    return wording.get(
        "people-lonely",
        people=people(wording, choice),
        group=wording.group(name),
        lonely=people(wording, GroupChoice(low=low, high=high)),
        figure=wording.number(known.figure),
        population=known.population.get(wording.language),
        year=known.year,
        source=wording.source(known.source),
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
    """Return a share of a number, to two figures, since the prevalence is no more exact than that."""
    share = number * per_cent / 100
    figures = max(share.adjusted() - 1, 0)
    return whole(share.scaleb(-figures)) * int(10**figures)


def _row(wording: Wording, name: str, sources: list[str]) -> tuple[str, ...]:
    pair = wording.result.groups.get(name)
    bands = [wording.label("band", side.band) for side in (pair.raises, pair.lowers)] if pair else ["–", "–"]
    label = wording.group(name)
    return (
        label[0].upper() + label[1:],
        people(wording, wording.screening.state.groups.get(name)),
        known_of(wording, name, sources),
        *bands,
    )


def known_of(wording: Wording, name: str, sources: list[str] | None = None) -> str:
    """Return what is known of loneliness in a group: figure, measure, population, year and source.

    Where a list of sources is given, the source is added to it and only its number is written.
    """
    group = wording.screening.catalogue.group(name)
    kind, known = ("prevalence", group.prevalence) if group.prevalence else ("odds-ratio", group.odds_ratio)
    if known is None:
        return wording.get("no-prevalence")
    source = wording.source(known.source)
    return wording.get(
        kind,
        figure=wording.number(known.figure),
        measure=wording.get(f"measure-{known.measure.replace('_', '-')}"),
        population=known.population.get(wording.language),
        year=known.year,
        source=f"({source})" if sources is None else f"[{_number(source, sources)}]",
    )


def _number(source: str, sources: list[str]) -> int:
    if source not in sources:
        sources.append(source)
    return sources.index(source) + 1
