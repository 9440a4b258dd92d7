"""The constants of the method and the words for its values, read from `method.toml`."""

from decimal import Decimal
from fractions import Fraction

from pydantic import Field, model_validator

from relational_screen.catalogue.model import Language, Record, Text, Words

SCALES: dict[str, tuple[str, ...]] = {
    "strength": ("some", "clear"),
    "reach": ("few", "some", "most"),
    "duration": ("temporary", "lasting"),
    "weight": ("key", "normal", "minor"),
    "band": ("negligible", "slight", "moderate", "strong"),
    "direction": ("raises", "lowers"),
    "status": ("effects", "no_effect", "unknown", "depends", "not_applicable"),
    "basis": ("assumption", "practice", "research"),
    "measure": ("in_draft", "promised", "idea"),
    "verdict": ("raises", "lowers", "both_ways", "no_effect", "undetermined", "not_relevant", "not_tested"),
    "certainty": ("firm", "open"),
    "lean": ("raises", "lowers", "even"),
    "gate": ("yes", "no", "unsure"),
    "kind": ("bill", "executive_order", "plan", "local_plan", "budget"),
    "stage": ("idea", "draft", "consultation", "final"),
    "mechanism": ("places", "time", "continuity", "access", "inclusion", "support", "closeness", "civil_society"),
}


class Value(Record):
    """A value without a number: its id and its word on screen."""

    id: Words
    label: Text


class Factor(Value):
    """A value with the number it counts for, and why."""

    factor: Decimal = Field(gt=0, le=1)
    reason: Text


class Band(Value):
    """A span of scores, from its lower bound up to the next band's."""

    lower: Decimal = Field(ge=0, le=100, alias="from")


class Risk(Record):
    """How much more an effect counts for a group at elevated risk of loneliness."""

    factor: Decimal = Field(ge=1)
    reason: Text


class Undetermined(Record):
    """The share of an arena's weight above which open answers leave its verdict undetermined."""

    share: Fraction
    reason: Text


class Method(Record):
    """The whole of `method.toml` (method 1.0)."""

    version: Words
    risk: Risk
    undetermined: Undetermined
    strength: tuple[Factor, ...]
    reach: tuple[Factor, ...]
    duration: tuple[Factor, ...]
    weight: tuple[Factor, ...]
    band: tuple[Band, ...]
    direction: tuple[Value, ...]
    status: tuple[Value, ...]
    basis: tuple[Value, ...]
    measure: tuple[Value, ...]
    verdict: tuple[Value, ...]
    certainty: tuple[Value, ...]
    lean: tuple[Value, ...]
    gate: tuple[Value, ...]
    kind: tuple[Value, ...]
    stage: tuple[Value, ...]
    mechanism: tuple[Value, ...]

    @model_validator(mode="after")
    def _has_just_the_values_the_method_names(self) -> "Method":
        for scale, ids in SCALES.items():
            found = tuple(value.id for value in self.values(scale))
            if found != ids:
                message = f"{scale} must hold {', '.join(ids)} in this order"
                raise ValueError(message)
        bounds = [band.lower for band in self.band]
        if bounds[0] != 0 or bounds != sorted(bounds):
            message = "bands must start at 0 and rise"
            raise ValueError(message)
        return self

    def values(self, scale: str) -> tuple[Value, ...]:
        """Return the values of one scale, lowest first where they have an order."""
        return tuple(getattr(self, scale))

    def label(self, scale: str, value: str, language: Language) -> str:
        """Return the word for a value, for example `label("band", "slight", "da")`."""
        return next(item for item in self.values(scale) if item.id == value).label.get(language)

    def factors(self, scale: str) -> dict[str, Fraction]:
        """Return the numbers of one scale as exact fractions."""
        return {item.id: Fraction(item.factor) for item in self.values(scale) if isinstance(item, Factor)}
