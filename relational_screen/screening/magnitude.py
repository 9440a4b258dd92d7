"""How much one effect counts, and how effects add up to a score (method 1.0, Scores)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.screening.answers import Effect, Residual

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Scale:
    """The method's constants as exact fractions, and the groups at elevated risk."""

    strength: dict[str, Fraction]
    reach: dict[str, Fraction]
    duration: dict[str, Fraction]
    weight: dict[str, Fraction]
    risk: Fraction
    bands: tuple[tuple[Decimal, str], ...]
    undetermined: Fraction
    elevated: frozenset[str]

    def band(self, score: Decimal) -> str:
        """Return the id of the band a score falls in."""
        return next(name for lower, name in reversed(self.bands) if score >= lower)


def scale_of(catalogue: Catalogue) -> Scale:
    """Return the constants that a catalogue's method and groups hold."""
    method = catalogue.method
    return Scale(
        strength=method.factors("strength"),
        reach=method.factors("reach"),
        duration=method.factors("duration"),
        weight=method.factors("weight"),
        risk=Fraction(method.risk.factor),
        bands=tuple((band.lower, band.id) for band in method.band),
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
        above *= part.denominator - part.numerator
        below *= part.denominator
    return Decimal(((below - above) * 20_000 + below) // (2 * below)).scaleb(-2)


def _magnitude(effect: Effect, residual: Residual, scale: Scale) -> Fraction:
    if not effect.is_complete:
        return ZERO
    risk = scale.risk if not scale.elevated.isdisjoint(effect.groups) else ONE
    strength = scale.strength[residual.strength or str(effect.strength)]
    reach = scale.reach[residual.reach or str(effect.reach)]
    duration = scale.duration[residual.duration or str(effect.duration)]
    return min(ONE, strength * reach * duration * risk)
