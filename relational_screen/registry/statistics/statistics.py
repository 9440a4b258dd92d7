"""Statistics over all screenings that count: verdicts over time, arenas and mechanisms, groups, remedies."""

from dataclasses import dataclass, fields
from typing import Any, get_args

from relational_screen.catalogue.method import SCALES
from relational_screen.registry.inbox.bitmaps import Bitmaps, Mark, bits_of
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.figures import (
    Figure,
    Figured,
    Figures,
    Filter,
    plain_figures,
    ranked_groups,
    union,
)
from relational_screen.registry.statistics.sampling import NULL_RESULTS
from relational_screen.screening.scope import Relevance

FIRST_DAY, AFTER_LAST_DAY = "0000-01-01", "9999-99-99"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures within one filter. Each names its screenings: `registry.screenings_in(figure.bits)`.

    `months` holds verdicts by month of the last change; `heat` by arena, mechanism and direction the screenings where
    it is more than negligible; `arenas` the verdicts of those in scope; `groups` by direction and band, first the one
    that loses most often; `remedies` by the firmest measure. `quality` says how they were made; `follow_up` by expected
    direction what came of any effect, as the last follow-up tells it. Null results are among `verdicts` like any other.
    A figure that would be 0 is left out, but for `verdicts`, `relevance` and `quality`, where a 0 is news.
    """

    total: Figure
    relevance: Figures
    verdicts: Figures
    certainty: Figures
    must_be_addressed: Figure
    months: dict[str, Figures]
    arenas: dict[str, Figures]
    heat: dict[str, dict[str, Figures]]
    groups: dict[str, dict[str, Figures]]
    remedies: dict[str, Figures]
    authorities: Figures
    kinds: Figures
    stages: Figures
    methods: Figures
    quality: Figures
    follow_up: dict[str, Figures]

    @property
    def null_results(self) -> Figure:
        """The screenings that found nothing."""
        return union(self.verdicts[name] for name in NULL_RESULTS)

    def as_json(self) -> dict[str, Any]:
        """Return the counts as JSON data."""
        return {field.name: plain_figures(getattr(self, field.name)) for field in fields(self)}


VERDICTS = SCALES["verdict"]
RELEVANCE: tuple[str, ...] = get_args(Relevance)
HARM_FIRST = ("lowers", "raises")
"""Both directions, in the order that tables tell them."""

QUALITY = (
    "signed_off",
    "signed_off_alone",
    "lapsed",
    "changed_after_sign_off",
    "after_consultation",
    "contradictions",
    "clock_went_back",
    "dated_ahead",
    "other_authority",
)
"""What can be said of how a screening was made (`Entry.traits`)."""


def statistics(registry: Registry, chosen: Filter | None = None) -> Statistics:
    """Return the figures of the screenings that a filter lets through, all when there is none."""
    found = _figured(registry, chosen or Filter())
    arena = (chosen or Filter()).arena
    return Statistics(
        total=Figure(found.bits),
        relevance={name: found.of(Mark("relevance", name)) for name in RELEVANCE},
        verdicts={name: found.of(Mark("verdict", name)) for name in VERDICTS},
        certainty=found.by_name("certainty"),
        must_be_addressed=found.of(Mark("must_be_addressed")),
        months={name: found.by_name("verdict", month.bits) for name, month in found.by_name("month").items()},
        arenas=_only(arena, found.by_part("arena")),
        heat=_only(arena, _heat(found)),
        groups=ranked_groups(found.by_part("group_raises"), found.by_part("group_lowers")),
        remedies=found.by_part("remedy"),
        authorities=found.by_name("authority"),
        kinds=found.by_name("kind"),
        stages=found.by_name("stage"),
        methods=found.by_name("method"),
        quality={name: found.of(Mark("quality", name)) for name in QUALITY},
        follow_up=found.by_part("follow_up"),
    )


def listed(
    registry: Registry, chosen: Filter | None = None, limit: int | None = None, offset: int = 0
) -> list[dict[str, Any]]:
    """Return a line for each screening that a filter lets through, the latest received first."""
    return registry.lines(within(registry, chosen).bits, limit, offset)


def within(registry: Registry, chosen: Filter | None = None) -> Figure:
    """Return the screenings that a filter lets through."""
    return Figure(_figured(registry, chosen or Filter()).bits)


def _figured(registry: Registry, chosen: Filter) -> Figured:
    bitmaps: Bitmaps = registry.bitmaps()
    if not chosen.has_period:
        return Figured(bitmaps, chosen)
    numbers = registry.entries_between(chosen.since or FIRST_DAY, chosen.until or AFTER_LAST_DAY)
    return Figured(bitmaps, chosen, bits_of(numbers))


def _heat(found: Figured) -> dict[str, dict[str, Figures]]:
    """Return by arena and mechanism how many screenings raise and how many lower."""
    heat: dict[str, dict[str, Figures]] = {}
    for direction in SCALES["direction"]:
        for arena, mechanisms in found.by_part(direction).items():
            for name, figure in mechanisms.items():
                heat.setdefault(arena, {}).setdefault(name, {})[direction] = figure
    return heat


def _only(arena: str, figures: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of one arena, or all when none is chosen."""
    return {name: found for name, found in figures.items() if arena in ("", name)}
