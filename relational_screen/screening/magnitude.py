"""How much one effect counts, and how effects add up to a score (method 1.0, Scores)."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.screening.answers import Effect, Residual

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Scale:
    """The method's constants as exact fractions, and the groups at elevated risk.

    `weight_units` are the weights in whole numbers of their largest common part, for adding up shares.
    """

    strength: dict[str, Fraction]
    reach: dict[str, Fraction]
    duration: dict[str, Fraction]
    weight: dict[str, Fraction]
    weight_units: dict[str, int]
    risk: Fraction
    bands: tuple[str, ...]
    bounds: tuple[Decimal, ...]
    undetermined: Fraction
    elevated: frozenset[str]

    def band(self, score: Decimal) -> str:
        """Return the id of the band a score falls in."""
        return self.bands[bisect(self.bounds, score) - 1]


def scale_of(catalogue: Catalogue) -> Scale:
    """Return the constants that a catalogue's method and groups hold."""
    method = catalogue.method
    weight = method.factors("weight")
    common = lcm(*(value.denominator for value in weight.values()))
    return Scale(
        strength=method.factors("strength"),
        reach=method.factors("reach"),
        duration=method.factors("duration"),
        weight=weight,
        weight_units={name: int(value * common) for name, value in weight.items()},
        risk=Fraction(method.risk.factor),
        bands=tuple(band.id for band in method.band),
        bounds=tuple(band.lower for band in method.band),
        undetermined=method.undetermined.share,
        elevated=frozenset(group.id for group in catalogue.groups if group.elevated),
    )


def gross(effect: Effect, scale: Scale) -> Fraction:
    """Return m of an effect as it stands, 0-1; an effect that is not complete counts 0."""
    return _magnitude(effect, Residual(), scale)


def net(effect: Effect, scale: Scale) -> Fraction:
    """Return m of an effect after its measures in the draft; a measure never makes it worse."""
    left = [_magnitude(effect, measure.residual, scale) for measure in effect.measures if measure.counts]
    return min([gross(effect, scale), *left])


def combine(parts: Iterable[Fraction]) -> Decimal:
    """Return 100 × (1 − Π (1 − λ·m)) over λ·m, rounded to two decimals, half up.

    The parts are multiplied as whole numbers over whole numbers, which is exact and spares reducing each step.
    """
    above = below = 1
    for part in parts:
        numerator, denominator = part.as_integer_ratio()
        above *= denominator - numerator
        below *= denominator
    return Decimal(((below - above) * 20_000 + below) // (2 * below)).scaleb(-2)


def _magnitude(effect: Effect, residual: Residual, scale: Scale) -> Fraction:
    if not effect.is_complete:
        return ZERO
    risk = scale.risk if not scale.elevated.isdisjoint(effect.groups) else ONE
    strength = scale.strength[residual.strength or str(effect.strength)]
    reach = scale.reach[residual.reach or str(effect.reach)]
    duration = scale.duration[residual.duration or str(effect.duration)]
    return min(ONE, strength * reach * duration * risk)
