"""The groups of people that an effect can concern, with what is known of loneliness among them."""

from decimal import Decimal

from pydantic import Field, StrictBool, model_validator

from relational_screen.catalogue.model import Measure, Name, Record, Source, Text

ELEVATED_PREVALENCE_RATIO = Decimal("1.5")
ELEVATED_ODDS_RATIO = Decimal(2)


class Prevalence(Record):
    """Share of a group that is lonely by one measure in one year, in per cent."""

    figure: Decimal = Field(gt=0, le=100)
    year: int = Field(ge=1990, le=2100)
    measure: Measure
    population: Text
    source: Source
    average: Decimal | None = Field(default=None, gt=0, le=100)


class OddsRatio(Record):
    """Adjusted odds ratio of loneliness for a group against those outside it."""

    figure: Decimal = Field(gt=0)
    year: int = Field(ge=1990, le=2100)
    measure: Measure
    population: Text
    source: Source


class Group(Record):
    """A group of people, named as it stands inside a sentence."""

    id: Name
    label: Text
    elevated: StrictBool
    prevalence: Prevalence | None = None
    odds_ratio: OddsRatio | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _holds_to_its_figures(self) -> "Group":
        if self.prevalence is None and self.odds_ratio is None and self.note is None:
            message = "there is no figure, so a note must say what the sources say"
            raise ValueError(message)
        if self.elevated != is_elevated(self):
            message = f"elevated is {str(self.elevated).lower()}, but the figures say otherwise"
            raise ValueError(message)
        return self


def is_elevated(group: Group) -> bool:
    """Return whether the figures put a group at elevated risk of loneliness (content map, groups).

    True when the prevalence is at least 1.5 times its own source's average, or the adjusted odds ratio is at least 2.
    """
    prevalence, odds = group.prevalence, group.odds_ratio
    by_prevalence = (
        prevalence is not None
        and prevalence.average is not None
        and prevalence.figure >= ELEVATED_PREVALENCE_RATIO * prevalence.average
    )
    return by_prevalence or (odds is not None and odds.figure >= ELEVATED_ODDS_RATIO)


class GroupFile(Record):
    """The whole of `groups.toml`."""

    groups: tuple[Group, ...]
